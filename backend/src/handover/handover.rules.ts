import { type Court, type HandoverMove, type HandoverState, isPending } from '@samspel/shared/handover/handover.ts';

type Moves = Partial<Record<HandoverState, HandoverState | 'AS_BEFORE_HOLD'>>;

/** The whole machine. What is not written here does not happen; the database holds the same arrows (`app.guard_handover`). */
export const MOVES = {
  offer: { DRAFT: 'OFFERED' },
  receive: { OFFERED: 'RECEIVED' },
  // Naming somebody is receiving, for the unit; the question asked of the sender stays.
  nominate: { OFFERED: 'RECEIVED', RECEIVED: 'RECEIVED', NEEDS_INFO: 'NEEDS_INFO' },
  accept: { OFFERED: 'ACCEPTED', RECEIVED: 'ACCEPTED', NEEDS_INFO: 'ACCEPTED' },
  decline: { OFFERED: 'DECLINED', RECEIVED: 'DECLINED', NEEDS_INFO: 'DECLINED' },
  ask: { OFFERED: 'NEEDS_INFO', RECEIVED: 'NEEDS_INFO' },
  answer: { NEEDS_INFO: 'RECEIVED' },
  revoke: { DRAFT: 'REVOKED', OFFERED: 'REVOKED', RECEIVED: 'REVOKED', NEEDS_INFO: 'REVOKED' },
  'record-first-contact': { ACCEPTED: 'IN_PROGRESS' },
  hold: { ACCEPTED: 'ON_HOLD', IN_PROGRESS: 'ON_HOLD' },
  resume: { ON_HOLD: 'AS_BEFORE_HOLD' },
  complete: { IN_PROGRESS: 'COMPLETED' },
  fail: { ACCEPTED: 'FAILED', IN_PROGRESS: 'FAILED' },
  acknowledge: { COMPLETED: 'COMPLETED', FAILED: 'FAILED' },
  close: { COMPLETED: 'COMPLETED', FAILED: 'FAILED' },
  stop: { DRAFT: 'STOPPED_BY_PERSON', OFFERED: 'STOPPED_BY_PERSON', RECEIVED: 'STOPPED_BY_PERSON', NEEDS_INFO: 'STOPPED_BY_PERSON' },
  // The next link of the chain has been accepted: this one is over.
  'hand-on': { ACCEPTED: 'COMPLETED', IN_PROGRESS: 'COMPLETED', ON_HOLD: 'COMPLETED' },
  'hand-back': { ACCEPTED: 'FAILED', IN_PROGRESS: 'FAILED', ON_HOLD: 'FAILED' },
} as const satisfies Record<HandoverMove, Moves>;

/** What a move needs to know of a handover. `heldFrom` only while ON_HOLD. */
export interface Standing {
  readonly state: HandoverState;
  readonly heldFrom?: 'ACCEPTED' | 'IN_PROGRESS' | null;
  readonly closedAt?: Date | null;
}

/** Where a move leads; null when it is not one of the machine's, or the handover is closed. */
export function moved({ state, heldFrom, closedAt }: Standing, move: HandoverMove): HandoverState | null {
  if (closedAt) return null;
  const to = (MOVES[move] as Moves)[state];
  if (to === 'AS_BEFORE_HOLD') return heldFrom ?? null;
  return to ?? null;
}

/** Who is to act. After acceptance the new owner; a finished one waits for the sender to have seen it. */
export function courtOf({ state, closedAt }: Standing): Court {
  if (closedAt) return 'NOBODY';
  if (state === 'DRAFT' || state === 'NEEDS_INFO' || state === 'COMPLETED' || state === 'FAILED') return 'SENDER';
  return isPending(state) || state === 'ACCEPTED' || state === 'IN_PROGRESS' || state === 'ON_HOLD' ? 'RECEIVER' : 'NOBODY';
}

/** A meeting of sender, receiver and person makes it warm; anything less is cold. */
export const isWarm = (present: readonly string[]): boolean => present.includes('SENDER') && present.includes('PERSON');
