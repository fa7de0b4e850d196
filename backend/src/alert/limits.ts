import type { Pool, PoolClient } from 'pg';
import { closesAt, dueWhenAccepted, dueWhenOffered, type Limits, timing } from '../handover/handover.clock.ts';
import { isPending } from '@samspel/shared/handover/handover.ts';
import { announceChanged } from './announcing.ts';
import { ADVANCE, dueColumns } from './due.sql.ts';
import { inTransaction } from './in-transaction.ts';
import { BATCH, type DueRow, standing } from './sweep.ts';

/**
 * Handovers whose clock runs on limits the link no longer has. Versions only rise, so these are a range of the index, mostly empty; the limit
 * inside makes the planner go by it for each template instead of reading every handover there has ever been.
 */
const OUTDATED = `
  select ${dueColumns}
  from link_template t
  cross join lateral (
    select x.id from handover x where x.template_id = t.id and x.limits_version < t.limits_version
      and (x.next_timer_at is not null or x.stage_started_at is not null) order by x.limits_version limit $1) outdated
  join handover h on h.id = outdated.id
  join coordination_case c on c.id = h.case_id
  limit $1 for no key update of h skip locked for key share of c skip locked`;

/** Due times are stored, so a changed limit is put into each. Rungs already climbed stay climbed. Answers how many were changed. */
export async function recomputeLimits(pool: Pool): Promise<number> {
  let sum = 0;
  for (;;) {
    const done = await inTransaction(pool, recompute);
    sum += done;
    if (done < BATCH) return sum;
  }
}

async function recompute(db: PoolClient): Promise<number> {
  const { rows } = await db.query<DueRow>(OUTDATED, [BATCH]);
  if (!rows.length) return 0;
  const changed = rows.map((before) => {
    const row = { ...before, ...dueUnder(before, before.limits) };
    return standing({ row, time: timing(row), moves: [] }, row.limitsVersion);
  });
  await db.query(ADVANCE, [JSON.stringify(changed)]);
  await announceChanged(db, {
    caseIds: rows.map(({ caseId }) => caseId),
    assignmentIds: rows.map(({ accountableId }) => accountableId),
    organisationIds: rows.flatMap((row) => [row.fromOrganisationId, row.toOrganisationId]),
  });
  return rows.length;
}

function dueUnder(row: DueRow, limits: Limits): Partial<DueRow> {
  if (isPending(row.state)) return dueWhenOffered(row.offeredAt!, limits, row.answerBy);
  const due = dueWhenAccepted(row.acceptedAt!, limits, row.heldSeconds);
  return row.endedAt && row.closeAt ? { ...due, closeAt: closesAt(row.endedAt, due.loopDueAt!, limits) } : due;
}
