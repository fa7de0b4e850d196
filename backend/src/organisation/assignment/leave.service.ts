import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { refusing } from '../database-refusals.ts';
import { staffRefJson } from '../refs.sql.ts';
import { isActiveIn } from './active-assignment.ts';
import { assignmentForUpdate } from './assignment.service.ts';
import type { LeaveView, NewLeave } from './leave.dto.ts';

const LEAVES = `
  select l.id, l.first_day::text as "firstDay", l.last_day::text as "lastDay", ${staffRefJson('l.deputy_assignment_id')} as deputy, l.cancelled_at is not null as cancelled
  from leave l where l.assignment_id = $1 order by l.first_day desc, l.id desc limit 200`;

@Injectable()
export class Leaves {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async of(actor: StaffActor, assignmentId: string): Promise<LeaveView[]> {
    const [assignment] = await this.db.lookUp('assignment-exists', 'select 1 from assignment where id = $1', [assignmentId]);
    if (!assignment) throw notVisible();
    const leaves = await this.db.lookUp<LeaveView>('leave-of-assignment', LEAVES, [assignmentId]);
    await this.audit.read(actor, { action: 'leave.read', fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId: assignmentId });
    return leaves;
  }

  plan(actor: StaffActor, key: OnceKey, assignmentId: string, body: NewLeave): Promise<Outcome> {
    return this.once.run(actor, key, async (tx, id) => {
      const assignment = await assignmentForUpdate(tx, assignmentId);
      if (body.lastDay < body.firstDay) throw unprocessable([{ pointer: '/lastDay', code: 'before_first_day' }]);
      if (body.lastDay < this.clock.today()) throw unprocessable([{ pointer: '/lastDay', code: 'passed' }]);
      await requireDeputy(tx, body.deputyAssignmentId, assignmentId, assignment.organisationId);
      const insert = tx.query('insert into leave (id, assignment_id, first_day, last_day, deputy_assignment_id) values ($1, $2, $3, $4, $5)', [
        id,
        assignmentId,
        body.firstDay,
        body.lastDay,
        body.deputyAssignmentId ?? null,
      ]);
      await refusing(insert, {
        leave_assignment_id_daterange_excl: () =>
          conflict('leave.overlaps', 'Krockar med annan frånvaro', 'Det finns redan frånvaro under någon av dagarna.'),
      });
      await this.record(tx, actor, 'leave.planned', id);
    });
  }

  /** A repeat changes nothing. */
  cancel(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const [leave] = await tx.query<{ cancelled: boolean }[]>('select cancelled_at is not null as cancelled from leave where id = $1 for update', [
        id,
      ]);
      if (!leave) throw notVisible();
      if (leave.cancelled) return;
      await tx.query('update leave set cancelled_at = app.domain_now() where id = $1', [id]);
      await this.record(tx, actor, 'leave.cancelled', id);
    });
  }

  private record(tx: Tx, actor: StaffActor, action: string, subjectId: string): Promise<void> {
    return this.audit.write(tx, actor, { action, fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId });
  }
}

/** A deputy of another organisation would see what was never disclosed to it. */
async function requireDeputy(tx: Tx, deputyId: string | null | undefined, assignmentId: string, organisationId: string): Promise<void> {
  if (!deputyId) return;
  if (deputyId === assignmentId) throw unprocessable([{ pointer: '/deputyAssignmentId', code: 'same_person' }]);
  if (!(await isActiveIn(tx, deputyId, organisationId))) throw unprocessable([{ pointer: '/deputyAssignmentId', code: 'not_active_here' }]);
}
