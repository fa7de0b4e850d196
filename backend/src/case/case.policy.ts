import type { CasePart } from '@samspel/shared/case/case.ts';
import type { StaffActor } from '../access/actor.ts';
import { type Decision, allowed, refused } from '../access/gate.ts';
import { mayWorkInTeam } from './team-case.policy.ts';
import type { CaseFacts } from './case-facts.ts';

type Leaders = Pick<CaseFacts, 'ownerId' | 'coordinatorId'>;

/** What somebody is in a case, for words and for policies alike. */
export function partIn({ ownerId, coordinatorId }: Leaders, assignmentId: string): CasePart {
  if (ownerId === assignmentId) return coordinatorId === assignmentId ? 'BOTH' : 'OWNER';
  return coordinatorId === assignmentId ? 'COORDINATOR' : 'PARTICIPANT';
}

/** The owner answers for the next step and the coordinator leads: either may say what happens next, and how far the team goes together. */
export function mayLead(actor: StaffActor, facts: CaseFacts): Decision {
  if (partIn(facts, actor.id) === 'PARTICIPANT') return refused('not_owner_or_coordinator');
  return mayWorkInTeam(facts);
}

export function mayAskCoordinator(actor: StaffActor, facts: CaseFacts): Decision {
  return facts.ownerId === actor.id ? mayWorkInTeam(facts) : refused('not_owner');
}

/** Needs no consent: when the person has withdrawn everything, closing is what is left to do. */
export function mayClose(actor: StaffActor, facts: CaseFacts): Decision {
  if (facts.ownerId !== actor.id) return refused('not_owner');
  return facts.status === 'OPEN' ? allowed : refused('case_closed');
}

export function mayChangeLanguage(facts: CaseFacts): Decision {
  return mayWorkInTeam(facts);
}

/** The number itself is shown only while the organisations may work together around the person. */
export function mayShowIdentifier(facts: CaseFacts): Decision {
  return mayWorkInTeam(facts);
}
