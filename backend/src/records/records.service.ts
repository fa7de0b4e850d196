import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { DocumentRenderer } from '../document/rendering.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page, type PageQuery } from '../platform/http/paging.ts';
import { notVisible } from '../platform/problem/problem.ts';
import type { FrozenCopyListView, FrozenCopyRowView, FrozenCopyView } from './frozen-copy.dto.ts';
import { type FrozenCopyRow, frozenCopyView } from './frozen-copy.view.ts';
import { keptDocument } from './kept-mapping.ts';
import { mayFetchRecords } from './records.policy.ts';

const ROW = `f.id, f.reference, u.name as unit, ${instantJson('f.created_at')} as "createdAt", ${instantJson('f.purge_after')} as "purgeAfter",
  ${instantJson('f.purged_at')} as "purgedAt", coalesce(jsonb_array_length(f.content), 0) as disclosures`;
/** Through the actor: the unit they work in, with the function they hold there. */
const OWN_UNIT = `from frozen_copy f join unit u on u.id = f.unit_id
  join assignment me on me.id = $1 and me.unit_id = f.unit_id and 'records' = any (me.functions)`;

const PAGE = `
  select ${ROW}, f.created_at::text as "sortAt" ${OWN_UNIT}
  where $2::timestamptz is null or (f.created_at, f.id) < ($2, $3::uuid)
  order by f.created_at desc, f.id desc limit $4`;

// Emptied by the clock, whether or not the worker has come round yet.
const ONE = `
  select ${ROW}, f.case_id as "caseId", (select o.name from organisation o where o.id = f.organisation_id) as organisation, case when f.purge_after > app.domain_now() then f.content end as items ${OWN_UNIT} where f.id = $2`;

@Injectable()
export class RecordsService {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly renderer: DocumentRenderer,
    private readonly clock: Clock,
  ) {}

  async list(actor: StaffActor, { limit, cursor }: PageQuery): Promise<FrozenCopyListView> {
    this.gate.requireVisible(mayFetchRecords(actor));
    const [at = null, id = null] = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? [];
    const rows = await this.db.transaction(actor, (tx) => tx.query<(FrozenCopyRowView & { sortAt: string })[]>(PAGE, [actor.id, at, id, limit + 1]));
    await this.audit.read(actor, { action: 'frozen-copies.listed', fieldClass: 'CASE', purpose: 'RECORDS' });
    return page(
      rows,
      limit,
      ({ sortAt: _, ...view }) => view,
      (row) => [row.sortAt, row.id],
    );
  }

  /** What the unit's organisation had lawfully been given when the case closed to it; the receipt alone after 30 days. */
  async one(actor: StaffActor, id: string): Promise<FrozenCopyView> {
    const { organisation: _, ...copy } = await this.read(actor, id, 'frozen-copy.fetched');
    return copy;
  }

  /** The copy as a document. An emptied one has nothing left to print: 404. */
  async print(actor: StaffActor, id: string): Promise<{ pdf: Buffer; name: string }> {
    const { organisation, ...copy } = await this.read(actor, id, 'frozen-copy.printed');
    if (!copy.items) throw notVisible();
    const document = keptDocument(copy, copy.items, organisation, this.clock.now().toISOString());
    return { pdf: await this.renderer.render('kept', document), name: `kopia-${copy.reference}` };
  }

  private async read(actor: StaffActor, id: string, action: string): Promise<FrozenCopyView & { organisation: string }> {
    this.gate.requireVisible(mayFetchRecords(actor));
    const [found] = await this.db.transaction(actor, (tx) =>
      tx.query<(FrozenCopyRow & { caseId: string; organisation: string })[]>(ONE, [actor.id, id]),
    );
    if (!found) throw notVisible();
    const { caseId, organisation, ...row } = found;
    await this.audit.read(actor, { action, fieldClass: 'CASE', purpose: 'RECORDS', caseId, subjectId: id });
    return { ...frozenCopyView(row), organisation };
  }
}
