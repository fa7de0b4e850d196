import type { HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { Pool, PoolClient } from 'pg';
import { courtOf } from '../handover/handover.rules.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { announceChanged } from './announcing.ts';
import { type Climb, climb, type Timed } from './climb.rules.ts';
import { ADVANCE, DUE, TIMELINE, TRANSITIONS } from './due.sql.ts';
import { inTransaction } from './in-transaction.ts';
import { peopleOfUnits, reachedInstead } from './parties.ts';
import { type Raise, raise } from './raising.ts';
import { type Parties, recipientsOf, type TimedRung } from './recipients.rules.ts';

/** Handovers per transaction: few enough that nobody waits long for one of them, many enough that statements cost little each. */
export const BATCH = 200;

/** A handover as the sweep takes it. */
export interface DueRow extends Timed {
  id: string;
  caseId: string;
  scope: HandoverScope;
  fromAssignmentId: string;
  fromUnitId: string;
  fromOrganisationId: string;
  toUnitId: string;
  toOrganisationId: string;
  accountableId: string;
  nomineeId: string | null;
  acceptedBy: string | null;
  answerBy: string | null;
  endedAt: Date | null;
  limitsVersion: number;
  /** Domain time. */
  now: Date;
}

export interface SweepFigures {
  handovers: number;
  alerts: number;
  moves: number;
  /** Longest time between due and raised, domain seconds. */
  lagSeconds: number;
  /** Handovers whose times make no sense; the others go on without them. */
  stuck: string[];
}

const nothing = (): SweepFigures => ({ handovers: 0, alerts: 0, moves: 0, lagSeconds: 0, stuck: [] });

/** Does what is due, in batches, each in a transaction of its own: any number of processes may do so at once. `pool`: of samspel_worker. */
export async function sweep(pool: Pool, outbox: Outbox): Promise<SweepFigures> {
  const sum = nothing();
  for (;;) {
    const done = await inTransaction(pool, (db) => batch(db, outbox));
    sum.handovers += done.handovers;
    sum.alerts += done.alerts;
    sum.moves += done.moves;
    sum.lagSeconds = Math.max(sum.lagSeconds, done.lagSeconds);
    sum.stuck.push(...done.stuck);
    if (done.handovers < BATCH) return sum;
  }
}

async function batch(db: PoolClient, outbox: Outbox): Promise<SweepFigures> {
  const { rows } = await db.query<DueRow>(DUE, [BATCH]);
  const [first] = rows;
  if (!first) return nothing();
  const { climbs, stuck } = climbAll(rows);
  await db.query(ADVANCE, [JSON.stringify(climbs.map((each) => standing(each)))]);
  const moves = await writeMoves(db, climbs);
  const raised = await raise(db, outbox, await alertsOf(db, climbs), first.now);
  await announceChanged(db, {
    caseIds: rows.map(({ caseId }) => caseId),
    assignmentIds: [...raised.flatMap(({ to }) => to), ...climbs.filter((each) => each.moves.length).map(({ row }) => row.accountableId)],
    organisationIds: rows.flatMap((row) => [row.fromOrganisationId, row.toOrganisationId]),
  });
  const lagSeconds = Math.max(0, ...raised.map(({ dueAt }) => (first.now.getTime() - dueAt.getTime()) / 1000));
  return { handovers: climbs.length, alerts: raised.length, moves, lagSeconds, stuck };
}

/** One that cannot be computed must not keep the others from being. */
function climbAll(rows: readonly DueRow[]): { climbs: Climb<DueRow>[]; stuck: string[] } {
  const climbs: Climb<DueRow>[] = [];
  const stuck: string[] = [];
  for (const row of rows) {
    try {
      climbs.push(climb(row, row.now));
    } catch {
      stuck.push(row.id);
    }
  }
  return { climbs, stuck };
}

/** One row of ADVANCE. `limitsVersion`: only when the due times were computed anew. */
export function standing({ row, time, moves }: Pick<Climb<DueRow>, 'row' | 'time' | 'moves'>, limitsVersion: number | null = null): object {
  return {
    id: row.id,
    state: row.state,
    court: courtOf(row),
    epoch: time.epoch,
    fired: time.fired,
    next_timer: time.nextTimer,
    next_timer_at: time.nextTimerAt,
    stage_started_at: time.stageStartedAt,
    stalled_from: time.stalledFrom,
    receipt_due_at: row.receiptDueAt,
    owner_due_at: row.ownerDueAt,
    first_contact_due_at: row.firstContactDueAt,
    loop_due_at: row.loopDueAt,
    close_at: row.closeAt,
    closed_at: row.closedAt,
    held_from: row.heldFrom,
    held_at: row.heldAt,
    held_until: row.heldUntil,
    held_seconds: row.heldSeconds,
    limits_version: limitsVersion,
    moved: moves.length ? 1 : 0,
  };
}

async function writeMoves(db: PoolClient, climbs: readonly Climb<DueRow>[]): Promise<number> {
  const made = climbs.flatMap(({ row, moves }) => moves.map((each) => ({ row, ...each })));
  if (!made.length) return 0;
  const transitions = made.map(({ row, act, at, fromState, toState, court }, place) => ({
    ...{ place, id: row.id, act, from_state: fromState, to_state: toState, court, at },
  }));
  const events = made.map(({ row, act, at }, place) => ({
    ...{ place, case_id: row.caseId, kind: act === 'resume' ? 'handover.resumed' : 'handover.closed', at, params: { scope: row.scope } },
  }));
  await db.query(TRANSITIONS, [JSON.stringify(transitions)]);
  await db.query(TIMELINE, [JSON.stringify(events)]);
  return made.length;
}

async function alertsOf(db: PoolClient, climbs: readonly Climb<DueRow>[]): Promise<Raise[]> {
  const climbed = climbs.filter(({ reached }) => reached.length);
  if (!climbed.length) return [];
  const units = await peopleOfUnits(
    db,
    climbed.flatMap(({ row }) => [row.fromUnitId, row.toUnitId]),
  );
  const people = await reachedInstead(
    db,
    climbed.flatMap(({ row }) => [receiverOf(row) ?? senderOf(row), senderOf(row)]),
  );
  return climbed.flatMap(({ row, reached }) => {
    const receiver = receiverOf(row);
    const parties: Parties = {
      court: courtOf(row),
      accepted: row.acceptedBy !== null,
      receiver: receiver && people.get(receiver)!,
      sender: people.get(senderOf(row))!,
      from: units.get(row.fromUnitId)!,
      to: units.get(row.toUnitId)!,
    };
    return reached.map(({ rung, epoch, dueAt }) => ({
      ...{ handoverId: row.id, caseId: row.caseId, rung, epoch, dueAt, to: recipientsOf(rung as TimedRung, parties) },
    }));
  });
}

const receiverOf = (row: DueRow): string | null => row.acceptedBy ?? row.nomineeId;
/** Until somebody has accepted, the sending side is whoever answers now: the sender, or whoever stands in. */
const senderOf = (row: DueRow): string => (row.acceptedBy ? row.fromAssignmentId : row.accountableId);
