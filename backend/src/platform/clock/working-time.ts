import { isWorkingDay, plusDays, workingDayBefore } from '@samspel/shared/calendar/working-days.ts';

const ZONE = 'Europe/Stockholm';
/**
 * A working day has 24 hours, all of them: the clock is moved on Sundays only (directive 2000/84/EC), which never count. So working time is
 * the working days laid end to end, and the same time of day `n` working days later is `n` days of it.
 */
export const WORKING_DAY_MS = 86_400_000;

const SPANS_KEPT = 10_000;

/** The instant `ms` of working time after `from`. What begins on a free day begins when the next working day does. */
export function addWorkingTime(from: Date, ms: number): Date {
  let { day, into } = inWorkingTime(from);
  for (into += ms; into >= WORKING_DAY_MS; into -= WORKING_DAY_MS) day = nextWorkingDay(plusDays(day, 1));
  return new Date(startOf(day) + into);
}

export const addWorkingDays = (from: Date, days: number): Date => addWorkingTime(from, days * WORKING_DAY_MS);

/** Working time from `from` to `to`, in ms; 0 when `to` is not later. */
export function workingTimeBetween(from: Date, to: Date): number {
  const start = inWorkingTime(from);
  const end = inWorkingTime(to);
  if (to <= from) return 0;
  return workingDaysBetween(start.day, end.day) * WORKING_DAY_MS + end.into - start.into;
}

const spans = new Map<string, number>();

/** Kept per pair of days: the measures of a year ask for the same few thousands of times. */
function workingDaysBetween(first: string, last: string): number {
  const known = spans.get(first + last);
  if (known !== undefined) return known;
  let days = 0;
  for (let day = first; day < last; day = nextWorkingDay(plusDays(day, 1))) days += 1;
  if (spans.size >= SPANS_KEPT) spans.clear();
  spans.set(first + last, days);
  return days;
}

/** Which working day it is since `from`, counting the day it began as day 0: "dag 3 av 3" is the third working day after it. */
export function workingDaysSince(from: Date, now: Date): number {
  let days = 0;
  const last = dayOf(now);
  for (let day = nextWorkingDay(dayOf(from)); day < last;) {
    day = nextWorkingDay(plusDays(day, 1));
    if (day <= last) days += 1;
  }
  return days;
}

/** The last day on which something due then can still be done in time: a limit at midnight is the end of the working day before. */
export function lastDayOf(due: Date): string {
  const day = dayOf(due);
  return due.getTime() === startOf(day) ? workingDayBefore(day) : day;
}

/** Midnight in Sweden at which `day` begins. */
export const startOf = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime(ZONE).epochMilliseconds;

function inWorkingTime(moment: Date): { day: string; into: number } {
  const today = dayOf(moment);
  if (!isWorkingDay(today)) return { day: nextWorkingDay(today), into: 0 };
  return { day: today, into: moment.getTime() - startOf(today) };
}

const nextWorkingDay = (day: string): string => (isWorkingDay(day) ? day : nextWorkingDay(plusDays(day, 1)));

const dayOf = (moment: Date): string => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE).toPlainDate().toString();
