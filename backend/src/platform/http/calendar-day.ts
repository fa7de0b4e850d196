/** Days before this are slips of the pen, and year 0 is none to the database. */
const FIRST = '1900-01-01';

/** Whether the text is a day of the calendar, `YYYY-MM-DD`: 30 February is not. */
export function isCalendarDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value < FIRST) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/;

/** Whether the text is a moment in time as the database writes it: a real day, a time that a clock shows, an offset that a zone has. */
export function isInstant(value: string): boolean {
  const day = INSTANT.exec(value)?.[1];
  if (!day || !isCalendarDay(day)) return false;
  try {
    Temporal.Instant.from(value);
    return true;
  } catch {
    return false;
  }
}
