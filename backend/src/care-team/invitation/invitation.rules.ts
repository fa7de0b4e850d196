import type { InvitationState } from '@samspel/shared/care-team/invitation.ts';

export const INVITATION_MOVES = {
  accept: 'ACCEPTED',
  decline: 'DECLINED',
  withdraw: 'WITHDRAWN',
} as const satisfies Record<string, InvitationState>;
export type InvitationMove = keyof typeof INVITATION_MOVES;

/**
 * Where a move leads: `repeat` when the same actor has made it before (the act may be sent twice), null when somebody else was first.
 * Only a waiting invitation can move; an answer is final, and a new try is a new invitation.
 */
export function moved(state: InvitationState, move: InvitationMove, byOneself: boolean): InvitationState | 'repeat' | null {
  if (state === 'PENDING') return INVITATION_MOVES[move];
  return byOneself && state === INVITATION_MOVES[move] ? 'repeat' : null;
}

/** Who invites, as frozen in the preview. */
export interface Sender {
  name: string;
  title: string;
  unit: string;
  organisation: string;
  phone: string | null;
  email: string | null;
}

/** Name, what is asked, why, when and by whom: no notes, no plan, no diagnosis. Everything an invited unit gets to read before its yes. */
export function previewOf(personName: string, why: string, date: string, sender: Sender) {
  return { personName, asked: 'JOIN_CARE_TEAM', why, date, sender } as const;
}
