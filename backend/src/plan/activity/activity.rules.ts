import type { ActivityMove, ActivityState } from '@samspel/shared/plan/plan.ts';

type Moves = Partial<Record<ActivityState, ActivityState | 'AS_BEFORE'>>;

/** The whole machine. What is not written here does not happen; the database holds the same arrows (`app.guard_activity`). */
export const MOVES = {
  // Asked of another organisation, anew after a no.
  ask: { PLANNED: 'REQUESTED', DECLINED: 'REQUESTED' },
  accept: { REQUESTED: 'PLANNED' },
  refuse: { REQUESTED: 'DECLINED' },
  // Whoever asked does it themself.
  'take-back': { REQUESTED: 'PLANNED', DECLINED: 'PLANNED' },
  start: { PLANNED: 'IN_PROGRESS' },
  complete: { PLANNED: 'COMPLETED', IN_PROGRESS: 'COMPLETED', BLOCKED: 'COMPLETED' },
  reopen: { COMPLETED: 'AS_BEFORE', CANCELLED: 'PLANNED' },
  block: { PLANNED: 'BLOCKED', IN_PROGRESS: 'BLOCKED' },
  unblock: { BLOCKED: 'AS_BEFORE' },
  cancel: { REQUESTED: 'CANCELLED', DECLINED: 'CANCELLED', PLANNED: 'CANCELLED', IN_PROGRESS: 'CANCELLED', BLOCKED: 'CANCELLED' },
} as const satisfies Record<ActivityMove, Moves>;

/** What a move needs to know. `started`: work on it has begun, which is where it goes back to. */
export interface ActivityStanding {
  readonly state: ActivityState;
  readonly started: boolean;
}

/** Where a move leads; null when it is not one of the machine's. */
export function moved({ state, started }: ActivityStanding, move: ActivityMove): ActivityState | null {
  const to = (MOVES[move] as Moves)[state];
  if (to === 'AS_BEFORE') return started ? 'IN_PROGRESS' : 'PLANNED';
  return to ?? null;
}
