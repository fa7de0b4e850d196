import { type HandoverState, isPending, PAUSE_MAX_WORKING_DAYS } from '@samspel/shared/handover/handover.ts';
import type { HandoverRung, StallKind } from '@samspel/shared/alert/alert.ts';
import { isWorkingDay, plusDays, workingDayBefore } from '@samspel/shared/calendar/working-days.ts';
import { NUDGE_HOURS } from '@samspel/shared/stalled/stalled.ts';
import { type ClockFacts, ladderOf } from '../handover/handover.clock.ts';
import { dayIn } from '../platform/clock/clock.ts';
import { addWorkingDays, startOf } from '../platform/clock/working-time.ts';

/** Why it stands on the board (the database counts by the same rule, `app.stall_kind`). */
export function stallKind(state: HandoverState, ownerLost: boolean): StallKind {
  if (ownerLost) return 'NO_OWNER';
  if (state === 'ACCEPTED') return 'SILENT';
  return state === 'IN_PROGRESS' ? 'OPEN_LOOP' : 'NOT_ACCEPTED';
}

/** Somebody is waited for: only then is there anybody to nudge, and a ladder to climb. */
export const isWaitedFor = (state: HandoverState): boolean => isPending(state) || state === 'ACCEPTED' || state === 'IN_PROGRESS';

export interface Step {
  rung: HandoverRung;
  at: Date;
  done: boolean;
}

/** The ladder of the present stage, with what has been climbed. */
export const stepsOf = (facts: ClockFacts): Step[] => ladderOf(facts).map((step) => ({ ...step, done: facts.fired.includes(step.rung) }));

/** Hours are domain hours: a nudge is a nudge whatever the real clock says. */
export const nudgedRecently = (lastNudge: Date | null, now: Date): boolean =>
  lastNudge !== null && now.getTime() - lastNudge.getTime() < NUDGE_HOURS * 3_600_000;

/** What began before this instant has gone on for at least `days` working days on `today`; counted as `workingDaysSince` counts. */
export function begunBefore(today: string, days: number): Date {
  let day = isWorkingDay(today) ? today : workingDayBefore(today);
  for (let left = days; left > 0; left -= 1) day = workingDayBefore(day);
  return new Date(startOf(plusDays(day, 1)));
}

/** The last day a pause that begins today may last to. */
export const latestPause = (today: string): string => dayIn(addWorkingDays(new Date(startOf(today)), PAUSE_MAX_WORKING_DAYS));
