import {
  type MyActivityView,
  type MyGoalView,
  type MyMessageView,
  type MyPlanBody,
  type MyPlanView,
  type OrganisationRef,
} from '@samspel/shared/api.ts';
import { AF, FK } from '../../handover/handovers.testing.ts';

export const REGION: OrganisationRef = { id: 'r', name: 'Region Sjölandet', shortName: 'Region Sjölandet', letters: 'R', kind: 'REGION' };
const KARIN = { givenName: 'Karin', organisation: FK, phone: '0980-319 202' };

export const activity = (over: Partial<MyActivityView> = {}): MyActivityView => ({
  id: 'a1',
  words: 'Du pratar med Lena om stress.',
  text: 'Stödsamtal, sex tillfällen.',
  doneBy: 'STAFF',
  who: { name: 'Lena Forsman', givenName: 'Lena', organisation: REGION, worksAt: null },
  state: 'GOING',
  asked: null,
  holds: { givenName: 'Lena', organisation: REGION, phone: '0980-319 201' },
  startOn: null,
  dueOn: '2026-12-18',
  after: null,
  overdue: false,
  handover: null,
  actions: [],
  ...over,
});
/** Asked of Arbetsförmedlingen, which has not said yes: Karin still answers for it. */
export const asked = (over: Partial<MyActivityView> = {}): MyActivityView =>
  activity({ id: 'a2', words: 'Någon visar andra jobb.', state: 'WAITING', who: null, asked: AF, holds: KARIN, ...over });
export const own = (over: Partial<MyActivityView> = {}): MyActivityView =>
  activity({ id: 'a3', words: 'Säg nej en gång i veckan.', doneBy: 'ME', who: null, state: 'PLANNED', actions: ['me.complete'], ...over });

export const goal = (over: Partial<MyGoalView> = {}): MyGoalView => ({
  id: 'g1',
  words: 'Säga nej utan att få ont i magen',
  text: 'Gränssättning.',
  ownWords: null,
  kind: 'MAIN',
  parentId: null,
  mine: false,
  attainment: 'IMPROVING',
  activities: [activity(), own()],
  ...over,
});

export const planBody = (over: Partial<MyPlanBody> = {}): MyPlanBody => ({
  type: 'REHAB_TEAM_PLAN',
  number: 2,
  publishedAt: '2026-11-14T09:00:00Z',
  publishedBy: { givenName: 'Lena', organisation: REGION },
  whatMatters: { itemId: 'w1', text: 'Jag vill orka vara mamma när jag kommer hem.' },
  strengths: [{ itemId: 's1', text: 'Hon tycker om sitt jobb.' }],
  needs: [],
  goals: [goal()],
  otherActivities: [asked()],
  mine: ['a3'],
  earlySigns: [{ itemId: 'e1', text: 'Jag sover dåligt tre nätter i rad.', call: 'Ring Lena.' }],
  next: { kind: 'ACTIVITY', activityId: 'a1', words: 'Du träffar Lena.', on: '2026-11-26', mine: false, who: activity().who },
  followUp: { on: '2027-01-15', caller: { givenName: 'Lena', organisation: REGION } },
  responsibleAuthority: null,
  agreed: false,
  agreedAt: null,
  ...over,
});

export const planView = (over: Partial<MyPlanView> = {}): MyPlanView => ({
  id: 'p1',
  plan: planBody(),
  myWords: null,
  myGoals: [],
  case: { id: 'c1', reference: 'S-0412', openedAt: '2026-03-01T09:00:00Z', closedAt: null },
  person: { givenName: 'Eva', name: 'Eva Lind' },
  holder: { givenName: 'Karin', name: 'Karin Berg', organisation: FK, phone: '0980-319 202', since: '2026-10-01T08:00:00Z' },
  handover: null,
  nextStep: null,
  team: [],
  contacts: [],
  consents: [],
  timeline: [],
  ...over,
});

export const message = (over: Partial<MyMessageView> = {}): MyMessageView => ({
  id: 'm1',
  kind: 'STOP',
  about: { words: 'Någon visar andra jobb.' },
  reason: 'NO_ANSWER',
  text: '',
  madeAt: '2026-11-23T08:00:00Z',
  recordedForm: null,
  state: 'OPEN',
  responsible: KARIN,
  dueOn: '2026-11-25',
  answer: null,
  answeredBy: null,
  answeredAt: null,
  actions: ['me.withdraw'],
  ...over,
});
