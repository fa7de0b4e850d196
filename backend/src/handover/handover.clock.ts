import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import { type HandoverRung, LADDER, type LadderRung, type Timer } from '@samspel/shared/alert/alert.ts';
import { type HandoverState, isPending } from '@samspel/shared/handover/handover.ts';
import { addWorkingDays, addWorkingTime, startOf, workingTimeBetween } from '../platform/clock/working-time.ts';

/** Working days, per link. */
export interface Limits {
  receiptDays: number;
  ownerDays: number;
  firstContactDays: number;
  loopDays: number;
}

/** The times a handover's clock runs on; all domain time. */
export interface ClockFacts {
  state: HandoverState;
  ownerLost: boolean;
  heldFrom: 'ACCEPTED' | 'IN_PROGRESS' | null;
  /** `YYYY-MM-DD`: wakes when that day begins. */
  heldUntil: string | null;
  /** Working time spent on hold, by which the times after acceptance have been moved. */
  heldSeconds: number;
  offeredAt: Date | null;
  receiptDueAt: Date | null;
  ownerDueAt: Date | null;
  acceptedAt: Date | null;
  firstContactAt: Date | null;
  firstContactDueAt: Date | null;
  loopDueAt: Date | null;
  closeAt: Date | null;
  closedAt: Date | null;
  epoch: number;
  /** Rungs already climbed in this stage. */
  fired: readonly string[];
}

/** What follows from them, stored beside them so that one index finds what is due. */
export interface Timing {
  epoch: number;
  fired: readonly string[];
  nextTimer: Timer | null;
  nextTimerAt: Date | null;
  stageStartedAt: Date | null;
  /** From then on it stands on the supervisors' board; null: it does not. */
  stalledFrom: Date | null;
}

/** An earlier latest answer day shortens the wait, a later one does not lengthen the link's limit. */
export function dueWhenOffered(at: Date, limits: Limits, answerBy: string | null): Pick<ClockFacts, 'receiptDueAt' | 'ownerDueAt'> {
  const limit = addWorkingDays(at, limits.ownerDays);
  const asked = answerBy ? new Date(startOf(plusDays(answerBy, 1))) : limit;
  const ownerDueAt = earlier(limit, asked > at ? asked : limit);
  return { receiptDueAt: earlier(addWorkingDays(at, limits.receiptDays), ownerDueAt), ownerDueAt };
}

/** `heldSeconds`: working time spent on hold so far, which moves both. */
export function dueWhenAccepted(at: Date, limits: Limits, heldSeconds = 0): Pick<ClockFacts, 'firstContactDueAt' | 'loopDueAt'> {
  const due = (days: number): Date => addWorkingTime(addWorkingDays(at, days), heldSeconds * 1000);
  return { firstContactDueAt: due(limits.firstContactDays), loopDueAt: due(limits.loopDays) };
}

/** Closes by itself at the link's limit, but leaves the sender the time to receive in which to see the outcome. */
export function closesAt(endedAt: Date, loopDueAt: Date, limits: Limits): Date {
  const seen = addWorkingDays(endedAt, limits.receiptDays);
  return seen > loopDueAt ? seen : loopDueAt;
}

/** The stage a handover is in, the next thing its clock does, and since when it counts as stalled. */
export function timing(facts: ClockFacts): Timing {
  const epoch = epochOf(facts);
  const fired = epoch === facts.epoch ? facts.fired : [];
  const [nextTimer, nextTimerAt] = nextOf({ ...facts, fired }) ?? [null, null];
  return { epoch, fired, nextTimer, nextTimerAt, stageStartedAt: stageOf(facts)?.from ?? null, stalledFrom: stalledFrom(facts) };
}

/** When each rung of the present stage is due, whether climbed or not; for the board's picture of the ladder. */
export function ladderOf(facts: ClockFacts): { rung: HandoverRung; at: Date }[] {
  const stage = facts.closedAt ? null : stageOf(facts);
  if (!stage) return [];
  const rungs: { rung: HandoverRung; at: Date }[] = LADDER.map((step) => ({ rung: step.rung, at: rungAt(stage, step) }));
  // Once received there is nothing left to receive.
  if (facts.state === 'OFFERED') rungs.push({ rung: 'RECEIPT', at: facts.receiptDueAt! });
  return rungs.toSorted((a, b) => a.at.getTime() - b.at.getTime() || ORDER.indexOf(a.rung) - ORDER.indexOf(b.rung));
}

const ORDER: readonly HandoverRung[] = ['RECEIPT', ...LADDER.map(({ rung }) => rung)];
const EPOCHS: Partial<Record<HandoverState, number>> = { ACCEPTED: 2, IN_PROGRESS: 3, COMPLETED: 4, FAILED: 4 };

interface Stage {
  from: Date;
  due: Date;
  /** Working time within it that does not count, in ms. */
  held: number;
}

function epochOf({ state, heldFrom }: ClockFacts): number {
  return EPOCHS[state === 'ON_HOLD' ? heldFrom! : state] ?? 1;
}

/** What is waited for: an owner, the first contact, or the loop to close. Null: nothing that alerts anybody. */
function stageOf(facts: ClockFacts): Stage | null {
  const held = facts.heldSeconds * 1000;
  if (isPending(facts.state)) return { from: facts.offeredAt!, due: facts.ownerDueAt!, held: 0 };
  if (facts.state === 'ACCEPTED') return { from: facts.acceptedAt!, due: facts.firstContactDueAt!, held };
  if (facts.state === 'IN_PROGRESS') return { from: facts.firstContactAt!, due: facts.loopDueAt!, held };
  return null;
}

function nextOf(facts: ClockFacts): [Timer, Date] | null {
  if (facts.closedAt) return null;
  if (facts.state === 'ON_HOLD') return ['WAKE', new Date(startOf(facts.heldUntil!))];
  if (facts.closeAt) return ['CLOSE', facts.closeAt];
  const next = ladderOf(facts).find(({ rung }) => !facts.fired.includes(rung));
  return next ? [next.rung as Timer, next.at] : null;
}

/**
 * Half time is half of what counts, so that nobody is reminded the moment a hold ends. Holds before the first contact are not told apart from
 * those after it: the reminder then comes somewhat late, never early, and never after the limit.
 */
function rungAt({ from, due, held }: Stage, step: { rung: LadderRung; after: number | null }): Date {
  if (step.after !== null) return addWorkingDays(due, step.after);
  return earlier(due, addWorkingTime(from, Math.max(0, workingTimeBetween(from, due) - held) / 2 + held));
}

/** The board shows what has no owner at once, what nobody has received in time, and what is half-way to a first contact without one. */
function stalledFrom(facts: ClockFacts): Date | null {
  const stage = facts.closedAt ? null : stageOf(facts);
  if (!stage) return null;
  if (isPending(facts.state)) return facts.ownerLost ? facts.offeredAt : facts.receiptDueAt;
  return facts.state === 'ACCEPTED' ? rungAt(stage, LADDER[0]) : facts.loopDueAt;
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
