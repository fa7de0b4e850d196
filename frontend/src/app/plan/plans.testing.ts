import { type ActivityView, type GoalView, type OrganisationRef, type PartView, type PlanView, type StaffRef } from '@samspel/shared/api.ts';

export const REGION: OrganisationRef = { id: 'region', name: 'Region Sjölandet', shortName: 'Regionen', letters: 'R', kind: 'REGION' };
export const FK: OrganisationRef = { id: 'fk', name: 'Försäkringskassan', shortName: 'Försäkringskassan', letters: 'FK', kind: 'FK' };
export const AF: OrganisationRef = { id: 'af', name: 'Arbetsförmedlingen', shortName: 'Arbetsförmedlingen', letters: 'AF', kind: 'AF' };

export const staff = (assignmentId: string, name: string, organisation: OrganisationRef): StaffRef => ({
  assignmentId,
  name,
  givenName: name.split(' ')[0] ?? name,
  title: 'handläggare',
  unit: `${organisation.name} Sjöstad`,
  organisation,
});
export const LENA = staff('lena', 'Lena Forsman', REGION);
export const KARIN = staff('karin', 'Karin Berg', FK);

const item = {
  version: 3,
  organisation: REGION,
  author: LENA,
  byPerson: false,
  recordedForm: null,
  viaRepresentative: false,
  shared: true,
  sharedAt: '2026-11-10T08:00:00Z',
  audience: [FK],
  changedAt: '2026-11-12T08:00:00Z',
  changedBy: LENA,
  changedSincePublished: false,
  removed: false,
  writing: [],
  actions: [],
  blocked: [],
};

export const part = (over: Partial<PartView> = {}): PartView => ({
  ...item,
  id: 'p1',
  kind: 'NEED',
  text: 'Sova hela natten.',
  call: null,
  ...over,
});

/** Eva's first goal, shared by the region with Försäkringskassan. */
export const goal = (over: Partial<GoalView> = {}): GoalView => ({
  ...item,
  id: 'g1',
  kind: 'GOAL',
  text: 'Eva sätter gränser hemma och på jobbet innan hon blir för trött.',
  ownWords: 'Säga nej utan att få ont i magen',
  plain: null,
  goalKind: 'MAIN',
  parentId: null,
  targetOn: null,
  conflict: null,
  conflictOrganisations: [],
  attainment: null,
  attainments: [],
  ...over,
});

export const activity = (over: Partial<ActivityView> = {}): ActivityView => ({
  ...item,
  id: 'a1',
  kind: 'ACTIVITY',
  text: 'Korttidsterapi, 8 samtal',
  plain: null,
  extent: null,
  goalId: 'g1',
  provider: 'INTERVENTION',
  state: 'IN_PROGRESS',
  owner: LENA,
  ownerLost: false,
  requested: null,
  declineCode: null,
  performer: null,
  deputy: null,
  startOn: null,
  dueOn: '2026-12-04',
  after: null,
  waitsForOther: false,
  overdueDays: 0,
  blockedCategory: null,
  cancelCode: null,
  completedAt: null,
  completedByPerson: false,
  notes: [],
  handover: null,
  messages: 0,
  ...over,
});

export const plan = (over: Partial<PlanView> = {}): PlanView => ({
  id: 'plan',
  caseId: 'c1',
  type: 'SIP',
  version: 2,
  responsibleAuthority: null,
  authorities: [],
  noOtherMeasures: false,
  followUp: null,
  whatMatters: null,
  strengths: [],
  needs: [],
  earlySigns: [],
  dissent: [],
  goals: [goal()],
  activities: [activity()],
  followUps: [],
  published: null,
  fourItems: [],
  missingPlain: [],
  notReached: [],
  drafts: 0,
  actions: [],
  blocked: [],
  ...over,
});
