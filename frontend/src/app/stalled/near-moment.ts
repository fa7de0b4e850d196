import { dayOf, shortDay, timeOf } from '../text/format/dates.ts';
import { daysBetween } from '../text/format/days.ts';
import { type Words } from '../text/words.ts';

const NEAR: Readonly<Record<number, 'yesterday' | 'today' | 'tomorrow'>> = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };

/** "i dag 08.00", "i morgon 08.00", and for days further off "tors 26 nov". `today`: `YYYY-MM-DD` in domain time. */
export function nearMoment(at: string, today: string, words: Words): string {
  const near = NEAR[daysBetween(today, dayOf(at))];
  return near === undefined ? shortDay(at, words.language(), today) : words.t(`stalled.when.${near}`, { time: timeOf(at, words.language()) });
}

/** The same at the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
