import type { PoolClient } from 'pg';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { announceChanged } from './announcing.ts';
import { TIMELINE } from './due.sql.ts';
import type { Decided } from './owner-loss.ts';
import { endsWithReturn } from './owner-loss.rules.ts';
import { MARK, MARK_ACTIVITIES, NOTICES, RAISE_AGAIN, RESOLVE } from './owner-loss.sql.ts';
import { raise, tell } from './raising.ts';

/** Whoever stands in is alerted; of one handover once, and anew when it happens to it again. */
export async function alertWhoStandsIn(db: PoolClient, outbox: Outbox, decided: readonly Decided[]): Promise<void> {
  const { now } = decided[0]!.row;
  const gone = decided.filter(({ verdict }) => verdict !== 'RETURNED');
  const lost = gone.filter(({ verdict }) => verdict === 'LOST');
  const raised = await raise(
    db,
    outbox,
    lost.map(({ row, handoverId }) => ({
      ...{ handoverId: handoverId!, caseId: row.caseId, rung: 'OWNER_LOST', epoch: 1, dueAt: now, reasonCode: row.cause, to: [row.standInId] },
    })),
    now,
  );
  const begun = new Set(raised.map(({ handoverId }) => handoverId));
  const again = new Map(gone.filter(({ handoverId }) => !begun.has(handoverId!)).map(({ row, handoverId }) => [handoverId!, row.standInId]));
  if (again.size) {
    const { rows } = await db.query<{ id: string; handoverId: string }>(RAISE_AGAIN, [[...again.keys()]]);
    await tell(
      db,
      outbox,
      rows.map(({ id, handoverId }) => ({ alertId: id, assignmentId: again.get(handoverId)! })),
      now,
    );
  }
}

/** Called before the handovers change, so that an alert says that there is an owner again and not merely that its handover ended. */
export async function resolveReturned(db: PoolClient, decided: readonly Decided[]): Promise<void> {
  const back = decided.filter(({ verdict, handoverId }) => verdict === 'RETURNED' && handoverId);
  const over = back.filter(({ row }) => endsWithReturn(row));
  if (back.length) await db.query(RESOLVE, [over.map(({ handoverId }) => handoverId), back.map(({ handoverId }) => handoverId)]);
}

/** The case knows, its history tells, and open pages look anew. */
export async function tellOfOwners(db: PoolClient, decided: readonly Decided[]): Promise<void> {
  const told = decided.filter(({ verdict }) => verdict !== 'STAND_IN_GONE');
  await db.query(MARK, [JSON.stringify(marksOf(told))]);
  const activities = told.flatMap(({ row, verdict }) => (row.activityId ? [{ id: row.activityId, lost: verdict === 'LOST' }] : []));
  if (activities.length) await db.query(MARK_ACTIVITIES, [JSON.stringify(activities)]);
  const events = told.map(({ row, verdict }, place) => ({
    ...{ place, case_id: row.caseId, kind: verdict === 'LOST' ? 'handover.owner-lost' : 'handover.owner-returned', at: row.now },
    params: { scope: row.scope },
  }));
  await db.query(TIMELINE, [JSON.stringify(events)]);
  await db.query(NOTICES, [JSON.stringify(decided.flatMap((each) => noticesOf(each)))]);
  await announceChanged(db, {
    caseIds: decided.map(({ row }) => row.caseId),
    assignmentIds: decided.flatMap(({ row }) => [row.standInId, row.holderId, row.accountableId, row.nomineeId].filter((id) => id !== null)),
    organisationIds: decided.flatMap(({ row }) => [row.organisationId, ...(row.toOrganisationId ? [row.toOrganisationId] : [])]),
    unitIds: [...new Set(decided.map(({ row }) => row.toUnitId))],
  });
}

/** One row per case: both responsibilities may have changed at once. */
function marksOf(told: readonly Decided[]): object[] {
  const marks = new Map<string, { id: string; owner?: boolean; coordinator?: boolean }>();
  for (const { row, verdict } of told) {
    if (row.scope === 'ACTIVITY') continue;
    const key = row.scope === 'CASE_OWNERSHIP' ? 'owner' : 'coordinator';
    marks.set(row.caseId, { ...marks.get(row.caseId), id: row.caseId, [key]: verdict === 'LOST' });
  }
  return [...marks.values()];
}

function noticesOf({ row, verdict }: Decided): object[] {
  const params = { scope: row.scope };
  if (verdict !== 'RETURNED') return [{ recipient: row.standInId, kind: 'handover.owner-lost', params }];
  return endsWithReturn(row) && row.nomineeId ? [{ recipient: row.nomineeId, kind: 'handover.revoked', params }] : [];
}
