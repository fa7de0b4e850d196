import type { PlanAction } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { planDecisions } from './plan.policy.ts';

const facts = { status: 'OPEN', covered: true, ownerId: 'owner', coordinatorId: 'coordinator' } as CaseFacts;
const ALL: PlanAction[] = ['plan.edit', 'plan.write', 'plan.publish', 'plan.agree', 'plan.follow-up'];

describe('what may be done with a plan', () => {
  it.each<[string, string, CaseFacts, boolean, Partial<Record<PlanAction, string>>]>([
    ['the coordinator, after a publication', 'coordinator', facts, true, {}],
    ['the coordinator, before any', 'coordinator', facts, false, { 'plan.agree': 'not_published' }],
    ['the owner', 'owner', facts, true, { 'plan.publish': 'not_coordinator' }],
    ['a participant', 'member', facts, true, { 'plan.edit': 'not_owner_or_coordinator', 'plan.publish': 'not_coordinator' }],
    [
      'the coordinator without consent',
      'coordinator',
      { ...facts, covered: false },
      true,
      Object.fromEntries(ALL.map((act) => [act, 'consent_missing'])),
    ],
    [
      'the coordinator of a closed case',
      'coordinator',
      { ...facts, status: 'CLOSED' },
      true,
      Object.fromEntries(ALL.map((act) => [act, 'case_closed'])),
    ],
  ])('%s', (_, id, at, published, refusals) => {
    const { actions, blocked } = availability(planDecisions({ id } as StaffActor, at, published));
    expect(Object.fromEntries(blocked.map(({ action, because }) => [action, because]))).toEqual(refusals);
    expect(actions.toSorted()).toEqual(ALL.filter((act) => !(act in refusals)).toSorted());
  });
});
