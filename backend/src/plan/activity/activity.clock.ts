import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import { type ActivityState, type ActivityTimer, isOpenActivity, OVERDUE_TEAM_AFTER } from '@samspel/shared/plan/plan.ts';
import { addWorkingDays, startOf } from '../../platform/clock/working-time.ts';

/** The next thing an activity's clock does, stored so that one index finds what is due. */
export interface ActivityTiming {
  nextTimer: ActivityTimer | null;
  /** Domain time. */
  nextTimerAt: Date | null;
}

/** Of what nobody waits for: a draft, something removed, something over. */
export const NO_TIMER: ActivityTiming = { nextTimer: null, nextTimerAt: null };

/**
 * When whoever answers for an activity is told that its day has passed, and when everybody who reads it is. Only for one that is shared and not
 * removed. `dueOn`: `YYYY-MM-DD`, the last day in time. `fired`: what has been told already of this day.
 */
export function activityTimes(dueOn: string, state: ActivityState, fired: readonly string[] = []): ActivityTiming {
  if (!isOpenActivity(state)) return NO_TIMER;
  const next = overdueLadder(dueOn).find(({ timer }) => !fired.includes(timer));
  return next ? { nextTimer: next.timer, nextTimerAt: next.at } : NO_TIMER;
}

/** Every timer of a day, first due first. */
function overdueLadder(dueOn: string): { timer: ActivityTimer; at: Date }[] {
  const over = new Date(startOf(plusDays(dueOn, 1)));
  return [
    { timer: 'OVERDUE_OWNER', at: over },
    { timer: 'OVERDUE_TEAM', at: addWorkingDays(over, OVERDUE_TEAM_AFTER) },
  ];
}

/** Calendar days past its day; 0 when it is not late, or over. */
export function overdueDays(dueOn: string, state: ActivityState, today: string): number {
  if (!isOpenActivity(state) || dueOn >= today) return 0;
  return Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000);
}
