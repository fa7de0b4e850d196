import { WORKING_DAY_MS, addWorkingDays, addWorkingTime, lastDayOf, workingDaysSince, workingTimeBetween } from './working-time.ts';

const at = (local: string): Date => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds);

describe('working time', () => {
  it.each([
    ['2026-11-18T08:00', 3, '2026-11-23T08:00', 'over a weekend'],
    ['2026-11-20T16:30', 1, '2026-11-23T16:30', 'from Friday to Monday'],
    ['2026-11-21T11:00', 1, '2026-11-24T00:00', 'begun on a Saturday, counted from Monday'],
    ['2027-03-25T09:15', 2, '2027-03-31T09:15', 'over Easter and the clock moved forward'],
    ['2026-10-23T14:00', 1, '2026-10-26T14:00', 'over the clock moved back'],
    ['2026-12-22T10:00', 3, '2026-12-29T10:00', 'over Christmas'],
    ['2026-12-30T10:00', 1, '2027-01-04T10:00', 'over New Year'],
    ['2026-06-18T10:00', 1, '2026-06-22T10:00', 'over midsommarafton'],
    ['2027-01-05T10:00', 1, '2027-01-07T10:00', 'over trettondedag jul'],
  ])('from %s, %i working days end %s (%s)', (from, days, end) => {
    expect(addWorkingDays(at(from), days)).toEqual(at(end));
    expect(workingTimeBetween(at(from), at(end))).toBe(days * WORKING_DAY_MS);
  });

  it('finds half of three working days where the second of them is', () => {
    expect(addWorkingTime(at('2026-11-18T08:00'), 1.5 * WORKING_DAY_MS)).toEqual(at('2026-11-19T20:00'));
  });

  it('never counts a free day, however the span lies in it', () => {
    expect(workingTimeBetween(at('2026-11-20T23:00'), at('2026-11-23T01:00'))).toBe(2 * 3_600_000);
    expect(workingTimeBetween(at('2026-11-21T09:00'), at('2026-11-22T21:00'))).toBe(0);
    expect(workingTimeBetween(at('2026-11-23T09:00'), at('2026-11-20T09:00'))).toBe(0);
  });

  it.each([
    ['2026-11-18T15:00', '2026-11-18T16:00', 0],
    ['2026-11-18T15:00', '2026-11-19T08:00', 1],
    ['2026-11-18T15:00', '2026-11-23T08:00', 3],
    ['2026-11-20T15:00', '2026-11-22T08:00', 0],
    ['2026-11-21T15:00', '2026-11-24T08:00', 1],
  ])('calls %s → %s day %i', (from, now, day) => {
    expect(workingDaysSince(at(from), at(now))).toBe(day);
  });

  it.each([
    ['2026-11-23T10:00', '2026-11-23'],
    ['2026-11-24T00:00', '2026-11-23'],
    ['2026-11-23T00:00', '2026-11-20'],
    ['2027-01-04T00:00', '2026-12-30'],
  ])('what is due %s can be done until %s', (due, day) => {
    expect(lastDayOf(at(due))).toBe(day);
  });
});
