import { addDays, weekOf } from '../text/format/days.ts';

export interface CalendarDay {
  readonly day: string;
  readonly date: number;
  /** Of the month before or after. */
  readonly outside: boolean;
}

export interface CalendarWeek {
  readonly number: number;
  readonly days: readonly CalendarDay[];
}

/** The weeks, Monday first, that show the month of a day (`YYYY-MM-DD`). */
export function monthGrid(day: string): readonly CalendarWeek[] {
  const month = day.slice(0, 7);
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T12:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: CalendarWeek[] = [];
  for (let monday = addDays(first, -weekday); monday.slice(0, 7) <= month; monday = addDays(monday, 7)) {
    const days = [0, 1, 2, 3, 4, 5, 6].map((n) => {
      const each = addDays(monday, n);
      return { day: each, date: Number(each.slice(8)), outside: !each.startsWith(month) };
    });
    weeks.push({ number: weekOf(monday), days });
  }
  return weeks;
}

/** The same date some months away, or the last day of a shorter month. */
export function sameDayInMonth(day: string, months: number): string {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1 + months;
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(Number(day.slice(8)), last))).toISOString().slice(0, 10);
}
