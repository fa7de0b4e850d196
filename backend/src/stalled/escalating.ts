import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EscalationCode } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { announceChanged } from '../alert/announcing.ts';
import { peopleOfUnits } from '../alert/parties.ts';
import { tell } from '../alert/raising.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { type HandoverRow, record } from '../handover/handover.store.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { conflict } from '../platform/problem/problem.ts';
import { mayEscalate } from './stalled.policy.ts';
import { requireWaitedFor, supervised } from './supervised.ts';

/** Nothing when this stage has been taken up already. The id is made here: the one who raises it is not told, and so may not read it back. */
const RAISE = `
  insert into alert (id, handover_id, case_id, rung, epoch, reason_code, due_at) values ($1, $2, $3, 'ESCALATED', $4, $5, app.domain_now())
  on conflict on constraint one_alert_per_rung do nothing returning id`;

/** Taking it up with the other side's supervisor, with a coded reason; once per stage. */
@Injectable()
export class Escalating {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  escalate(actor: StaffActor, id: string, code: EscalationCode): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const handover = await supervised(tx, this.gate, actor, id);
      requireWaitedFor(handover);
      this.gate.require(mayEscalate(handover, false));
      const alertId = randomUUIDv7();
      const raised = await tx.query<unknown[]>(RAISE, [alertId, id, handover.caseId, handover.epoch, code]);
      if (!raised.length)
        throw conflict('handover.escalated', 'Redan upptaget med chefen', 'Den andra sidans chef har redan fått frågan i det här skedet.');
      await record(tx, actor, handover, 'escalate', handover.state, code);
      await this.audit.write(tx, actor, { action: 'handover.escalated', fieldClass: 'CASE', caseId: handover.caseId, subjectId: id });
      await this.tell(tx, alertId, handover);
    });
  }

  private async tell(
    tx: Tx,
    alertId: string,
    { supervisesReceiver, fromUnitId, toUnitId, fromOrganisationId, toOrganisationId }: HandoverRow,
  ): Promise<void> {
    const otherUnitId = supervisesReceiver ? fromUnitId : toUnitId;
    const { supervisors } = (await peopleOfUnits(tx, [otherUnitId])).get(otherUnitId)!;
    await tell(
      tx,
      this.outbox,
      supervisors.map((assignmentId) => ({ alertId, assignmentId })),
      this.clock.now(),
    );
    await announceChanged(tx, { caseIds: [], assignmentIds: supervisors, organisationIds: [fromOrganisationId, toOrganisationId] });
  }
}
