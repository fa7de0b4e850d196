import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { type Problem, conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { refusing } from '../database-refusals.ts';
import type { NewUnit, UnitEdit } from './unit.dto.ts';

interface UnitRow {
  organisationId: string;
  version: number;
  closedOn: string | null;
}

const nameTaken = (): Problem => conflict('unit.name_taken', 'Namnet är upptaget', 'Organisationen har redan en enhet med det namnet.');
const closed = (): Problem => conflict('unit.closed', 'Enheten är stängd', 'En stängd enhet går inte att ändra.');

@Injectable()
export class Units {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  open(actor: StaffActor, key: OnceKey, body: NewUnit): Promise<Outcome> {
    return this.once.run(actor, key, async (tx, id) => {
      await requireParentIn(tx, body.parentUnitId, body.organisationId);
      const insert = tx.query(
        `insert into unit (id, organisation_id, parent_unit_id, name, function_address, phone, takes_intake) values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, body.organisationId, body.parentUnitId ?? null, body.name, body.functionAddress ?? null, body.phone ?? null, body.takesIntake],
      );
      await refusing(insert, {
        unit_organisation_id_name_key: nameTaken,
        unit_organisation_id_fkey: () => unprocessable([{ pointer: '/organisationId', code: 'unknown' }]),
      });
      await this.record(tx, actor, 'unit.opened', id);
    });
  }

  edit(actor: StaffActor, id: string, version: number, body: UnitEdit): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const unit = await unitForUpdate(tx, id);
      requireVersion(unit, version);
      if (unit.closedOn) throw closed();
      await requireParentIn(tx, body.parentUnitId, unit.organisationId, id);
      const update = tx.query(
        `update unit set name = $2, takes_intake = $3, function_address = $4, phone = $5, parent_unit_id = $6, version = version + 1 where id = $1`,
        [id, body.name, body.takesIntake, body.functionAddress ?? null, body.phone ?? null, body.parentUnitId ?? null],
      );
      await refusing(update, { unit_organisation_id_name_key: nameTaken });
      await this.record(tx, actor, 'unit.changed', id);
    });
  }

  /** From today on. A repeat changes nothing. */
  close(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const unit = await unitForUpdate(tx, id);
      if (unit.closedOn) return;
      if (await isStaffed(tx, id)) throw conflict('unit.staffed', 'Enheten har uppdrag kvar', 'Avsluta uppdragen vid enheten först.');
      await tx.query('update unit set closed_on = $2, version = version + 1 where id = $1', [id, this.clock.today()]);
      await this.record(tx, actor, 'unit.closed', id);
    });
  }

  private record(tx: Tx, actor: StaffActor, action: string, subjectId: string): Promise<void> {
    return this.audit.write(tx, actor, { action, fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId });
  }
}

async function unitForUpdate(tx: Tx, id: string): Promise<UnitRow> {
  const [row] = await tx.query<UnitRow[]>(
    'select organisation_id as "organisationId", version, closed_on::text as "closedOn" from unit where id = $1 for update',
    [id],
  );
  if (!row) throw notVisible();
  return row;
}

/** Undecided assignments of the future count as well: nobody may arrive at a closed unit. */
async function isStaffed(tx: Tx, unitId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    'select 1 from assignment where unit_id = $1 and (valid_to is null or valid_to >= app.domain_today()) limit 1',
    [unitId],
  );
  return rows.length > 0;
}

/** The unit above lies in the same organisation and not beneath this one: the chain of who is accountable must end. */
async function requireParentIn(tx: Tx, parentId: string | null | undefined, organisationId: string, self?: string): Promise<void> {
  if (!parentId) return;
  const above = await tx.query<{ id: string; organisationId: string }[]>(
    `with recursive above as (
       select id, parent_unit_id, organisation_id from unit where id = $1
       union select u.id, u.parent_unit_id, u.organisation_id from unit u join above on u.id = above.parent_unit_id)
     select id, organisation_id as "organisationId" from above`,
    [parentId],
  );
  const parent = above.find((unit) => unit.id === parentId);
  if (parent?.organisationId !== organisationId || above.some((unit) => unit.id === self))
    throw unprocessable([{ pointer: '/parentUnitId', code: 'not_above' }]);
}
