import { isWorkingDay, plusDays, weekNumber, workingDayBefore } from './working-days.ts';

/** Days off from Monday to Friday, read from printed Swedish calendars. */
const FREE: Record<number, string> = {
  2025: '01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31',
  2026: '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31',
  2027: '01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31',
  2028: '01-06 04-14 04-17 05-01 05-25 06-06 06-23 12-25 12-26',
  2029: '01-01 03-30 04-02 05-01 05-10 06-06 06-22 12-24 12-25 12-26 12-31',
  2030: '01-01 04-19 04-22 05-01 05-30 06-06 06-21 12-24 12-25 12-26 12-31',
};

const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, index) => plusDays(`${year}-01-01`, index)).filter((day) => day.startsWith(`${year}-`));
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

describe('working days', () => {
  it.each(Object.entries(FREE))('knows the days off of %s', (year, days) => {
    const free = daysOf(Number(year)).filter((day) => !isWeekend(day) && !isWorkingDay(day));
    expect(free.map((day) => day.slice(5)).join(' ')).toBe(days);
  });

  it('counts no weekend', () => {
    expect(daysOf(2026).filter((day) => isWeekend(day) && isWorkingDay(day))).toEqual([]);
  });

  it.each([
    ['2026-11-23', '2026-11-20'],
    ['2026-11-24', '2026-11-23'],
    ['2026-04-07', '2026-04-02'],
    ['2027-01-04', '2026-12-30'],
  ])('finds the working day before %s', (day, before) => {
    expect(workingDayBefore(day)).toBe(before);
  });

  it.each([
    ['2026-11-23', 48],
    ['2026-01-01', 1],
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
  ])('numbers the week of %s', (day, week) => {
    expect(weekNumber(day)).toBe(week);
  });
});
