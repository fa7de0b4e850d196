import type { Actor } from '../access/actor.ts';
import { type Decision, allowed, refused } from '../access/gate.ts';
import type { CaseFacts } from './case-facts.ts';

/** Lock 1 of every act on a case: only its team, and on citizen routes the person themself. Everybody else is answered as for an unknown id. */
export function maySeeCase(actor: Actor, facts: CaseFacts | undefined): Decision {
  if (!facts) return refused('unknown');
  const expected = actor.kind === 'STAFF' ? 'PARTICIPANT' : 'SUBJECT';
  return facts.relation === expected ? allowed : refused('not_in_team');
}
