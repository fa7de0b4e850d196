import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { requireVersion } from '../platform/http/version.ts';
import { type Problem, conflict, notVisible, unprocessable } from '../platform/problem/problem.ts';
import { isActiveIn } from './assignment/active-assignment.ts';
import { refusing } from './database-refusals.ts';
import type { NewOrganisation, OrganisationCardEdit } from './organisation.dto.ts';

const nameTaken = (): Problem => conflict('organisation.name_taken', 'Namnet är upptaget', 'Det finns redan en organisation med det namnet.');

@Injectable()
export class Organisations {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly audit: AuditLog,
  ) {}

  create(actor: StaffActor, key: OnceKey, body: NewOrganisation): Promise<Outcome> {
    return this.once.run(actor, key, async (tx, id) => {
      const principalId = await this.principal(tx, body);
      const { name, shortName, letters } = body;
      const insert = tx.query('insert into organisation (id, principal_id, name, short_name, letters) values ($1, $2, $3, $4, $5)', [
        id,
        principalId,
        name,
        shortName,
        letters,
      ]);
      await refusing(insert, { organisation_name_key: nameTaken });
      await this.record(tx, actor, 'organisation.created', id);
    });
  }

  editCard(actor: StaffActor, id: string, version: number, card: OrganisationCardEdit): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      requireVersion(await organisationForUpdate(tx, id), version);
      await tx.query(
        `update organisation set mission = $2, can_decide = $3, cannot_decide = $4, time_limits = $5, contact_ways = $6, words = $7,
           names_staff = coalesce($8, names_staff), version = version + 1 where id = $1`,
        [id, card.mission, card.canDecide, card.cannotDecide, card.timeLimits, card.contactWays, JSON.stringify(card.words), card.namesStaff ?? null],
      );
      await this.record(tx, actor, 'organisation.card-changed', id);
    });
  }

  nameContact(actor: StaffActor, id: string, assignmentId: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const organisation = await organisationForUpdate(tx, id);
      if (organisation.contactId === assignmentId) return;
      if (!(await isActiveIn(tx, assignmentId, id))) throw unprocessable([{ pointer: '/assignmentId', code: 'not_active_here' }]);
      await tx.query('update organisation set contact_assignment_id = $2, version = version + 1 where id = $1', [id, assignmentId]);
      await this.record(tx, actor, 'organisation.contact-named', id);
    });
  }

  private async principal(tx: Tx, { principalName, principalKind }: NewOrganisation): Promise<string> {
    await tx.query('insert into principal (kind, name) values ($1, $2) on conflict (name) do nothing', [principalKind, principalName]);
    const [row] = await tx.query<{ id: string; kind: string }[]>('select id, kind from principal where name = $1', [principalName]);
    if (row!.kind !== principalKind) throw unprocessable([{ pointer: '/principalKind', code: 'principal_is_another_kind' }]);
    return row!.id;
  }

  private record(tx: Tx, actor: StaffActor, action: string, subjectId: string): Promise<void> {
    return this.audit.write(tx, actor, { action, fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId });
  }
}

async function organisationForUpdate(tx: Tx, id: string): Promise<{ version: number; contactId: string | null }> {
  const [row] = await tx.query<{ version: number; contactId: string | null }[]>(
    'select version, contact_assignment_id as "contactId" from organisation where id = $1 for update',
    [id],
  );
  if (!row) throw notVisible();
  return row;
}
