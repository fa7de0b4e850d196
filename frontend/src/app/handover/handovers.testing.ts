import { type HandoverClockView, type HandoverRowView, type OrganisationRef, type StaffRef } from '@samspel/shared/api.ts';

export const FK: OrganisationRef = { id: 'fk', name: 'Försäkringskassan', shortName: 'Försäkringskassan', letters: 'FK', kind: 'FK' };
export const AF: OrganisationRef = { id: 'af', name: 'Arbetsförmedlingen', shortName: 'Arbetsförmedlingen', letters: 'AF', kind: 'AF' };

export const staff = (id: string, name: string, organisation: OrganisationRef): StaffRef => ({
  assignmentId: id,
  name,
  givenName: name.split(' ')[0] ?? name,
  title: 'handläggare',
  unit: `${organisation.name} Sjöstad`,
  organisation,
});
export const KARIN = staff('karin', 'Karin Berg', FK);
export const AHMED = staff('ahmed', 'Ahmed Haddad', AF);

export const clock = (over: Partial<HandoverClockView> = {}): HandoverClockView => ({
  stage: 'OWNER',
  dueAt: '2026-11-23T13:10:00Z',
  day: 3,
  ofDays: 3,
  overdue: false,
  nextTimer: 'LIMIT',
  nextTimerAt: '2026-11-23T13:10:00Z',
  heldUntil: null,
  heldDays: 0,
  ...over,
});

/** Karin's case ownership on its way to Arbetsförmedlingen, for specs that change one thing about it. */
export const handoverRow = (over: Partial<HandoverRowView> = {}): HandoverRowView => ({
  id: 'h1',
  version: 4,
  reference: 'S-0412',
  caseId: 'c1',
  personName: 'Eva Lind',
  scope: 'CASE_OWNERSHIP',
  activity: null,
  origin: 'OFFER',
  state: 'OFFERED',
  court: 'RECEIVER',
  direction: 'NEW',
  ownerLost: false,
  bounces: 0,
  from: { unit: { id: 'fk-1', name: 'Försäkringskassan Sjöstad' }, organisation: FK, staff: KARIN },
  to: { unit: { id: 'af-1', name: 'Arbetsförmedlingen Sjöstad' }, organisation: AF },
  accountable: KARIN,
  nominee: null,
  offeredAt: '2026-11-18T13:10:00Z',
  answerBy: '2026-11-23',
  clock: clock(),
  actions: [],
  ...over,
});
