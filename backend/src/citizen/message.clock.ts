import {
  ANSWER_DAYS,
  MESSAGE_TIMERS,
  type MessageKind,
  type MessageState,
  type MessageTimer,
  SUPERVISOR_AFTER,
} from '@samspel/shared/citizen/voice.ts';
import { addWorkingDays } from '../platform/clock/working-time.ts';

export interface MessageTimes {
  nextTimer: MessageTimer | null;
  nextTimerAt: Date | null;
}

/** When the person is to have an answer; said at `madeAt`, domain time. */
export const answerDue = (kind: MessageKind, madeAt: Date): Date => addWorkingDays(madeAt, ANSWER_DAYS[kind]);

/** The next timer of something the person waits for an answer to; none once it is answered or taken back. `fired`: timers that have been. */
export function messageTimes({ state, dueAt, fired }: { state: MessageState; dueAt: Date; fired: readonly string[] }): MessageTimes {
  const nextTimer = state === 'OPEN' ? (MESSAGE_TIMERS.find((timer) => !fired.includes(timer)) ?? null) : null;
  return { nextTimer, nextTimerAt: nextTimer && timerAt(nextTimer, dueAt) };
}

/** When a timer of something due at `dueAt` is to be raised. */
export const timerAt = (timer: MessageTimer, dueAt: Date): Date => (timer === 'PERSON_WAITS' ? dueAt : addWorkingDays(dueAt, SUPERVISOR_AFTER));
