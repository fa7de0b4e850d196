import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { CURSOR_NAME, CURSOR_UUID, decodeCursor } from '../../platform/http/paging.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { type Problem, conflict, notVisible, unprocessable } from '../../platform/problem/problem.ts';
import { mayChangeRights } from '../assignment/assignment.policy.ts';
import { requireNothingLeft } from '../assignment/leaving.ts';
import { refusing } from '../database-refusals.ts';
import type { NewStaff, StaffEdit, StaffList, StaffQuery, StaffView } from './staff.dto.ts';
import { staffPage, staffView } from './staff.queries.ts';

const CURSOR = [CURSOR_NAME, CURSOR_NAME, CURSOR_UUID];

const identityTaken = (): Problem =>
  conflict('staff.identity_taken', 'Identiteten är upptagen', 'En annan medarbetare loggar redan in med den identiteten.');

@Injectable()
export class Staff {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: StaffActor, query: StaffQuery): Promise<StaffList> {
    const after = decodeCursor(query.cursor, CURSOR);
    const list = await this.db.transaction(actor, (tx) => staffPage(tx, query, after));
    await this.audit.read(actor, {
      action: 'staff.listed',
      fieldClass: 'ORGANISATION',
      purpose: 'ADMINISTRATION',
      ...(query.unitId && { subjectId: query.unitId }),
    });
    return list;
  }

  async view(actor: StaffActor, id: string): Promise<StaffView> {
    const view = await this.db.transaction(actor, (tx) => staffView(tx, id));
    if (!view) throw notVisible();
    await this.audit.read(actor, { action: 'staff.read', fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId: id });
    return view;
  }

  add(actor: StaffActor, key: OnceKey, body: NewStaff): Promise<Outcome> {
    requireIdentity(body);
    return this.once.run(actor, key, async (tx, id) => {
      const insert = tx.query(
        'insert into staff_member (id, given_name, family_name, email, phone, hsa_id, org_affiliation) values ($1, $2, $3, $4, $5, $6, $7)',
        [id, ...columns(body)],
      );
      await uniquely(insert);
      await this.record(tx, actor, 'staff.added', id);
    });
  }

  /** Also how somebody signs in, which is a right: nobody changes their own. */
  edit(actor: StaffActor, id: string, version: number, body: StaffEdit): Promise<void> {
    requireIdentity(body);
    return this.db.transaction(actor, async (tx) => {
      const staff = await staffForUpdate(tx, id);
      this.gate.require(mayChangeRights(actor, id));
      requireVersion(staff, version);
      const update = tx.query(
        `update staff_member set given_name = $2, family_name = $3, email = $4, phone = $5, hsa_id = $6, org_affiliation = $7, version = version + 1 where id = $1`,
        [id, ...columns(body)],
      );
      await uniquely(update);
      await this.record(tx, actor, 'staff.changed', id);
    });
  }

  /** Closes sign-in at once. A repeat changes nothing. */
  disable(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const staff = await staffForUpdate(tx, id);
      this.gate.require(mayChangeRights(actor, id));
      if (staff.disabled) return;
      const assignments = await tx.query<{ id: string }[]>('select id from assignment where staff_member_id = $1 order by id for update', [id]);
      await requireNothingLeft(
        tx,
        assignments.map((assignment) => assignment.id),
      );
      await tx.query('update staff_member set disabled_at = clock_timestamp(), version = version + 1 where id = $1', [id]);
      // Else an old session would come alive again when the account is enabled.
      await tx.query(`update session set ended_at = clock_timestamp(), end_reason = 'DISABLED' where staff_member_id = $1 and ended_at is null`, [
        id,
      ]);
      await this.record(tx, actor, 'staff.disabled', id);
    });
  }

  enable(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const staff = await staffForUpdate(tx, id);
      this.gate.require(mayChangeRights(actor, id));
      if (!staff.disabled) return;
      await tx.query('update staff_member set disabled_at = null, version = version + 1 where id = $1', [id]);
      await this.record(tx, actor, 'staff.enabled', id);
    });
  }

  private record(tx: Tx, actor: StaffActor, action: string, subjectId: string): Promise<void> {
    return this.audit.write(tx, actor, { action, fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId });
  }
}

async function staffForUpdate(tx: Tx, id: string): Promise<{ version: number; disabled: boolean }> {
  const [row] = await tx.query<{ version: number; disabled: boolean }[]>(
    'select version, disabled_at is not null as disabled from staff_member where id = $1 for update',
    [id],
  );
  if (!row) throw notVisible();
  return row;
}

function requireIdentity({ hsaId, orgAffiliation }: StaffEdit): void {
  if (!hsaId && !orgAffiliation) throw unprocessable([{ pointer: '/hsaId', code: 'identity_missing' }], 'Ange HSA-id eller organisationsidentitet.');
}

const columns = (body: StaffEdit): unknown[] => [
  body.givenName,
  body.familyName,
  body.email ?? null,
  body.phone ?? null,
  // HSA-ids are compared without regard to case, and uniqueness in the database is not.
  body.hsaId?.toUpperCase() ?? null,
  body.orgAffiliation ?? null,
];

const uniquely = <T>(work: Promise<T>): Promise<T> =>
  refusing(work, { staff_member_hsa_id_key: identityTaken, staff_member_org_affiliation_key: identityTaken });
