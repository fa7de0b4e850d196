import type { StaffActor } from '../access/actor.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';

/** Whose caseload. */
export interface CaseloadOf {
  assignmentId: string;
  organisationId: string;
}

/** One's own, or that of anybody in the organisation one supervises; for everybody else there is none. */
export function mayPlanCaseload(actor: StaffActor, whose: CaseloadOf | undefined): Decision {
  if (!whose) return refused('unknown');
  const supervises = actor.role === 'SUPERVISOR' && actor.organisationId === whose.organisationId;
  return supervises || actor.id === whose.assignmentId ? allowed : refused('not_visible');
}
