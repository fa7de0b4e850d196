import { isWorkingDay, plusDays } from '@samspel/shared/calendar/working-days.ts';

const WORKING_DAYS = 3;

/** A day for the first contact to begin with: three Swedish working days ahead, well inside every link's limit by default. `YYYY-MM-DD`. */
export function contactDay(today: string, workingDays = WORKING_DAYS): string {
  const next = plusDays(today, 1);
  const left = isWorkingDay(next) ? workingDays - 1 : workingDays;
  return left === 0 ? next : contactDay(next, left);
}
