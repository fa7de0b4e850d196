import { AHEAD_MAX_DAYS, HOLD_MAX_DAYS } from '@samspel/shared/handover/handover.ts';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';

interface Wrong {
  pointer: string;
  code: string;
}
const wrong = (pointer: string, code: string): Wrong => ({ pointer, code });

/** A day that lies ahead; days are YYYY-MM-DD and compare as text. Empty when nothing is wrong. */
export function whyNotAhead(pointer: string, day: string, today: string): Wrong[] {
  if (day < today) return [wrong(pointer, 'past')];
  return day > plusDays(today, AHEAD_MAX_DAYS) ? [wrong(pointer, 'tooFar')] : [];
}

/** A hold wakes on a later day. */
export function whyNotUntil(until: string, today: string): Wrong[] {
  if (until <= today) return [wrong('/until', 'past')];
  return until > plusDays(today, HOLD_MAX_DAYS) ? [wrong('/until', 'tooFar')] : [];
}

/** A first contact has been made, and not before the person was handed over at all. */
export function whyNotContacted(on: string, today: string, offeredOn: string): Wrong[] {
  if (on > today) return [wrong('/on', 'inTheFuture')];
  return on < offeredOn ? [wrong('/on', 'beforeOffered')] : [];
}

/** What must be said before anything is sent. */
export function whyNotSent({ asked, reason }: { asked: string; reason: string }): Wrong[] {
  return [...(asked ? [] : [wrong('/asked', 'required')]), ...(reason ? [] : [wrong('/reason', 'required')])];
}

/** The link's checklist with what the sender says is done; null when a ticked line is not on it. */
export function checklistOf(lines: readonly string[], ticked: readonly string[]): { text: string; done: boolean }[] | null {
  if (ticked.some((text) => !lines.includes(text))) return null;
  return lines.map((text) => ({ text, done: ticked.includes(text) }));
}
