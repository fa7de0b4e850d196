import { compareSwedish } from './collation.ts';
import { dayOf, fullMoment, longDay, moment, monthOf, shortDay, timeOf, weekdayAndDay } from './dates.ts';
import { addDays, daysBetween, isDay, parseDay, relativeDay, weekOf } from './days.ts';

describe('dates and times', () => {
  it('writes Swedish days and times the Swedish way', () => {
    expect(shortDay('2026-11-26', 'sv', '2026-11-23')).toBe('tors 26 nov');
    expect(fullMoment('2026-11-26T09:00:00Z', 'sv')).toBe('26 november 2026 kl. 10.00');
    expect(moment('2026-11-18T13:10:00Z', 'sv', '2026-11-23')).toBe('ons 18 nov 14.10');
    expect(weekdayAndDay('2026-11-23', 'sv')).toBe('Måndag 23 november');
    expect(longDay('2026-11-26', 'sv')).toBe('torsdag 26 november 2026');
    expect(monthOf('2026-11-23', 'sv')).toBe('November 2026');
  });

  it('names the year of a day in another year', () => {
    expect(shortDay('2027-07-19', 'sv', '2026-11-23')).toBe('mån 19 juli 2027');
    expect(moment('2025-12-31T23:30:00Z', 'sv', '2026-11-23')).toBe('tors 1 jan 00.30');
    expect(moment('2025-12-31T22:30:00Z', 'en', '2026-11-23')).toBe('Wed 31 Dec 2025 23:30');
  });

  it('writes English with a colon', () => {
    expect(fullMoment('2026-11-26T09:00:00Z', 'en')).toBe('26 November 2026 at 10:00');
  });

  it('is Stockholm time in winter, in summer and on the night between', () => {
    expect(timeOf('2026-06-01T08:00:00Z', 'sv')).toBe('10.00');
    expect(timeOf('2026-10-25T00:30:00Z', 'sv')).toBe('02.30');
    expect(timeOf('2026-10-25T01:30:00Z', 'sv')).toBe('02.30');
    expect(dayOf('2026-11-22T23:30:00Z')).toBe('2026-11-23');
  });

  it.each([
    ['2026-11-23', 'i dag'],
    ['2026-11-24', 'i morgon'],
    ['2026-12-05', 'om 12 dagar'],
    ['2026-11-20', 'för 3 dagar sedan'],
  ])('says %s from Monday 23 November as "%s"', (day, words) => {
    expect(relativeDay(day, '2026-11-23', 'sv').replace('idag', 'i dag').replace('imorgon', 'i morgon')).toBe(words);
  });

  it('counts days over a change of clock and a leap day', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });

  it.each([
    ['2026-11-23', 48],
    ['2026-01-01', 1],
    ['2027-01-01', 53],
    ['2024-12-30', 1],
  ])('knows the week of %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('reads days as people type them and refuses what is none', () => {
    expect(parseDay('20261126')).toBe('2026-11-26');
    expect(parseDay('261126')).toBe('2026-11-26');
    expect(parseDay('2026-11-26')).toBe('2026-11-26');
    expect(parseDay('2026-02-30')).toBeUndefined();
    expect(parseDay('i morgon')).toBeUndefined();
    expect(isDay('2026-13-01')).toBe(false);
  });

  it('sorts å ä ö last', () => {
    expect(['Öman', 'Ek', 'Åkesson', 'Ärlig', 'Zetter'].sort(compareSwedish)).toEqual(['Ek', 'Zetter', 'Åkesson', 'Ärlig', 'Öman']);
  });
});
