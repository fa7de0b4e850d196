import { randomUUIDv7 } from 'node:crypto';
import type { NoticeKind } from '@samspel/shared/timeline/notice.ts';
import type { Tx } from '../platform/database/database.ts';
import { announce } from '../platform/live/announce.ts';

export interface Notice {
  kind: NoticeKind;
  to: { assignmentId: string } | { personId: string };
  /** Absent where the receiver may no longer know of the case. */
  caseId?: string;
  params?: Record<string, string>;
}

/** Tells one receiver, in the act's own transaction; shown in Min dag and pushed to their open page. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const assignmentId = 'assignmentId' in notice.to ? notice.to.assignmentId : null;
  const personId = 'personId' in notice.to ? notice.to.personId : null;
  await tx.query(`insert into notice (id, case_id, recipient_assignment_id, recipient_person_id, kind, params) values ($1, $2, $3, $4, $5, $6)`, [
    randomUUIDv7(),
    notice.caseId ?? null,
    assignmentId,
    personId,
    notice.kind,
    JSON.stringify(notice.params ?? {}),
  ]);
  const receiver = assignmentId ?? personId!;
  await announce(tx, { type: 'my-day', ref: receiver, to: [receiver] });
}
