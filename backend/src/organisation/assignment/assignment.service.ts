import { Injectable } from '@nestjs/common';
import type { PrincipalKind } from '@samspel/shared/organisation/organisation.ts';
import type { StaffActor, StaffRole, UnitFunction } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { refusing } from '../database-refusals.ts';
import type { AssignmentEdit, NewAssignment } from './assignment.dto.ts';
import { mayChangeRights } from './assignment.policy.ts';
import { mayHoldFunctions, roleFits } from './assignment.rules.ts';
import { requireNothingLeft } from './leaving.ts';

interface AssignmentRow {
  staffMemberId: string;
  organisationId: string;
  role: StaffRole;
  validFrom: string;
  validTo: string | null;
  version: number;
}

@Injectable()
export class Assignments {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  give(actor: StaffActor, key: OnceKey, body: NewAssignment): Promise<Outcome> {
    this.gate.require(mayChangeRights(actor, body.staffMemberId));
    return this.once.run(actor, key, async (tx, id) => {
      const unit = await openUnit(tx, body.unitId);
      if (!roleFits(unit.kind, body.role)) throw unprocessable([{ pointer: '/role', code: 'not_in_this_principal' }]);
      requireFunctionsFit(body.role, body.functions);
      if (body.validTo && body.validTo < body.validFrom) throw unprocessable([{ pointer: '/validTo', code: 'before_first_day' }]);
      const insert = tx.query(
        `insert into assignment (id, staff_member_id, unit_id, organisation_id, title, role, functions, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, body.staffMemberId, body.unitId, unit.organisationId, body.title, body.role, body.functions, body.validFrom, body.validTo ?? null],
      );
      await refusing(insert, { assignment_staff_member_id_fkey: () => unprocessable([{ pointer: '/staffMemberId', code: 'unknown' }]) });
      await this.record(tx, actor, 'assignment.given', id);
    });
  }

  edit(actor: StaffActor, id: string, version: number, body: AssignmentEdit): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const assignment = await assignmentForUpdate(tx, id);
      this.gate.require(mayChangeRights(actor, assignment.staffMemberId));
      requireVersion(assignment, version);
      requireFunctionsFit(assignment.role, body.functions);
      await tx.query('update assignment set title = $2, functions = $3, version = version + 1 where id = $1', [id, body.title, body.functions]);
      await this.record(tx, actor, 'assignment.changed', id);
    });
  }

  /** The last day is at earliest yesterday, which shuts the door at once: what has been done stays done under a valid assignment. */
  end(actor: StaffActor, id: string, lastDay: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const assignment = await assignmentForUpdate(tx, id);
      this.gate.require(mayChangeRights(actor, assignment.staffMemberId));
      if (assignment.validTo === lastDay) return;
      if (assignment.validTo && assignment.validTo < this.clock.today())
        throw conflict('assignment.ended', 'Uppdraget är avslutat', 'Uppdraget har redan tagit slut.');
      if (lastDay < assignment.validFrom) throw unprocessable([{ pointer: '/lastDay', code: 'before_first_day' }]);
      if (lastDay < yesterdayOf(this.clock.today())) throw unprocessable([{ pointer: '/lastDay', code: 'passed' }]);
      if (assignment.validTo && assignment.validTo < lastDay) throw unprocessable([{ pointer: '/lastDay', code: 'after_end' }]);
      await requireNothingLeft(tx, [id]);
      await tx.query('update assignment set valid_to = $2, version = version + 1 where id = $1', [id, lastDay]);
      await this.record(tx, actor, 'assignment.ended', id);
    });
  }

  private record(tx: Tx, actor: StaffActor, action: string, subjectId: string): Promise<void> {
    return this.audit.write(tx, actor, { action, fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId });
  }
}

export async function assignmentForUpdate(tx: Tx, id: string): Promise<AssignmentRow> {
  const [row] = await tx.query<AssignmentRow[]>(
    `select staff_member_id as "staffMemberId", organisation_id as "organisationId", role, valid_from::text as "validFrom", valid_to::text as "validTo", version
     from assignment where id = $1 for update`,
    [id],
  );
  if (!row) throw notVisible();
  return row;
}

/** Locked, so that the unit does not close before the assignment stands. */
async function openUnit(tx: Tx, unitId: string): Promise<{ organisationId: string; kind: PrincipalKind }> {
  const [unit] = await tx.query<{ organisationId: string; kind: PrincipalKind; closed: boolean }[]>(
    `select u.organisation_id as "organisationId", p.kind, u.closed_on is not null as closed
     from unit u join organisation o on o.id = u.organisation_id join principal p on p.id = o.principal_id where u.id = $1 for share of u`,
    [unitId],
  );
  if (!unit) throw unprocessable([{ pointer: '/unitId', code: 'unknown' }]);
  if (unit.closed) throw conflict('unit.closed', 'Enheten är stängd', 'Välj en enhet som är öppen.');
  return unit;
}

function requireFunctionsFit(role: StaffRole, functions: readonly UnitFunction[]): void {
  if (functions.length && !mayHoldFunctions(role)) throw unprocessable([{ pointer: '/functions', code: 'not_with_this_role' }]);
}

const yesterdayOf = (today: string): string => Temporal.PlainDate.from(today).subtract({ days: 1 }).toString();
