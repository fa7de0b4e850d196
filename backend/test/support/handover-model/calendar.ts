const ZONE = 'Europe/Stockholm';

/** Free Mondays to Fridays, copied from the almanac. */
const FREE = new Set([
  ...['2026-01-01', '2026-01-06', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-06-19', '2026-12-24', '2026-12-25', '2026-12-31'],
  ...['2027-01-01', '2027-01-06', '2027-03-26', '2027-03-29', '2027-05-06', '2027-06-25', '2027-12-24', '2027-12-31'],
]);

type Day = Temporal.PlainDate;
const works = (day: Day): boolean => day.dayOfWeek <= 5 && !FREE.has(day.toString());
const wall = (at: Date): Temporal.ZonedDateTime => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(ZONE);
const begins = (day: Day): number => day.toZonedDateTime(ZONE).epochMilliseconds;
const next = (day: Day): Day => day.add({ days: 1 });

export const dayOf = (at: Date): string => wall(at).toPlainDate().toString();
export const startOfDay = (day: string): Date => new Date(begins(Temporal.PlainDate.from(day)));
export const endOfDay = (day: string): Date => new Date(begins(next(Temporal.PlainDate.from(day))));
export const noonOf = (day: string): Date => new Date(Temporal.PlainDateTime.from(`${day}T12:00`).toZonedDateTime(ZONE).epochMilliseconds);
export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const swedishTime = (local: string): Date => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds);

/** The same time by the clock on the wall, that many working days later. */
export function workingDaysLater(at: Date, days: number): Date {
  let here = wall(at).toPlainDateTime();
  while (!works(here.toPlainDate())) here = next(here.toPlainDate()).toPlainDateTime();
  for (let left = days; left > 0; left -= 1) {
    do here = here.add({ days: 1 });
    while (!works(here.toPlainDate()));
  }
  return new Date(here.toZonedDateTime(ZONE).epochMilliseconds);
}

/** Milliseconds of the working days between. */
export function workingMs(from: Date, to: Date): number {
  let sum = 0;
  for (let day = wall(from).toPlainDate(); begins(day) < to.getTime(); day = next(day))
    if (works(day)) sum += Math.max(0, Math.min(to.getTime(), begins(next(day))) - Math.max(from.getTime(), begins(day)));
  return sum;
}

export function afterWorkingMs(from: Date, ms: number): Date {
  for (let day = wall(from).toPlainDate(); ; day = next(day)) {
    if (!works(day)) continue;
    const begin = Math.max(from.getTime(), begins(day));
    const left = begins(next(day)) - begin;
    if (ms < left) return new Date(begin + ms);
    ms -= left;
  }
}
