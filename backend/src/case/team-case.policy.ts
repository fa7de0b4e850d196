import { type Decision, allowed, refused } from '../access/gate.ts';
import type { CaseFacts } from './case-facts.ts';

/** Anything that builds on the team sharing: an open case, and a consent in force for the actor's organisation. */
export function mayWorkInTeam(facts: CaseFacts): Decision {
  if (facts.status !== 'OPEN') return refused('case_closed');
  return facts.covered ? allowed : refused('consent_missing');
}
