import type { MessageKind, MessageState } from '@samspel/shared/citizen/voice.ts';
import type { ActivityState, ActivityTimer } from '@samspel/shared/plan/plan.ts';
import type { Pool, PoolClient } from 'pg';
import { messageTimes, timerAt } from '../citizen/message.clock.ts';
import { activityTimes } from '../plan/activity/activity.clock.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { announceChanged } from './announcing.ts';
import { inTransaction } from './in-transaction.ts';
import { peopleOfUnits, reachedInstead } from './parties.ts';
import { ACTIVITIES_ADVANCE, ACTIVITIES_DUE, MESSAGES_ADVANCE, MESSAGES_DUE, READERS } from './plan-due.sql.ts';
import { type Raise, raise } from './raising.ts';
import { BATCH } from './sweep.ts';

interface Due {
  id: string;
  caseId: string;
  organisationId: string;
  epoch: number;
  fired: string[];
  /** Domain time. */
  now: Date;
}

interface DueActivity extends Due {
  state: ActivityState;
  dueOn: string;
  ownerId: string;
}

interface DueMessage extends Due {
  kind: MessageKind;
  state: MessageState;
  dueAt: Date;
  responsibleId: string;
  coordinatorId: string;
  unitId: string;
}

export interface PlanSweepFigures {
  alerts: number;
  /** Longest time between due and raised, domain seconds. */
  lagSeconds: number;
}

/** Every timer of one subject that is due by now, in order and each once, however far the clock has jumped. */
interface Climbed<Row extends Due, Timer extends string> {
  row: Row;
  reached: { timer: Timer; at: Date }[];
  standing: { id: string; fired: string[]; next_timer: Timer | null; next_timer_at: Date | null };
}

type Next<Timer> = { nextTimer: Timer | null; nextTimerAt: Date | null };

/** Activities past their day and answers the person waits for, in batches as handovers: any number of processes may do so at once. */
export async function sweepPlans(pool: Pool, outbox: Outbox): Promise<PlanSweepFigures> {
  const sum = { alerts: 0, lagSeconds: 0 };
  for (const batch of [activities, messages]) {
    for (;;) {
      const { taken, alerts, lagSeconds } = await inTransaction(pool, (db) => batch(db, outbox));
      sum.alerts += alerts;
      sum.lagSeconds = Math.max(sum.lagSeconds, lagSeconds);
      if (taken < BATCH) break;
    }
  }
  return sum;
}

type Batch = PlanSweepFigures & { taken: number };

async function activities(db: PoolClient, outbox: Outbox): Promise<Batch> {
  const { rows } = await db.query<DueActivity>(ACTIVITIES_DUE, [BATCH]);
  if (!rows.length) return { taken: 0, alerts: 0, lagSeconds: 0 };
  const climbs = rows.map((row) => climb(row, (fired): Next<ActivityTimer> => activityTimes(row.dueOn, row.state, fired)));
  await db.query(ACTIVITIES_ADVANCE, [JSON.stringify(climbs.map(({ standing }) => standing))]);
  const people = await reachedInstead(db, rows.map(({ ownerId }) => ownerId)); // prettier-ignore
  const team = climbs.filter(({ reached }) => reached.some(({ timer }) => timer === 'OVERDUE_TEAM')).map(({ row }) => row.id);
  const { rows: readers } = await db.query<{ activityId: string; ids: string[] }>(READERS, [team]);
  const readersOf = new Map(readers.map(({ activityId, ids }) => [activityId, ids]));
  const alerts = climbs.flatMap(({ row, reached }) =>
    reached.map(({ timer, at }): Raise => {
      const owner = people.get(row.ownerId)!;
      const to = timer === 'OVERDUE_OWNER' ? [owner] : [...new Set([owner, ...(readersOf.get(row.id) ?? [])])];
      return { activityId: row.id, caseId: row.caseId, rung: timer, epoch: row.epoch, dueAt: at, to };
    }),
  );
  return { taken: rows.length, ...(await raiseAll(db, outbox, rows, alerts)) };
}

async function messages(db: PoolClient, outbox: Outbox): Promise<Batch> {
  const { rows } = await db.query<DueMessage>(MESSAGES_DUE, [BATCH]);
  if (!rows.length) return { taken: 0, alerts: 0, lagSeconds: 0 };
  const climbs = rows.map((row) => climb(row, (fired) => messageTimes({ state: row.state, dueAt: row.dueAt, fired })));
  await db.query(MESSAGES_ADVANCE, [JSON.stringify(climbs.map(({ standing }) => standing))]);
  const people = await reachedInstead(
    db,
    rows.flatMap(({ responsibleId, coordinatorId }) => [responsibleId, coordinatorId]),
  );
  const units = await peopleOfUnits(
    db,
    rows.map(({ unitId }) => unitId),
  );
  const alerts = climbs.flatMap(({ row, reached }) =>
    reached.map(({ timer }): Raise => {
      // A question about looking is the looking organisation's own; the team's coordinator has no part in it.
      const waiting = row.kind === 'LOG_QUESTION' ? [row.responsibleId] : [row.responsibleId, row.coordinatorId];
      const to = timer === 'PERSON_WAITS' ? waiting.map((id) => people.get(id)!) : units.get(row.unitId)!.supervisors;
      return { messageId: row.id, caseId: row.caseId, rung: timer, epoch: row.epoch, dueAt: timerAt(timer, row.dueAt), to: [...new Set(to)] };
    }),
  );
  return { taken: rows.length, ...(await raiseAll(db, outbox, rows, alerts)) };
}

function climb<Row extends Due, Timer extends string>(row: Row, next: (fired: readonly string[]) => Next<Timer>): Climbed<Row, Timer> {
  const reached: { timer: Timer; at: Date }[] = [];
  let fired = row.fired;
  for (;;) {
    const { nextTimer, nextTimerAt } = next(fired);
    if (!nextTimer || !nextTimerAt || nextTimerAt > row.now)
      return { row, reached, standing: { id: row.id, fired, next_timer: nextTimer, next_timer_at: nextTimerAt } };
    reached.push({ timer: nextTimer, at: nextTimerAt });
    fired = [...fired, nextTimer];
  }
}

async function raiseAll(db: PoolClient, outbox: Outbox, rows: readonly Due[], alerts: readonly Raise[]): Promise<PlanSweepFigures> {
  const { now } = rows[0]!;
  const raised = await raise(db, outbox, alerts, now);
  await announceChanged(db, {
    caseIds: rows.map(({ caseId }) => caseId),
    assignmentIds: raised.flatMap(({ to }) => to),
    organisationIds: rows.map(({ organisationId }) => organisationId),
  });
  return { alerts: raised.length, lagSeconds: Math.max(0, ...raised.map(({ dueAt }) => (now.getTime() - dueAt.getTime()) / 1000)) };
}
