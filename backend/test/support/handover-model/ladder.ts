import { afterWorkingMs, endOfDay, workingDaysLater, workingMs } from './calendar.ts';
import { type Baton, type Model, waits } from './model.ts';

interface Limits {
  receipt: number;
  owner: number;
  contact: number;
  loop: number;
}

/** Shorter between the two organisations most handovers go between, so that whole loops close within a test. */
export const FK_TO_AF: Limits = { receipt: 2, owner: 5, contact: 3, loop: 12 };
const ORDINARY: Limits = { receipt: 1, owner: 3, contact: 5, loop: 30 };
const limitsOf = (model: Model, { from, to }: Baton): Limits => (model.orgOf(from) === 'fk' && to === 'af' ? FK_TO_AF : ORDINARY);

const first = (one: Date, other: Date): Date => (one < other ? one : other);
const last = (one: Date, other: Date): Date => (one > other ? one : other);

export const epochOf = ({ state, held }: Baton): number => ({ ACCEPTED: 2, IN_PROGRESS: 3, COMPLETED: 4, FAILED: 4 })[held?.from ?? state] ?? 1;

function dueOf(model: Model, baton: Baton): { owner: Date; receipt: Date; contact: Date; loop: Date } {
  const limits = limitsOf(model, baton);
  const limit = workingDaysLater(baton.offeredAt!, limits.owner);
  const owner = baton.answerBy ? first(limit, endOfDay(baton.answerBy)) : limit;
  const after = (days: number): Date =>
    baton.acceptedAt ? afterWorkingMs(workingDaysLater(baton.acceptedAt, days), Math.round(baton.heldMs / 1000) * 1000) : limit;
  return {
    owner,
    receipt: first(workingDaysLater(baton.offeredAt!, limits.receipt), owner),
    contact: after(limits.contact),
    loop: after(limits.loop),
  };
}

/** What the ladder has for the stage it is in, and when. */
export function rungsOf(model: Model, baton: Baton): [rung: string, at: Date][] {
  if (baton.closed) return [];
  const due = waits(baton) || baton.acceptedAt ? dueOf(model, baton) : null;
  if (!due) return [];
  if (waits(baton))
    return [...(baton.state === 'OFFERED' ? [['RECEIPT', due.receipt] as [string, Date]] : []), ...steps(baton.offeredAt!, due.owner)];
  if (baton.state === 'ACCEPTED') return steps(baton.acceptedAt!, due.contact, baton.heldMs);
  return baton.state === 'IN_PROGRESS' ? steps(baton.contactAt!, due.loop, baton.heldMs) : [];
}

/** `held`: working time that does not count, so that nobody is reminded the moment a hold ends. */
const steps = (from: Date, due: Date, held = 0): [string, Date][] => [
  ['HALF_TIME', first(due, afterWorkingMs(from, Math.max(0, workingMs(from, due) - held) / 2 + held))],
  // Asked for by a Friday, it is late when Monday begins.
  ['LIMIT', workingDaysLater(due, 0)],
  ['SUPERVISOR', workingDaysLater(due, 1)],
  ['BOTH_SUPERVISORS', workingDaysLater(due, 3)],
  ['JOINT_REVIEW', workingDaysLater(due, 5)],
];

/** When a finished one closes by itself. */
export function closesAt(model: Model, baton: Baton): Date {
  return last(dueOf(model, baton).loop, workingDaysLater(baton.endedAt!, limitsOf(model, baton).receipt));
}
