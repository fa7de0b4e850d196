import { type NomineeView, type StaffRef, type StalledBoardView, type StalledCountersView, type StalledRowView } from '@samspel/shared/api.ts';

export const FK = { id: 'fk', name: 'Försäkringskassan', shortName: 'FK', letters: 'FK', kind: 'FK' } as const;
export const AF = { id: 'af', name: 'Arbetsförmedlingen', shortName: 'AF', letters: 'AF', kind: 'AF' } as const;
export const FROM = { id: '0199aaaa-0000-7000-8000-000000000001', name: 'FK Sjöstad' };
export const TO = { id: '0199aaaa-0000-7000-8000-000000000002', name: 'AF Sjöstad' };

export const staff = (assignmentId: string, name: string, organisation: StaffRef['organisation'] = FK, unit = FROM.name): StaffRef => ({
  assignmentId,
  name,
  givenName: name.split(' ')[0]!,
  title: 'Handläggare',
  unit,
  organisation,
});

/** S-0412 of the mock-up: offered by Karin at FK, and nobody at AF has accepted. */
export const stalledRow = (change: Partial<StalledRowView> = {}): StalledRowView => ({
  id: 'h1',
  version: 4,
  reference: 'S-0412',
  caseId: null,
  kind: 'NOT_ACCEPTED',
  scope: 'CASE_OWNERSHIP',
  state: 'OFFERED',
  court: 'RECEIVER',
  from: { unit: FROM, organisation: FK },
  to: { unit: TO, organisation: AF },
  days: 3,
  dueAt: '2026-11-23T07:00:00Z',
  overdue: true,
  lastEvent: { act: null, rung: 'LIMIT', at: '2026-11-23T07:00:00Z' },
  accountable: staff('karin', 'Karin Berg'),
  accountableIsYou: false,
  nominee: null,
  nominatable: true,
  nextAutomatic: { timer: 'SUPERVISOR', at: '2026-11-24T07:00:00Z' },
  pausedUntil: null,
  ladder: [
    { rung: 'HALF_TIME', at: '2026-11-20T09:00:00Z', done: true },
    { rung: 'LIMIT', at: '2026-11-23T07:00:00Z', done: true },
    { rung: 'SUPERVISOR', at: '2026-11-24T07:00:00Z', done: false },
    { rung: 'BOTH_SUPERVISORS', at: '2026-11-26T07:00:00Z', done: false },
  ],
  consentUntil: '2027-03-31',
  actions: ['handover.nominate', 'handover.nudge', 'handover.escalate', 'handover.pause'],
  blocked: [],
  ...change,
});

export const COUNTERS: StalledCountersView = { noOwner: 0, notAccepted: 1, silent: 0, openLoop: 0, paused: 0 };

export const stalledBoardOf = (items: readonly StalledRowView[], counters: Partial<StalledCountersView> = {}): StalledBoardView => ({
  items: [...items],
  counters: { ...COUNTERS, ...counters },
  pairs: [{ fromUnit: FROM, toUnit: TO }],
  checkedAt: '2026-11-23T07:40:00Z',
});

export const nominee = (assignmentId: string, name: string, change: Partial<NomineeView> = {}): NomineeView => ({
  staff: staff(assignmentId, name, AF, TO.name),
  inTeam: false,
  here: true,
  awayUntil: null,
  deputy: null,
  selectable: true,
  because: null,
  ...change,
});
