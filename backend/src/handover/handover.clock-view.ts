import { isPending } from '@samspel/shared/handover/handover.ts';
import type { Timer } from '@samspel/shared/alert/alert.ts';
import { startOf, workingDaysSince, workingTimeBetween } from '../platform/clock/working-time.ts';
import type { ClockFacts } from './handover.clock.ts';

type Instants = { [K in keyof ClockFacts]: ClockFacts[K] extends Date | null ? string | null : ClockFacts[K] };

/** The clock as SQL hands it over: instants as text. */
export interface StoredClock extends Instants {
  heldAt: string | null;
  heldSeconds: number;
  endedAt: string | null;
  nextTimer: Timer | null;
  nextTimerAt: string | null;
  stageStartedAt: string | null;
  stalledFrom: string | null;
}

export const CLOCK_STAGES = ['OWNER', 'FIRST_CONTACT', 'LOOP', 'CLOSING', 'ON_HOLD'] as const;
export type ClockStage = (typeof CLOCK_STAGES)[number];

/** The clock in figures: "dag 2 av 3". Days are Swedish working days. */
export interface ClockReading {
  stage: ClockStage | null;
  dueAt: string | null;
  day: number;
  ofDays: number;
  overdue: boolean;
  nextTimer: Timer | null;
  nextTimerAt: string | null;
  heldUntil: string | null;
  heldDays: number;
}

const moment = (text: string | null): Date | null => (text ? new Date(text) : null);

/** What `handover.clock.ts` computes with. */
export function clockFacts(stored: StoredClock): ClockFacts {
  const { state, ownerLost, heldFrom, heldUntil, heldSeconds, epoch, fired } = stored;
  const { offeredAt, receiptDueAt, ownerDueAt, acceptedAt, firstContactAt, firstContactDueAt, loopDueAt, closeAt, closedAt } = stored;
  return {
    ...{ state, ownerLost, heldFrom, heldUntil, heldSeconds, epoch, fired },
    ...{ offeredAt: moment(offeredAt), receiptDueAt: moment(receiptDueAt), ownerDueAt: moment(ownerDueAt), acceptedAt: moment(acceptedAt) },
    ...{ firstContactAt: moment(firstContactAt), firstContactDueAt: moment(firstContactDueAt), loopDueAt: moment(loopDueAt) },
    ...{ closeAt: moment(closeAt), closedAt: moment(closedAt) },
  };
}

/** How a reader is told the time. A loop is counted from acceptance, as the link's limit is. */
export function clockReading(stored: StoredClock, now: Date): ClockReading {
  const { nextTimer, nextTimerAt, heldUntil } = stored;
  const heldNow = stored.heldAt && stored.state === 'ON_HOLD' ? workingTimeBetween(new Date(stored.heldAt), now) : 0;
  const rest = { nextTimer, nextTimerAt, heldUntil, heldDays: Math.floor((stored.heldSeconds * 1000 + heldNow) / DAY_MS) };
  const span = spanOf(stored);
  if (!span) return { stage: null, dueAt: null, day: 0, ofDays: 0, overdue: false, ...rest };
  const from = new Date(span.from);
  const due = new Date(span.due);
  return {
    stage: span.stage,
    dueAt: due.toISOString(),
    day: workingDaysSince(from, now),
    ofDays: workingDaysSince(from, due),
    overdue: now >= due,
    ...rest,
  };
}

const DAY_MS = 86_400_000;

function spanOf(stored: StoredClock): { stage: ClockStage; from: string; due: string } | null {
  if (stored.closedAt) return null;
  const { state, acceptedAt } = stored;
  if (isPending(state)) return { stage: 'OWNER', from: stored.offeredAt!, due: stored.ownerDueAt! };
  if (state === 'ACCEPTED') return { stage: 'FIRST_CONTACT', from: acceptedAt!, due: stored.firstContactDueAt! };
  if (state === 'IN_PROGRESS') return { stage: 'LOOP', from: acceptedAt!, due: stored.loopDueAt! };
  if (state === 'ON_HOLD') return { stage: 'ON_HOLD', from: stored.heldAt!, due: new Date(startOf(stored.heldUntil!)).toISOString() };
  return stored.closeAt ? { stage: 'CLOSING', from: stored.endedAt!, due: stored.closeAt } : null;
}
