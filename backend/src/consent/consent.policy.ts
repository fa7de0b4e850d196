import type { StaffActor } from '../access/actor.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';
import type { CaseFacts } from '../case/case-facts.ts';

/** Any participant records what the person says to their organisation, also when nothing is valid any more: that is the way back. */
export function mayRecordConsent(_actor: StaffActor, facts: CaseFacts): Decision {
  if (facts.relation !== 'PARTICIPANT') return refused('not_in_team');
  return facts.status === 'OPEN' ? allowed : refused('case_closed');
}

/** Secrecy is each organisation's own (OSL 8:1–2): nobody takes leave to share on another's behalf. */
export function mayShareFor(actor: StaffActor, organisationId: string): Decision {
  return organisationId === actor.organisationId ? allowed : refused('not_own_organisation');
}

/** The person may tell anybody in the team; whoever sees a consent may therefore record that it was taken back. */
export function mayWithdrawConsent(consent: { readonly withdrawn: boolean }): Decision {
  return consent.withdrawn ? refused('already_withdrawn') : allowed;
}
