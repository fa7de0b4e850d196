import type { StaffActor } from '../../access/actor.ts';
import { type Decision, allowed, refused } from '../../access/gate.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';

export interface ParticipantFacts {
  readonly assignmentId: string;
  readonly organisationId: string;
}

/** An organisation chooses its own people: colleagues of one's own organisation only. */
export function mayAddParticipant(facts: CaseFacts): Decision {
  return mayWorkInTeam(facts);
}

/** Role and mandate are the organisation's own to say; the coordinator keeps the list in order. */
export function mayChangeParticipant(actor: StaffActor, facts: CaseFacts, row: ParticipantFacts): Decision {
  const work = mayWorkInTeam(facts);
  if (!work.allowed) return work;
  return row.organisationId === actor.organisationId || facts.coordinatorId === actor.id ? allowed : refused('other_organisation');
}

/** Only for oneself. Leaving shares nothing, so it needs no consent. */
export function mayLeave(actor: StaffActor, facts: CaseFacts, row: ParticipantFacts): Decision {
  if (row.assignmentId !== actor.id) return refused('not_yourself');
  return facts.status === 'OPEN' ? allowed : refused('case_closed');
}

/** Whoever owns the case or leads its team cannot leave before somebody else has said yes: nobody is dropped. */
export function isAccountable(facts: CaseFacts, assignmentId: string): boolean {
  return facts.ownerId === assignmentId || facts.coordinatorId === assignmentId;
}

export function mayLeaveNow(actor: StaffActor, facts: CaseFacts, row: ParticipantFacts): Decision {
  const leave = mayLeave(actor, facts, row);
  return leave.allowed && isAccountable(facts, row.assignmentId) ? refused('accountable') : leave;
}

export function mayAcknowledge(actor: StaffActor, row: ParticipantFacts): Decision {
  return row.assignmentId === actor.id ? allowed : refused('not_yourself');
}
