import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { announce } from '../platform/live/announce.ts';
import { unprocessable } from '../platform/problem/problem.ts';
import { latestPause } from './stalled.rules.ts';
import { requireWaitedFor, supervised } from './supervised.ts';

const PAUSE = `
  insert into handover_pause (handover_id, assignment_id, until) values ($1, $2, $3)
  on conflict (handover_id, assignment_id) do update set until = excluded.until, paused_at = app.domain_now()`;

/** Hiding a row from one's own board until a day. Clocks and alerts go on, and nobody else's board changes. */
@Injectable()
export class Pausing {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** `until`: the day it comes back, tomorrow at the earliest; null ends the pause. Repeatable. */
  pause(actor: StaffActor, id: string, until: string | null): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const handover = await supervised(tx, this.gate, actor, id);
      if (until) {
        requireWaitedFor(handover);
        await this.hide(tx, actor, id, until);
      } else await tx.query('delete from handover_pause where handover_id = $1 and assignment_id = $2', [id, actor.id]);
      const action = until ? 'handover.paused' : 'handover.unpaused';
      await this.audit.write(tx, actor, { action, fieldClass: 'CASE', caseId: handover.caseId, subjectId: id });
      await announce(tx, { type: 'stalled', ref: actor.organisationId, to: [actor.id] });
    });
  }

  private async hide(tx: Tx, actor: StaffActor, id: string, until: string): Promise<void> {
    const today = this.clock.today();
    if (until <= today) throw unprocessable([{ pointer: '/until', code: 'passed' }], 'Välj en dag som inte har varit.');
    if (until > latestPause(today)) throw unprocessable([{ pointer: '/until', code: 'too_late' }], 'En paus får vara högst tio arbetsdagar.');
    await tx.query(PAUSE, [id, actor.id, until]);
  }
}
