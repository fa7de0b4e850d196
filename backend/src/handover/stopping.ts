import type { HandoverScope } from '@samspel/shared/handover/handover.ts';
import type { Actor } from '../access/actor.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Tx } from '../platform/database/database.ts';
import { notify } from '../timeline/notices.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { tellThoseWhoLook } from './handover.store.ts';
import { linkNames } from './link-names.ts';

interface Stopped {
  id: string;
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

const STOPPED = `
  select h.id, h.case_reference as reference, h.scope, h.from_assignment_id as "fromAssignmentId", h.from_organisation_id as "fromOrganisationId",
         h.to_unit_id as "toUnitId", h.to_organisation_id as "toOrganisationId", h.nominee_assignment_id as "nomineeId"
  from handover h where h.id = any ($1) order by h.id`;

/**
 * The person took a consent back: what waited under it stops in the same transaction, and the sender goes on answering. Call it while the
 * actor still reaches the case. `losing`: organisations about to lose it. Senders, nominees and queues are told, without content.
 */
export async function stopUncoveredHandovers(tx: Tx, audit: AuditLog, actor: Actor, caseId: string, losing: readonly string[]): Promise<void> {
  const ids = (await tx.query<{ id: string }[]>(STOP, [caseId, losing])).map(({ id }) => id);
  for (const stopped of ids.length ? await tx.query<Stopped[]>(STOPPED, [ids]) : []) {
    const { id, scope, reference, fromAssignmentId, nomineeId } = stopped;
    await audit.write(tx, actor, { action: 'handover.stopped', fieldClass: 'CASE', caseId, subjectId: id });
    // Whoever was asked never had the case, and learns no more of it than that there is nothing left to answer.
    for (const assignmentId of new Set([fromAssignmentId, nomineeId])) {
      if (assignmentId && assignmentId !== actor.id)
        await notify(tx, { kind: 'handover.stopped', to: { assignmentId }, params: { scope, reference } });
    }
    await tellThoseWhoLook(tx, stopped);
    await recordInTimeline(tx, actor, { caseId, kind: 'handover.stopped', params: { scope, ...(await linkNames(tx, stopped)) } });
  }
}
