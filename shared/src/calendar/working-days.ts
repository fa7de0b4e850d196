const DAY_MS = 86_400_000;

/**
 * A Swedish working day: not Saturday, Sunday or a public holiday (lag 1989:253), nor midsommarafton, julafton or nyårsafton,
 * which the law on time limits counts with them (lag 1930:173 2 §). `day`: `YYYY-MM-DD`.
 */
export function isWorkingDay(day: string): boolean {
  const weekday = weekdayOf(day);
  return weekday <= 5 && !freeDaysOf(day.slice(0, 4)).has(day);
}

/** The last working day before `day`. */
export function workingDayBefore(day: string): string {
  const before = plusDays(day, -1);
  return isWorkingDay(before) ? before : workingDayBefore(before);
}

/** Week number by ISO 8601, which Sweden uses: week 1 holds the year's first Thursday. */
export function weekNumber(day: string): number {
  const thursday = plusDays(day, 4 - weekdayOf(day));
  return 1 + Math.floor((Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / (7 * DAY_MS));
}

const known = new Map<string, Set<string>>();

/** Kept per year: due times of thousands of handovers ask for the same few. */
function freeDaysOf(year: string): Set<string> {
  const days = known.get(year) ?? freeDays(Number(year));
  known.set(year, days);
  return days;
}

/** Free days that can fall on Monday to Friday; pingstdagen, påskdagen and alla helgons dag never do. */
function freeDays(year: number): Set<string> {
  const easter = easterSunday(year);
  // Midsommardagen is the Saturday between 20 and 26 June; its eve is the Friday before.
  const midsummerEve = plusDays(`${year}-06-25`, -((weekdayOf(`${year}-06-25`) + 2) % 7));
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map((rest) => `${year}-${rest}`);
  return new Set([...fixed, plusDays(easter, -2), plusDays(easter, 1), plusDays(easter, 39), midsummerEve]);
}

/** Gregorian Easter by the anonymous algorithm (Nature, 20 April 1876). */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const days = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(days / 31)).padStart(2, '0')}-${String((days % 31) + 1).padStart(2, '0')}`;
}

/** 1 = Monday … 7 = Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

export const plusDays = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
