import { isWorkingDay, plusDays, workingDayBefore } from '@samspel/shared/calendar/working-days.ts';

const ZONE = 'Europe/Stockholm';
const WEEKS_SINCE_START = 8;
/** Eight and a half months of full sick leave before the first day back at work (the source's "åtta och en halv månad"). */
const FIRST_VISIT_TO_START = 259;

/** The days the demo town is told from, all `YYYY-MM-DD`. */
export interface TownCalendar {
  readonly today: string;
  readonly monday: string;
  /** Eva's first day back at work. */
  readonly start: string;
  /** Eva's first visit to the health centre. */
  readonly firstVisit: string;
}

/** `today`: the calendar day in Sweden on which the town is built. */
export function townCalendar(today: string): TownCalendar {
  const monday = mondayOf(today);
  const start = plusDays(monday, -7 * WEEKS_SINCE_START);
  return { today, monday, start, firstVisit: plusDays(start, -FIRST_VISIT_TO_START) };
}

export function mondayOf(day: string): string {
  return plusDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);
}

/** The working day `days` calendar days before `today`, or the last one before that. Never today: nothing is told from the future. */
export function daysAgo(today: string, days: number): string {
  const day = plusDays(today, -Math.max(1, days));
  return isWorkingDay(day) ? day : workingDayBefore(day);
}

/** The `days`th working day before `today`, which is none of them: what limits in working days are told from. */
export function workingDaysAgo(today: string, days: number): string {
  return days > 1 ? workingDaysAgo(workingDayBefore(today), days - 1) : workingDayBefore(today);
}

/** The first working day at least `days` calendar days after `today`. */
export function daysAhead(today: string, days: number): string {
  const day = plusDays(today, days);
  return isWorkingDay(day) ? day : daysAhead(today, days + 1);
}

/** The same date so many months later; the last of the month where it has no such date. */
export function monthsAfter(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** `clock` as written in Swedish: `9.10`. */
export function momentAt(day: string, clock: string): Date {
  const [hour = 0, minute = 0] = clock.split('.').map(Number);
  const plainTime = Temporal.PlainTime.from({ hour, minute });
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime }).epochMilliseconds);
}
