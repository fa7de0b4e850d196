import { isWorkingDay, plusDays } from '@samspel/shared/calendar/working-days.ts';

const ZONE = 'Europe/Stockholm';

/** The `days`th Swedish working day after `day` (`YYYY-MM-DD`, a working day or not). */
export function workingDayAhead(day: string, days: number): string {
  const next = plusDays(day, 1);
  if (!isWorkingDay(next)) return workingDayAhead(next, days);
  return days === 1 ? next : workingDayAhead(next, days - 1);
}

/** Swedish working days after `from`, up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: string, to: string): number {
  let days = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) if (isWorkingDay(day)) days += 1;
  return days;
}

/** The same time by a Swedish clock on the wall, `days` working days ahead. An hour that the spring skips becomes the one after it. */
export function sameTimeAhead(now: Date, days: number): Date {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const there = Temporal.PlainDate.from(workingDayAhead(here.toPlainDate().toString(), days));
  return new Date(there.toZonedDateTime({ timeZone: ZONE, plainTime: here.toPlainTime() }).epochMilliseconds);
}
