import type { HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { Actor } from '../access/actor.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Tx } from '../platform/database/database.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { tellThoseWhoLook } from './handover.store.ts';
import { linkNames } from './link-names.ts';

interface Ended {
  id: string;
  caseId: string;
  reference: string;
  scope: HandoverScope;
  fromAssignmentId: string;
  fromOrganisationId: string;
  toUnitId: string;
  toOrganisationId: string;
  nomineeId: string | null;
}

/** Alone in its statement: joined with rows that the actor does not see, it might never be run. */
const STOP = 'select handover_id as id from app.stop_uncovered_handovers($1, $2)';

const ENDED = `
  select h.id, h.case_id as "caseId", h.case_reference as reference, h.scope, h.from_assignment_id as "fromAssignmentId",
         h.from_organisation_id as "fromOrganisationId", h.to_unit_id as "toUnitId", h.to_organisation_id as "toOrganisationId", h.nominee_assignment_id as "nomineeId"
  from handover h where h.id = any ($1) order by h.id`;

/**
 * The person took a consent back: what waited under it stops in the same transaction, and the sender goes on answering. Call it while the
 * actor still reaches the case. `losing`: organisations about to lose it. Senders, nominees and queues are told, without content.
 */
export async function stopUncoveredHandovers(tx: Tx, audit: AuditLog, actor: Actor, caseId: string, losing: readonly string[]): Promise<void> {
  const stopped = await tx.query<{ id: string }[]>(STOP, [caseId, losing]);
  for (const { id } of stopped) await audit.write(tx, actor, { action: 'handover.stopped', fieldClass: 'CASE', caseId, subjectId: id });
  await tellOfEnded(tx, actor, 'handover.stopped', stopped);
}

/** What waited ended by something else than an answer. Whoever was asked never had the case, and learns no more of it than that. */
export async function tellOfEnded(
  tx: Tx,
  actor: Actor,
  kind: 'handover.stopped' | 'handover.revoked',
  ended: readonly { id: string; receivedBy?: string | null }[],
): Promise<void> {
  const receivedBy = new Map(ended.map((each) => [each.id, each.receivedBy]));
  for (const each of ended.length ? await tx.query<Ended[]>(ENDED, [[...receivedBy.keys()]]) : []) {
    const { id, caseId, scope, reference, fromAssignmentId, nomineeId } = each;
    for (const assignmentId of new Set([fromAssignmentId, nomineeId, receivedBy.get(id)])) {
      if (assignmentId && assignmentId !== actor.id) await notify(tx, { kind, to: { assignmentId }, params: { scope, reference } });
    }
    await tellThoseWhoLook(tx, each);
    await recordInTimeline(tx, actor, { caseId, kind, params: { scope, ...(await linkNames(tx, each)) } });
  }
}
