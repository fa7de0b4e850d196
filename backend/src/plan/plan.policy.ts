import type { PlanAction } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../access/actor.ts';
import { type Decision, refused } from '../access/gate.ts';
import { mayLead } from '../case/case.policy.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { mayWorkInTeam } from '../case/team-case.policy.ts';

/** The owner or the coordinator begins the plan, and says of what kind it is and who answers for the whole. */
export const mayLeadPlan = (actor: StaffActor, facts: CaseFacts): Decision => mayLead(actor, facts);

/** Everybody of the team writes in it. */
export const mayWriteInPlan = (facts: CaseFacts): Decision => mayWorkInTeam(facts);

/** What the person gets to read is one hand's to put together. */
export function mayPublishPlan(actor: StaffActor, facts: CaseFacts): Decision {
  return facts.coordinatorId === actor.id ? mayWorkInTeam(facts) : refused('not_coordinator');
}

/** For one's own organisation, once there is something to stand behind. */
export function mayAgreeToPlan(facts: CaseFacts, published: boolean): Decision {
  const work = mayWorkInTeam(facts);
  if (!work.allowed) return work;
  return published ? work : refused('not_published');
}

export function planDecisions(actor: StaffActor, facts: CaseFacts, published: boolean): Partial<Record<PlanAction, Decision>> {
  const write = mayWriteInPlan(facts);
  return {
    'plan.edit': mayLeadPlan(actor, facts),
    'plan.write': write,
    'plan.publish': mayPublishPlan(actor, facts),
    'plan.agree': mayAgreeToPlan(facts, published),
    'plan.follow-up': write,
  };
}
