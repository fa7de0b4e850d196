import type { Rung } from '@samspel/shared/alert/alert.ts';
import type { Court, HandoverState } from '@samspel/shared/handover/handover.ts';
import { type ClockFacts, type Limits, type Timing, dueWhenAccepted, timing } from '../handover/handover.clock.ts';
import { courtOf } from '../handover/handover.rules.ts';
import { workingTimeBetween } from '../platform/clock/working-time.ts';

/** What a handover's timers need to know of it. */
export interface Timed extends ClockFacts {
  limits: Limits;
  heldAt: Date | null;
  heldSeconds: number;
}

/** A rung that was reached, with the stage it belongs to and when it was due. */
export interface Reached {
  rung: Rung;
  epoch: number;
  dueAt: Date;
}

/** A move nobody made: a hold that wakes, a finished handover that closes. It took effect when it was due, however late it is written. */
export interface OwnMove {
  act: 'resume' | 'close';
  at: Date;
  fromState: HandoverState;
  toState: HandoverState;
  court: Court;
}

export interface Climb<Row extends Timed> {
  reached: Reached[];
  moves: OwnMove[];
  row: Row;
  time: Timing;
}

/**
 * Everything that is due by `now`, in order and each once, however far the clock has jumped, and the handover as it stands afterwards. A
 * handover with nothing due comes back as it was.
 */
export function climb<Row extends Timed>(row: Row, now: Date): Climb<Row> {
  const reached: Reached[] = [];
  const moves: OwnMove[] = [];
  for (;;) {
    const time = timing(row);
    const { nextTimer, nextTimerAt: at, epoch, fired } = time;
    if (!nextTimer || !at || at > now) return { reached, moves, row: { ...row, epoch, fired }, time };
    if (nextTimer === 'WAKE' || nextTimer === 'CLOSE') {
      const next = nextTimer === 'WAKE' ? awake(row, at) : { ...row, closedAt: at };
      const act = nextTimer === 'WAKE' ? 'resume' : 'close';
      moves.push({ act, at, fromState: row.state, toState: next.state, court: courtOf(next) });
      row = next;
    } else {
      reached.push({ rung: nextTimer, epoch, dueAt: at });
      row = { ...row, epoch, fired: [...fired, nextTimer] };
    }
  }
}

/** Its clocks go on where they stood: everything due after acceptance is moved by the working time it was held. */
function awake<Row extends Timed>(row: Row, at: Date): Row {
  const heldSeconds = row.heldSeconds + Math.round(workingTimeBetween(row.heldAt!, at) / 1000);
  const due = dueWhenAccepted(row.acceptedAt!, row.limits, heldSeconds);
  return { ...row, ...due, heldSeconds, state: row.heldFrom!, heldFrom: null, heldAt: null, heldUntil: null };
}
