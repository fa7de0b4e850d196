import { LIVE_CHANNEL, type LiveEvent } from '../platform/live/announce.ts';
import type { Connection } from '../platform/outbox/outbox.ts';
import { rowsOf } from './rows.ts';

/** A notification holds less than 8,000 bytes, and an id in its list takes 39. */
const IDS_PER_EVENT = 150;

const BOARDS = `
  select id from assignment where organisation_id = any ($1) and role = 'SUPERVISOR' and app.domain_today() between valid_from and coalesce(valid_to, 'infinity')`;

const INTAKE = `
  select unit_id as "unitId", array_agg(id) as ids from assignment
  where unit_id = any ($1) and 'intake' = any (functions) and app.domain_today() between valid_from and coalesce(valid_to, 'infinity') group by unit_id`;

export interface Changed {
  /** Open pages of the teams. */
  caseIds: Iterable<string>;
  /** Whose day has changed. */
  assignmentIds: Iterable<string>;
  /** Whose supervisors' boards have changed. */
  organisationIds: Iterable<string>;
  /** Whose queues have changed. */
  unitIds?: readonly string[];
}

/** Tells open pages, when the transaction commits, that something is new: ids only, in as few statements as there are kinds. */
export async function announceChanged(db: Connection, { caseIds, assignmentIds, organisationIds, unitIds = [] }: Changed): Promise<void> {
  const rows = rowsOf<{ id: string }>(await db.query(BOARDS, [[...new Set(organisationIds)]]));
  const queues = unitIds.length ? rowsOf<{ unitId: string; ids: string[] }>(await db.query(INTAKE, [unitIds])) : [];
  const told = [...new Set(assignmentIds)];
  const events: LiveEvent[] = [
    ...inChunks(told).map((to): LiveEvent => ({ type: 'my-day', ref: 'alerts', to })),
    ...inChunks([...new Set([...rows.map(({ id }) => id), ...told])]).map((to): LiveEvent => ({ type: 'stalled', ref: 'alerts', to })),
    ...queues.flatMap(({ unitId, ids }) => inChunks(ids).map((to): LiveEvent => ({ type: 'invitations', ref: unitId, to }))),
    ...[...new Set(caseIds)].map((ref): LiveEvent => ({ type: 'case', ref })),
  ];
  await db.query('select pg_notify($1, event) from unnest($2::text[]) event', [LIVE_CHANNEL, events.map((event) => JSON.stringify(event))]);
}

function inChunks(ids: readonly string[]): string[][] {
  const chunks: string[][] = [];
  for (let from = 0; from < ids.length; from += IDS_PER_EVENT) chunks.push(ids.slice(from, from + IDS_PER_EVENT));
  return chunks;
}
