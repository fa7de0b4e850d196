import { monthGrid, sameDayInMonth } from './calendar-grid.ts';

describe('monthGrid', () => {
  it('begins on a Monday, ends on a Sunday and numbers the weeks', () => {
    const weeks = monthGrid('2026-11-23');
    expect(weeks.map((week) => week.number)).toEqual([44, 45, 46, 47, 48, 49]);
    expect(weeks[0]?.days[0]).toEqual({ day: '2026-10-26', date: 26, outside: true });
    expect(weeks.at(-1)?.days.at(-1)).toEqual({ day: '2026-12-06', date: 6, outside: true });
  });

  it('shows four weeks when February fits in them', () => {
    expect(monthGrid('2027-02-10')).toHaveLength(4);
  });
});

describe('sameDayInMonth', () => {
  it.each([
    ['2026-11-23', 1, '2026-12-23'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2027-01-15', -1, '2026-12-15'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(sameDayInMonth(day, months)).toBe(expected);
  });
});
