import type { HandoverOrigin, HandoverState } from '@samspel/shared/handover/handover.ts';

/** What decides whether somebody must stand in: for a case's owner or coordinator, with what waits for an answer. */
export interface Held {
  /** The holder can answer today, or a deputy does. */
  answers: boolean;
  lostAt: Date | null;
  standInId: string;
  handoverId: string | null;
  origin: HandoverOrigin | null;
  state: HandoverState | null;
  ownerLost: boolean | null;
  accountableId: string | null;
  accountableGone: boolean | null;
}

export type Verdict = 'LOST' | 'RETURNED' | 'STAND_IN_GONE';

/** What must be done now; null: somebody answers. A search that ended without an owner begins again. */
export function verdictOn(held: Held): Verdict | null {
  if (held.answers) return held.lostAt ? 'RETURNED' : null;
  if (!held.lostAt || !held.handoverId || !held.ownerLost) return 'LOST';
  return held.accountableGone && held.standInId !== held.accountableId ? 'STAND_IN_GONE' : null;
}

/** A search that only the loss had begun ends when the owner is back; what they had sent themself goes on. */
export const endsWithReturn = ({ origin, ownerLost }: Held): boolean => ownerLost === true && origin === 'OWNER_LOST';
