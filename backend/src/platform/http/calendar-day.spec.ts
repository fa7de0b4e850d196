import { isCalendarDay, isInstant } from './calendar-day.ts';

describe('days and moments that come from outside', () => {
  it.each(['2026-11-23', '2028-02-29', '1900-01-01', '9999-12-31'])('%s is a day', (day) => expect(isCalendarDay(day)).toBe(true));

  it.each(['2026-02-30', '2026-13-01', '2027-02-29', '0000-01-01', '1899-12-31', '26-11-23', '2026-11-23T00:00:00Z', ''])('%s is none', (day) =>
    expect(isCalendarDay(day)).toBe(false),
  );

  it.each(['2026-11-23T08:40:00Z', '2026-11-23 08:40:00.123456+00', '2026-10-25 02:30:00+02:00', '2026-11-23T08:40:00.1-0330'])(
    '%s is a moment',
    (at) => expect(isInstant(at)).toBe(true),
  );

  it.each([
    '2026-02-30T10:00:00Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23T10:61:00Z',
    '0000-01-01T00:00:00Z',
    '2026-01-01T00:00:00+99',
    '2026-01-01T00:00:00',
  ])('%s is none', (at) => expect(isInstant(at)).toBe(false));
});
