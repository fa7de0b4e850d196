import type { HandoverRung } from '@samspel/shared/alert/alert.ts';
import type { Court } from '@samspel/shared/handover/handover.ts';

/** Of a unit: who receives for it, and who answers above it. Never nobody: `supervisors` falls back on the organisation's contact. */
export interface UnitPeople {
  intake: readonly string[];
  supervisors: readonly string[];
}

/** Who is who in one handover; assignments, each already replaced by whoever stands in for somebody who is gone. */
export interface Parties {
  court: Court;
  accepted: boolean;
  /** Before acceptance: the named nominee, if any. After: the new owner. */
  receiver: string | null;
  /** Whoever answers on the sending side. */
  sender: string;
  from: UnitPeople;
  to: UnitPeople;
}

/** Rungs that time climbs; the others know whom they tell when they are raised. */
export type TimedRung = Exclude<HandoverRung, 'OWNER_LOST' | 'BOUNCED' | 'ESCALATED'>;

/** Whom a rung of the ladder tells; at least one, nobody twice. */
export function recipientsOf(rung: TimedRung, parties: Parties): string[] {
  return [...new Set(TELLS[rung](parties))];
}

const TELLS: Record<TimedRung, (parties: Parties) => readonly string[]> = {
  RECEIPT: (parties) => [...receivers(parties), parties.sender],
  // Half time reminds whoever has the ball; a question that waits for the sender is no reason to remind the receiver alone.
  HALF_TIME: (parties) => [...receivers(parties), ...(parties.court === 'SENDER' ? [parties.sender] : [])],
  LIMIT: (parties) => [...receivers(parties), parties.sender],
  SUPERVISOR: ({ court, from, to }) => (court === 'SENDER' ? from : to).supervisors,
  BOTH_SUPERVISORS: ({ from, to }) => [...to.supervisors, ...from.supervisors],
  JOINT_REVIEW: ({ from, to, sender, receiver }) => [...to.supervisors, ...from.supervisors, sender, ...(receiver ? [receiver] : [])],
};

/** The unit's queue and whoever was named, until somebody has accepted; then that person alone. */
function receivers({ accepted, receiver, to }: Parties): readonly string[] {
  if (accepted && receiver) return [receiver];
  return [...(to.intake.length ? to.intake : to.supervisors), ...(receiver ? [receiver] : [])];
}
