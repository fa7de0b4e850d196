import { ACTIVITY_STATES, isOpenActivity } from '@samspel/shared/plan/plan.ts';
import { activityTimes, overdueDays } from './activity.clock.ts';

/** Swedish winter time. */
const at = (local: string): Date => new Date(`${local}:00+01:00`);

describe('the clock of an activity', () => {
  it.each([
    // Wednesday; Friday, over a weekend; over Christmas and New Year; over New Year and trettondagen.
    ['2026-11-25', '2026-11-26T00:00', '2026-12-01T00:00'],
    ['2026-11-27', '2026-11-28T00:00', '2026-12-03T00:00'],
    ['2026-12-23', '2026-12-24T00:00', '2027-01-04T00:00'],
    ['2026-12-30', '2026-12-31T00:00', '2027-01-08T00:00'],
  ])('due %s: the owner at %s, the team at %s', (dueOn, owner, team) => {
    expect(activityTimes(dueOn, 'PLANNED')).toEqual({ nextTimer: 'OVERDUE_OWNER', nextTimerAt: at(owner) });
    expect(activityTimes(dueOn, 'BLOCKED', ['OVERDUE_OWNER'])).toEqual({ nextTimer: 'OVERDUE_TEAM', nextTimerAt: at(team) });
  });

  it('begins the day after in Sweden, in summer an hour earlier', () => {
    expect(activityTimes('2026-06-29', 'PLANNED').nextTimerAt).toEqual(new Date('2026-06-29T22:00:00Z'));
  });

  it('has told all there is when both have been told', () => {
    expect(activityTimes('2026-11-25', 'PLANNED', ['OVERDUE_OWNER', 'OVERDUE_TEAM'])).toEqual({ nextTimer: null, nextTimerAt: null });
  });

  it.each(ACTIVITY_STATES)('runs only while somebody answers for it: %s', (state) => {
    expect(activityTimes('2026-11-25', state).nextTimer !== null).toBe(isOpenActivity(state));
    expect(overdueDays('2026-11-25', state, '2026-12-02')).toBe(isOpenActivity(state) ? 7 : 0);
  });

  it('counts the days past the due day', () => {
    expect(overdueDays('2026-11-25', 'PLANNED', '2026-11-25')).toBe(0);
    expect(overdueDays('2026-11-25', 'PLANNED', '2026-11-26')).toBe(1);
  });
});
