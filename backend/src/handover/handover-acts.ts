import { Injectable } from '@nestjs/common';
import type { NoticeKind } from '@samspel/shared/timeline/notice.ts';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { Tx } from '../platform/database/database.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { type HandoverFacts, maySeeHandover, type Reader } from './handover.policy.ts';
import type { Decision } from '../access/gate.ts';
import { handoverForUpdate, type HandoverRow } from './handover.store.ts';
import { linkNames } from './link-names.ts';

export interface Told {
  kind: TimelineKind;
  /** Codes, names and days for the sentence; the link and the scope are added. */
  params?: Record<string, string>;
  /** Who is told, and how; whoever acts is not. */
  notice?: NoticeKind;
  to?: readonly (string | null)[];
}

/** What every act on a handover begins and ends with. */
@Injectable()
export class HandoverActs {
  constructor(
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** Locked with its case. 404 for whoever has no part in it; 403 with the policy's reason. */
  async begin(tx: Tx, actor: StaffActor, id: string, policy: (reader: Reader, facts: HandoverFacts) => Decision): Promise<HandoverRow> {
    const row = await handoverForUpdate(tx, actor, id);
    // Intake that comes second is told that somebody was first (409 by the state), not that there was nothing.
    if (!row.atIntake || row.state === 'DRAFT') this.gate.requireVisible(maySeeHandover(actor, row));
    this.gate.require(policy(actor, row));
    return row;
  }

  /** Log, notices and the case's timeline, in that order: whoever acts from outside the team may write because of the move just made. */
  async end(tx: Tx, actor: StaffActor, row: HandoverRow, { kind, params = {}, notice, to = [] }: Told): Promise<void> {
    const { id, caseId, scope, reference } = row;
    await this.audit.write(tx, actor, { action: kind, fieldClass: 'CASE', caseId, subjectId: id });
    const said = { scope, ...(await linkNames(tx, row)), ...params };
    for (const assignmentId of notice ? new Set(to) : []) {
      if (!assignmentId || assignmentId === actor.id) continue;
      await notify(tx, { kind: notice!, to: { assignmentId }, caseId, params: { ...said, reference, handoverId: id } });
    }
    await recordInTimeline(tx, actor, { caseId, kind, params: said });
  }
}

const ANSWERABLE = `('handover.offered', 'handover.nominated')`;

/** Answering is having read: the news that one was asked does not wait on the start page any longer. */
export async function readOwnNews(tx: Tx, actor: StaffActor, handoverId: string): Promise<void> {
  await tx.query(
    `update notice set read_at = app.domain_now() where recipient_assignment_id = $1 and kind in ${ANSWERABLE} and params->>'handoverId' = $2 and read_at is null`,
    [actor.id, handoverId],
  );
}
