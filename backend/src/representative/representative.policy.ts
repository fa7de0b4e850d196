import type { Actor } from '../access/actor.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';
import type { CaseFacts } from '../case/case-facts.ts';

/** Whoever the person, a court or a proxy tells; it opens nothing that the person does not see themself. */
export function mayRegisterRepresentative(facts: CaseFacts): Decision {
  if (facts.relation !== 'PARTICIPANT') return refused('not_in_team');
  return facts.covered ? allowed : refused('consent_missing');
}

/**
 * The team on what it learns, or the person who takes a proxy back. What a court has decided (FB 11 kap.) is not the person's to end here, and a
 * representative does not decide who represents.
 */
export function mayEndRepresentative(actor: Actor, { ended, kind }: { readonly ended: boolean; readonly kind: string }): Decision {
  if (actor.kind === 'CITIZEN' && actor.representativeId) return refused('acts_for_another');
  if (actor.kind === 'CITIZEN' && kind !== 'OMBUD') return refused('decided_by_court');
  return ended ? refused('already_ended') : allowed;
}
