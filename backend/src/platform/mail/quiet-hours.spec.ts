import { mailTime } from './quiet-hours.ts';

const at = (text: string): Date => new Date(text);

describe('mails leave between 07.00 and 20.00 Swedish time on working days', () => {
  it.each([
    ['a Monday at noon', '2026-11-23T12:00:00+01:00'],
    ['a Monday at 07.00', '2026-11-23T07:00:00+01:00'],
    ['a Monday at 19.59', '2026-11-23T19:59:59+01:00'],
    ['a summer day at 07.00', '2026-07-01T07:00:00+02:00'],
  ])('at once on %s', (_, moment) => {
    expect(mailTime(at(moment)).toISOString()).toBe(at(moment).toISOString());
  });

  it.each([
    ['Monday 06.59', '2026-11-23T06:59:59+01:00', '2026-11-23T07:00:00+01:00'],
    ['Monday 20.00', '2026-11-23T20:00:00+01:00', '2026-11-24T07:00:00+01:00'],
    ['Friday 20.01', '2026-11-20T20:01:00+01:00', '2026-11-23T07:00:00+01:00'],
    ['Saturday noon', '2026-11-21T12:00:00+01:00', '2026-11-23T07:00:00+01:00'],
    ['shortly after midnight on a Monday', '2026-11-23T00:05:00+01:00', '2026-11-23T07:00:00+01:00'],
    ['the Saturday before Easter, while the clock goes forward', '2027-03-27T23:30:00+01:00', '2027-03-30T07:00:00+02:00'],
    ['the Friday before the clock goes forward', '2026-03-27T20:30:00+01:00', '2026-03-30T07:00:00+02:00'],
    ['the Friday before the clock goes back', '2026-10-23T21:00:00+02:00', '2026-10-26T07:00:00+01:00'],
    ['the hour that comes twice, second time', '2026-10-25T02:30:00+01:00', '2026-10-26T07:00:00+01:00'],
    ['the evening before julafton', '2026-12-23T20:00:00+01:00', '2026-12-28T07:00:00+01:00'],
    ['midsommarafton at noon', '2026-06-19T12:00:00+02:00', '2026-06-22T07:00:00+02:00'],
    ['nyårsafton at noon', '2026-12-31T12:00:00+01:00', '2027-01-04T07:00:00+01:00'],
    ['trettondag jul, a Wednesday', '2027-01-06T08:00:00+01:00', '2027-01-07T07:00:00+01:00'],
    ['skärtorsdag at 20.00', '2027-03-25T20:00:00+01:00', '2027-03-30T07:00:00+02:00'],
  ])('from %s to when the next window opens', (_, moment, opens) => {
    expect(mailTime(at(moment)).toISOString()).toBe(at(opens).toISOString());
  });
});
