import { isWorkingDay } from '@samspel/shared/calendar/working-days.ts';
import { daysAgo, daysAhead, momentAt, monthsAfter, townCalendar, workingDaysAgo } from './town-calendar.ts';

describe('the calendar of the demo town', () => {
  it('counts from this week’s Monday, as the mock-ups do', () => {
    expect(townCalendar('2026-11-23')).toEqual({ today: '2026-11-23', monday: '2026-11-23', start: '2026-09-28', firstVisit: '2026-01-12' });
  });

  it('stays with the week’s Monday on a Sunday', () => {
    expect(townCalendar('2026-11-22')).toEqual({ today: '2026-11-22', monday: '2026-11-16', start: '2026-09-21', firstVisit: '2026-01-05' });
  });

  it('looks back to working days only, and never to today', () => {
    expect(daysAgo('2026-11-22', 0)).toBe('2026-11-20');
    expect(daysAgo('2026-01-07', 1)).toBe('2026-01-05');
    for (let days = 0; days < 60; days++) expect(isWorkingDay(daysAgo('2026-11-23', days))).toBe(true);
  });

  it('counts working days back, over weekends and holidays', () => {
    expect([1, 2, 5].map((days) => workingDaysAgo('2026-11-22', days))).toEqual(['2026-11-20', '2026-11-19', '2026-11-16']);
    expect([1, 2, 3, 6].map((days) => workingDaysAgo('2027-01-07', days))).toEqual(['2027-01-05', '2027-01-04', '2026-12-30', '2026-12-23']);
  });

  it('looks ahead to working days only', () => {
    expect(daysAhead('2026-12-24', 0)).toBe('2026-12-28');
    expect(daysAhead('2026-11-23', 4)).toBe('2026-11-27');
  });

  it('knows Swedish time in winter and in summer', () => {
    expect(momentAt('2026-11-23', '9.10').toISOString()).toBe('2026-11-23T08:10:00.000Z');
    expect(momentAt('2026-07-01', '9.05').toISOString()).toBe('2026-07-01T07:05:00.000Z');
  });

  it('counts months to the last of a shorter month', () => {
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28');
  });
});
