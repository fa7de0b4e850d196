import { momentAt } from '../town/town-calendar.ts';
import { sameTimeAhead, workingDayAhead, workingDaysBetween } from './clock-jump.rules.ts';

describe('a jump of the demo clock', () => {
  it.each([
    ['over a night', '2026-11-26', 1, '2026-11-27'],
    ['over a weekend', '2026-11-27', 1, '2026-11-30'],
    ['from a Saturday', '2026-11-28', 1, '2026-11-30'],
    ['over Christmas', '2026-12-23', 1, '2026-12-28'],
    ['over New Year', '2026-12-30', 2, '2027-01-05'],
    ['over Easter', '2027-03-25', 1, '2027-03-30'],
    ['over Midsummer', '2027-06-24', 1, '2027-06-28'],
    ['of ten days in an ordinary fortnight', '2026-11-09', 10, '2026-11-23'],
  ])('%s, from %s and %i on, lands on %s', (_, from, days, to) => {
    expect(workingDayAhead(from, days)).toBe(to);
    expect(workingDaysBetween(from, to)).toBe(days);
  });

  it('counts no working day when nothing was moved, or when the days between are free', () => {
    expect(workingDaysBetween('2026-11-26', '2026-11-26')).toBe(0);
    expect(workingDaysBetween('2026-11-27', '2026-11-29')).toBe(0);
  });

  it.each([
    ['into summer time', '2027-03-25', '2027-03-30', 119],
    ['into winter time', '2026-10-23', '2026-10-26', 73],
    ['in the same season', '2026-11-26', '2026-11-27', 24],
  ])('%s, keeps the time by the clock on the wall', (_, from, to, hours) => {
    const start = momentAt(from, '9.10');
    expect(sameTimeAhead(start, 1)).toEqual(momentAt(to, '9.10'));
    expect(sameTimeAhead(start, 1).getTime() - start.getTime()).toBe(hours * 3_600_000);
  });
});
