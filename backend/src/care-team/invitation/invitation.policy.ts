import type { InvitationState } from '@samspel/shared/care-team/invitation.ts';
import type { StaffActor } from '../../access/actor.ts';
import { type Decision, allowed, refused } from '../../access/gate.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';

export interface InvitationFacts {
  readonly state: InvitationState;
  readonly unitId: string;
}

/**
 * Whether the reader is offered to invite: anybody in a working team. The act itself asks for a consent that covers the very organisation
 * invited, and answers 409 like all sharing without one.
 */
export function mayInvite(facts: CaseFacts): Decision {
  return mayWorkInTeam(facts);
}

/** Whoever answers for the unit's intake today. */
export function isIntakeOf(actor: StaffActor, invitation: InvitationFacts): Decision {
  return actor.unitId === invitation.unitId && actor.functions.includes('intake') ? allowed : refused('not_intake');
}

/**
 * The preview: the inviting team always; the unit's intake while it waits and the consent it was sent under still stands. After a no, a yes,
 * a stop or a withdrawal it is gone for them.
 */
export function maySeeInvitation(actor: StaffActor, invitation: InvitationFacts & { inTeam: boolean; covered: boolean }): Decision {
  if (invitation.inTeam) return allowed;
  if (invitation.state !== 'PENDING') return refused('not_pending');
  return invitation.covered ? isIntakeOf(actor, invitation) : refused('consent_missing');
}

/** Taking an invitation back shares nothing, so it needs no consent. */
export function mayWithdraw(facts: CaseFacts): Decision {
  return facts.status === 'OPEN' ? allowed : refused('case_closed');
}

/** Who leads the team answers those who want to join it. */
export function mayAnswerJoinRequest(actor: StaffActor, facts: CaseFacts): Decision {
  if (facts.status !== 'OPEN') return refused('case_closed');
  return facts.coordinatorId === actor.id ? allowed : refused('not_coordinator');
}

export function mayInviteAsker(actor: StaffActor, facts: CaseFacts): Decision {
  const answer = mayAnswerJoinRequest(actor, facts);
  return answer.allowed ? mayWorkInTeam(facts) : answer;
}
