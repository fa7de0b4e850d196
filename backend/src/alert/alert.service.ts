import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { HandoverMetadata } from '../handover/handover-metadata.sql.ts';
import { clockReading } from '../handover/handover.clock-view.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page } from '../platform/http/paging.ts';
import { announce } from '../platform/live/announce.ts';
import { notVisible } from '../platform/problem/problem.ts';
import type { AlertCountView, AlertHandoverView, AlertList, AlertQuery, AlertView } from './alert.dto.ts';
import { ALERTS, OPEN_ALERTS, type StoredAlert } from './alert.queries.ts';

@Injectable()
export class Alerts {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** The reader's own, and nobody else's. */
  async list(actor: StaffActor, { state, limit, cursor }: AlertQuery): Promise<AlertList> {
    const [at, id] = decodeCursor(cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? [];
    const [rows, counted] = await Promise.all([
      this.db.read<{ stored: StoredAlert }>(actor, 'alerts', ALERTS, [actor.id, state, at ?? null, id ?? null, limit + 1]),
      this.db.read<{ open: number }>(actor, 'open-alerts', OPEN_ALERTS, [actor.id]),
    ]);
    await this.audit.readEach(
      actor,
      { action: 'alert.read', fieldClass: 'CASE' },
      rows.slice(0, limit).map(({ stored }) => stored.loggedCaseId),
    );
    const now = this.clock.now();
    const paged = page(
      rows,
      limit,
      ({ stored }) => alertView(stored, now),
      ({ stored }) => [stored.raisedAt, stored.id],
    );
    return { ...paged, open: counted[0]!.open };
  }

  /** A figure, which says nothing of any case, and so is not logged. */
  async count(actor: StaffActor): Promise<AlertCountView> {
    const [counted] = await this.db.read<AlertCountView>(actor, 'open-alerts', OPEN_ALERTS, [actor.id]);
    return { open: counted!.open };
  }

  /** The reader has seen it; repeatable. It stands until its reason ends. Somebody else's is answered like an unknown one. */
  acknowledge(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const own = 'alert_id = $1 and assignment_id = $2';
      const [found] = await tx.query<{ seen: boolean; caseId: string }[]>(
        `select r.acknowledged_at is not null as seen, l.case_id as "caseId" from alert_recipient r join alert l on l.id = r.alert_id
         where ${own} for update of r`,
        [id, actor.id],
      );
      if (!found) throw notVisible();
      if (found.seen) return;
      await tx.query(`update alert_recipient set acknowledged_at = app.domain_now() where ${own}`, [id, actor.id]);
      await this.audit.write(tx, actor, { action: 'alert.acknowledged', fieldClass: 'CASE', caseId: found.caseId, subjectId: id });
      await announce(tx, { type: 'my-day', ref: actor.id, to: [actor.id] });
    });
  }
}

/** `now`: domain time. */
export function alertView({ loggedCaseId: _, caseId, handover, activity, message, ...alert }: StoredAlert, now: Date): AlertView {
  return {
    ...alert,
    handover: handover && handoverOf(handover, caseId, now),
    activity: activity && { ...activity, caseId },
    message: message && { ...message, caseId },
  };
}

function handoverOf(handover: HandoverMetadata, caseId: string | null, now: Date): AlertHandoverView {
  const { id, version, reference, scope, state, court, ownerLost, from, to, accountable, nominee, clock } = handover;
  return {
    ...{ id, version, reference, caseId, scope, state, court, ownerLost, from, to, accountable, nominee },
    clock: clockReading(clock, now),
  };
}
