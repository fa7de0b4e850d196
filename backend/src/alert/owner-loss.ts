import { randomUUIDv7 } from 'node:crypto';
import type { Court, HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { Pool, PoolClient } from 'pg';
import { dueWhenOffered, type Limits, timing } from '../handover/handover.clock.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { TRANSITIONS } from './due.sql.ts';
import { inTransaction } from './in-transaction.ts';
import { endsWithReturn, type Held, type Verdict, verdictOn } from './owner-loss.rules.ts';
import { ANSWERED_BY, CALLED_OFF, CHANGED, LIMITS, LOCK, LOST, OFFER, STANDING } from './owner-loss.sql.ts';
import { alertWhoStandsIn, resolveReturned, tellOfOwners } from './owner-telling.ts';

/** One responsibility in one case, or one activity of its plan: the holder, what waits, and who would stand in. */
export interface HeldRow extends Held {
  caseId: string;
  reference: string;
  scope: HandoverScope;
  activityId: string | null;
  holderId: string;
  fromUnitId: string;
  organisationId: string;
  toUnitId: string;
  toOrganisationId: string | null;
  templateId: string;
  previousId: string | null;
  cause: string;
  nomineeId: string | null;
  court: Court | null;
  epoch: number | null;
  offeredAt: Date | null;
  receiptDueAt: Date | null;
  now: Date;
}

export interface Decided {
  row: HeldRow;
  verdict: Verdict;
  /** The handover concerned; a new one's own id for a search that begins. */
  handoverId: string | null;
}

export interface OwnerFigures {
  lost: number;
  returned: number;
  rerouted: number;
}

const CASES_AT_ONCE = 200;
/** One process looks at a time; the others have better things to do. */
const ALONE = `select pg_try_advisory_xact_lock(hashtext('samspel owners')) as alone`;

/**
 * Finds whoever answers for open cases or activities and cannot any more, makes the one who stands in accountable in the same transaction and starts the clock;
 * and undoes it when they are back. `pool`: of samspel_worker.
 */
export async function watchOwners(pool: Pool, outbox: Outbox): Promise<OwnerFigures> {
  const sum: OwnerFigures = { lost: 0, returned: 0, rerouted: 0 };
  for (;;) {
    const decided = await inTransaction(pool, (db) => look(db, outbox));
    sum.lost += decided.filter(({ verdict }) => verdict === 'LOST').length;
    sum.returned += decided.filter(({ verdict }) => verdict === 'RETURNED').length;
    sum.rerouted += decided.filter(({ verdict }) => verdict === 'STAND_IN_GONE').length;
    if (!decided.length) return sum;
  }
}

async function look(db: PoolClient, outbox: Outbox): Promise<Decided[]> {
  const { rows: turn } = await db.query<{ alone: boolean }>(ALONE);
  if (!turn[0]!.alone) return [];
  const found = [...(await idsFrom(db, LOST)), ...(await idsFrom(db, CHANGED))];
  if (!found.length) return [];
  const locked = await idsFrom(db, LOCK, [[...new Set(found)].slice(0, CASES_AT_ONCE)]);
  const { rows } = await db.query<HeldRow>(STANDING, [locked]);
  const decided = rows.flatMap((row): Decided[] => {
    const verdict = verdictOn(row);
    return verdict ? [{ row, verdict, handoverId: row.handoverId ?? (verdict === 'LOST' ? randomUUIDv7() : null) }] : [];
  });
  if (!decided.length) return [];
  await resolveReturned(db, decided);
  await beginSearches(
    db,
    decided.filter(({ row, verdict }) => verdict === 'LOST' && !row.handoverId),
  );
  await answerOtherwise(
    db,
    decided.filter(({ row }) => row.handoverId !== null),
  );
  await db.query(TRANSITIONS, [JSON.stringify(decided.flatMap((each, place) => transitionOf(each, place)))]);
  await alertWhoStandsIn(db, outbox, decided);
  await tellOfOwners(db, decided);
  return decided;
}

/** Nothing waited: the search for a new owner is a handover from the one who is gone, to their unit. */
async function beginSearches(db: PoolClient, searches: readonly Decided[]): Promise<void> {
  if (!searches.length) return;
  const { rows } = await db.query<{ id: string; limitsVersion: number; limits: Limits }>(LIMITS, [searches.map(({ row }) => row.templateId)]);
  const templates = new Map(rows.map((each) => [each.id, each]));
  const offers = searches.map(({ row, handoverId }) => offerOf(row, handoverId!, templates.get(row.templateId)!));
  await db.query(OFFER, [JSON.stringify(offers)]);
}

function offerOf(row: HeldRow, id: string, template: { limitsVersion: number; limits: Limits }): object {
  const due = dueWhenOffered(row.now, template.limits, null);
  const empty = { heldFrom: null, heldUntil: null, heldSeconds: 0, acceptedAt: null, firstContactAt: null, firstContactDueAt: null, loopDueAt: null };
  const facts = {
    ...empty,
    ...due,
    state: 'OFFERED',
    ownerLost: true,
    offeredAt: row.now,
    closeAt: null,
    closedAt: null,
    epoch: 1,
    fired: [],
  } as const;
  const time = timing(facts);
  return {
    ...{
      id,
      case_id: row.caseId,
      case_reference: row.reference,
      scope: row.scope,
      activity_id: row.activityId,
      template_id: row.templateId,
      limits_version: template.limitsVersion,
    },
    ...{ from_assignment_id: row.holderId, from_unit_id: row.fromUnitId, from_organisation_id: row.organisationId },
    ...{ to_unit_id: row.toUnitId, to_organisation_id: row.organisationId, accountable_assignment_id: row.standInId },
    ...{ receipt_due_at: due.receiptDueAt, owner_due_at: due.ownerDueAt, offered_at: row.now, previous_handover_id: row.previousId },
    ...{ epoch: time.epoch, fired: time.fired, next_timer: time.nextTimer, next_timer_at: time.nextTimerAt },
    ...{ stage_started_at: time.stageStartedAt, stalled_from: time.stalledFrom },
  };
}

/** What waits goes on: with whoever stands in, or again with whoever sent it; a search of ours is called off. */
async function answerOtherwise(db: PoolClient, waiting: readonly Decided[]): Promise<void> {
  const back = (each: Decided): boolean => each.verdict === 'RETURNED';
  const over = waiting.filter((each) => back(each) && endsWithReturn(each.row));
  const goOn = waiting.filter((each) => !over.includes(each));
  const rows = goOn.map((each) => ({
    id: each.handoverId,
    accountable_id: back(each) ? each.row.holderId : each.row.standInId,
    lost: !back(each),
    stalled_from: back(each) ? each.row.receiptDueAt : each.row.offeredAt,
  }));
  if (rows.length) await db.query(ANSWERED_BY, [JSON.stringify(rows)]);
  if (over.length) await db.query(CALLED_OFF, [over.map(({ handoverId }) => handoverId)]);
}

function transitionOf({ row, verdict, handoverId }: Decided, place: number): object[] {
  if (!handoverId) return [];
  const state = row.state ?? 'OFFERED';
  const stays = { place, id: handoverId, at: row.now, from_state: row.state ?? 'DRAFT', to_state: state, court: row.court ?? 'RECEIVER' };
  if (verdict === 'LOST') return [{ ...stays, act: 'lose-owner', reason_code: row.cause }];
  if (verdict === 'STAND_IN_GONE') return [{ ...stays, act: 'lose-owner', reason_code: 'STAND_IN_GONE' }];
  if (endsWithReturn(row)) return [{ ...stays, act: 'revoke', to_state: 'REVOKED', court: 'NOBODY', reason_code: 'OWNER_RETURNED' }];
  return [{ ...stays, act: 'owner-returns', reason_code: null }];
}

async function idsFrom(db: PoolClient, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(sql, values);
  return rows.map(({ id }) => id);
}
