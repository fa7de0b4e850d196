import { INVITATION_STATES, type InvitationState } from '@samspel/shared/care-team/invitation.ts';
import { INVITATION_MOVES, type InvitationMove, moved } from './invitation.rules.ts';

/** State × move, for whoever made that move and for somebody else. */
const TABLE: Record<InvitationState, Record<InvitationMove, [own: string | null, other: string | null]>> = {
  PENDING: { accept: ['ACCEPTED', 'ACCEPTED'], decline: ['DECLINED', 'DECLINED'], withdraw: ['WITHDRAWN', 'WITHDRAWN'] },
  ACCEPTED: { accept: ['repeat', null], decline: [null, null], withdraw: [null, null] },
  DECLINED: { accept: [null, null], decline: ['repeat', null], withdraw: [null, null] },
  WITHDRAWN: { accept: [null, null], decline: [null, null], withdraw: ['repeat', null] },
  STOPPED: { accept: [null, null], decline: [null, null], withdraw: [null, null] },
};

describe('an invitation moves', () => {
  const moves = Object.keys(INVITATION_MOVES) as InvitationMove[];

  it.each(INVITATION_STATES.flatMap((state) => moves.map((move) => [state, move] as const)))('from %s by %s', (state, move) => {
    expect([moved(state, move, true), moved(state, move, false)]).toEqual(TABLE[state][move]);
  });
});
