import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { TeamCase } from '../case/team-case.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { notVisible } from '../platform/problem/problem.ts';
import type { HandoverInboxView, HandoverRowView, HandoverView } from './handover.dto.ts';
import { maySeeHandover } from './handover.policy.ts';
import { HANDOVER, handoverRowsJson, ofCase, waitsForReader, waitsOnSender } from './handover.queries.ts';
import { factsOf, handoverRowView, handoverView, type StoredHandover, type StoredRow } from './handover.views.ts';

const NEWEST = 'h.created_at desc, h.id desc';
const FIRST_DUE = 'h.owner_due_at, h.id';
const OF_CASE = `select ${handoverRowsJson('$2::uuid', ofCase('$1::uuid'), NEWEST)} as rows`;
const INBOX = `select ${handoverRowsJson('$1::uuid', waitsForReader('$1::uuid'), FIRST_DUE, 200)} as items,
  ${handoverRowsJson('$1::uuid', waitsOnSender('$1::uuid'), FIRST_DUE, 200)} as mine`;

/** What each reader may see of handovers. Every look is logged under the case it concerns, also when the reader is not told which. */
@Injectable()
export class HandoverReading {
  constructor(
    private readonly db: Database,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The baton's history in a case, newest first. */
  async ofCase(actor: StaffActor, caseId: string): Promise<HandoverRowView[]> {
    const rows = await this.db.transaction(actor, async (tx) => {
      await this.team.toRead(tx, actor, caseId);
      const [read] = await tx.query<{ rows: StoredRow[] }[]>(OF_CASE, [caseId, actor.id]);
      return read!.rows;
    });
    await this.audit.read(actor, { action: 'handover.list', fieldClass: 'CASE', caseId });
    return rows.map((row) => handoverRowView(actor, row, this.clock.now()));
  }

  async inbox(actor: StaffActor): Promise<HandoverInboxView> {
    const [read] = await this.db.read<{ items: StoredRow[]; mine: StoredRow[] }>(actor, 'handover-inbox', INBOX, [actor.id]);
    const { items, mine } = read!;
    const cases = [...items, ...mine].map(({ loggedCaseId }) => loggedCaseId);
    await this.audit.readEach(actor, { action: 'handover.list', fieldClass: 'CASE' }, cases);
    const now = this.clock.now();
    const views = (rows: StoredRow[]): HandoverRowView[] => rows.map((row) => handoverRowView(actor, row, now));
    return { items: views(items), mine: views(mine) };
  }

  async one(actor: StaffActor, id: string): Promise<HandoverView> {
    const [read] = await this.db.read<{ stored: StoredHandover }>(actor, 'handover', HANDOVER, [id, actor.id]);
    return this.shown(actor, read?.stored);
  }

  /** As `one`, inside an act that has just changed it. */
  async within(tx: Tx, actor: StaffActor, id: string): Promise<StoredHandover | undefined> {
    const [read] = await tx.query<{ stored: StoredHandover }[]>(HANDOVER, [id, actor.id]);
    return read?.stored;
  }

  async shown(actor: StaffActor, stored: StoredHandover | undefined): Promise<HandoverView> {
    this.gate.requireVisible(maySeeHandover(actor, stored && factsOf(stored.row)));
    if (!stored) throw notVisible();
    await this.audit.read(actor, { action: 'handover.read', fieldClass: 'CASE', caseId: stored.row.loggedCaseId, subjectId: stored.row.id });
    return handoverView(actor, stored, this.clock.now());
  }
}
