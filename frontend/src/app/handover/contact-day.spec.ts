import { contactDay } from './contact-day.ts';

describe('contactDay', () => {
  it.each([
    ['2026-11-23', '2026-11-26'],
    ['2026-11-26', '2026-12-01'],
    ['2026-11-29', '2026-12-02'],
    ['2026-12-22', '2026-12-29'],
  ])('from %s is three working days ahead: %s', (today, expected) => {
    expect(contactDay(today)).toBe(expected);
  });
});
