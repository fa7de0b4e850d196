import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { handoverRow } from '../handover/handover.store.ts';
import { Database } from '../platform/database/database.ts';
import { notVisible } from '../platform/problem/problem.ts';
import type { NomineeView } from './nominee.dto.ts';
import { nominees } from './nominees.sql.ts';
import { maySupervise } from './stalled.policy.ts';

/** $1 the handover, which the caller has found the actor to supervise; $2 its receiving organisation, $3 its unit, $4 who hands over. */
const OF_HANDOVER = nominees('$2', '$3', '$4', 'array(select app.receivers_in_team($1))');

@Injectable()
export class Nominees {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** Those of the receiving organisation who could be asked; for a supervisor of the sending side nobody, since staff lists are not shared. */
  async of(actor: StaffActor, id: string): Promise<NomineeView[]> {
    const { caseId, items } = await this.db.transaction(actor, async (tx) => {
      const handover = await handoverRow(tx, actor, id);
      if (!handover) throw notVisible();
      this.gate.requireVisible(maySupervise(handover));
      const { toOrganisationId, toUnitId, fromAssignmentId, accountableId, caseId } = handover;
      const values = [id, toOrganisationId, toUnitId, [fromAssignmentId, accountableId]];
      return { caseId, items: handover.supervisesReceiver ? await tx.query<NomineeView[]>(OF_HANDOVER, values) : [] };
    });
    await this.audit.read(actor, { action: 'handover.supervised', fieldClass: 'CASE', caseId, subjectId: id });
    return items;
  }
}
