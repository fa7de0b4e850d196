import type { StaffActor } from '../../access/actor.ts';
import { type Decision, allowed, refused } from '../../access/gate.ts';
import { mayWorkInTeam } from '../team-case.policy.ts';
import type { CaseFacts } from '../case-facts.ts';

export interface CoordinatorRequestFacts {
  readonly askedId: string;
  readonly askedById: string;
}

/** Leading a team is taken on, never put on somebody: only the one who was asked says yes. */
export function mayAccept(actor: StaffActor, facts: CaseFacts, request: CoordinatorRequestFacts): Decision {
  return request.askedId === actor.id ? mayWorkInTeam(facts) : refused('not_asked');
}

/** A no changes nothing and shares nothing. */
export function mayRefuse(actor: StaffActor, request: CoordinatorRequestFacts): Decision {
  return request.askedId === actor.id ? allowed : refused('not_asked');
}

/** Whoever asked, or whoever owns the case now. */
export function mayWithdraw(actor: StaffActor, facts: CaseFacts, request: CoordinatorRequestFacts): Decision {
  return request.askedById === actor.id || facts.ownerId === actor.id ? allowed : refused('not_owner');
}
