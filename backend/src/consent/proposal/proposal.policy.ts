import type { StaffActor } from '../../access/actor.ts';
import { allowed, type Decision, refused } from '../../access/gate.ts';

/** The organisation that asked takes its question back, and nobody else does. */
export function mayWithdrawProposal(actor: StaffActor, proposal: { readonly state: string; readonly organisationId: string }): Decision {
  if (proposal.organisationId !== actor.organisationId) return refused('not_own_organisation');
  return proposal.state === 'PENDING' ? allowed : refused('already_answered');
}
