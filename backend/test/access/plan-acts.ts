import type { CaseAct, CaseThings } from './case-acts.ts';

type Act = (route: string, path: (things: CaseThings) => string, body?: (things: CaseThings) => object) => CaseAct;

const goal = { text: 'x', goalKind: 'MAIN' };
const activity = { text: 'x', provider: 'INTERVENTION', dueOn: '2026-12-18' };
const followUp = { heldOn: '2026-11-01', wanted: 'x', became: 'x', why: '', conclusion: '', now: '' };
const facts = { type: 'SIP', responsiblePrincipalId: null, noOtherMeasures: false, followUpOn: null, followUpCallerId: null };

/** Writing the plan: one well-formed attempt per route. */
export const planActs = (get: Act, post: Act, put: Act): CaseAct[] => [
  get('cases/:id/plan', ({ caseId }) => `cases/${caseId}/plan`),
  post(
    'cases/:id/plan',
    ({ caseId }) => `cases/${caseId}/plan`,
    () => ({ type: 'SIP' }),
  ),
  put(
    'plans/:id',
    ({ planId }) => `plans/${planId}`,
    () => facts,
  ),
  put('plans/:id/sharing', ({ planId }) => `plans/${planId}/sharing`),
  post(
    'plans/:id/goals',
    ({ planId }) => `plans/${planId}/goals`,
    () => goal,
  ),
  post(
    'plans/:id/parts',
    ({ planId }) => `plans/${planId}/parts`,
    () => ({ kind: 'NEED', text: 'x' }),
  ),
  post(
    'plans/:id/follow-ups',
    ({ planId }) => `plans/${planId}/follow-ups`,
    () => followUp,
  ),
  post(
    'plans/:id/activities',
    ({ planId }) => `plans/${planId}/activities`,
    () => activity,
  ),
  put(
    'goals/:id',
    ({ goalId }) => `goals/${goalId}`,
    () => goal,
  ),
  post(
    'goals/:id/attainments',
    ({ goalId }) => `goals/${goalId}/attainments`,
    () => ({ status: 'IMPROVING' }),
  ),
  put(
    'plan-parts/:id',
    ({ partId }) => `plan-parts/${partId}`,
    () => ({ text: 'x' }),
  ),
  put(
    'follow-ups/:id',
    ({ followUpId }) => `follow-ups/${followUpId}`,
    () => followUp,
  ),
  put(
    'activities/:id',
    ({ activityId }) => `activities/${activityId}`,
    () => activity,
  ),
  get('plan-items/:id', ({ goalId }) => `plan-items/${goalId}`),
  put('plan-items/:id/sharing', ({ goalId }) => `plan-items/${goalId}/sharing`),
  put('plan-items/:id/removal', ({ goalId }) => `plan-items/${goalId}/removal`),
  put('plan-items/:id/restoration', ({ goalId }) => `plan-items/${goalId}/restoration`),
  put('plan-items/:id/presence', ({ goalId }) => `plan-items/${goalId}/presence`),
];
