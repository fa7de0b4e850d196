import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { TeamCase } from '../../case/team-case.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';
import type { ContactInput } from './contact.dto.ts';

interface Contact {
  caseId: string;
  name: string;
  kind: string;
  removed: boolean;
  version: number;
}

const CONTACT = `
  select c.case_id as "caseId", c.name, c.kind, c.removed_at is not null as removed, c.version from case_contact c
  where c.id = $1 and exists (select 1 from participation p where p.case_id = c.case_id and p.assignment_id = $2 and p.until_at is null)`;

/** People around the person who have no login: which questions go to whom. */
@Injectable()
export class Contacts {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  add(actor: StaffActor, key: OnceKey, caseId: string, input: ContactInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        this.gate.require(mayWorkInTeam(await this.team.toChange(tx, actor, caseId)));
        await tx.query(
          `insert into case_contact (id, case_id, kind, name, works_at, phone, email, question_area, recorded_by_assignment_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
          [id, caseId, ...columns(input), actor.id],
        );
        await this.record(tx, actor, id, { caseId, ...input }, 'contact.added');
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }

  change(actor: StaffActor, id: string, version: number, input: ContactInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { caseId, ...contact } = await this.forChange(tx, actor, id);
      if (contact.removed) throw notVisible();
      requireVersion(contact, version);
      await tx.query(
        'update case_contact set kind = $2, name = $3, works_at = $4, phone = $5, email = $6, question_area = $7, version = version + 1 where id = $1',
        [id, ...columns(input)],
      );
      await this.record(tx, actor, id, { caseId, ...input }, 'contact.changed');
    });
  }

  /** Off the list, not out of the history; repeatable. */
  remove(actor: StaffActor, id: string): Promise<void> {
    return this.setRemoved(actor, id, true);
  }

  /** Undoes a removal; repeatable. */
  restore(actor: StaffActor, id: string): Promise<void> {
    return this.setRemoved(actor, id, false);
  }

  private setRemoved(actor: StaffActor, id: string, removed: boolean): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const contact = await this.forChange(tx, actor, id);
      if (contact.removed === removed) return;
      await tx.query('update case_contact set removed_at = case when $2 then app.domain_now() end, version = version + 1 where id = $1', [
        id,
        removed,
      ]);
      await this.record(tx, actor, id, contact, removed ? 'contact.removed' : 'contact.added');
    });
  }

  private async forChange(tx: Tx, actor: StaffActor, id: string): Promise<Contact> {
    const { caseId } = await contactOf(tx, actor, id);
    this.gate.require(mayWorkInTeam(await this.team.toChange(tx, actor, caseId)));
    return contactOf(tx, actor, id);
  }

  private async record(
    tx: Tx,
    actor: StaffActor,
    id: string,
    { caseId, name, kind }: Pick<Contact, 'caseId' | 'name' | 'kind'>,
    act: 'contact.added' | 'contact.changed' | 'contact.removed',
  ): Promise<void> {
    await this.audit.write(tx, actor, { action: act, fieldClass: 'CASE', caseId, subjectId: id });
    await recordInTimeline(tx, actor, { caseId, kind: act, params: { name, kind } });
  }
}

const columns = ({ kind, name, worksAt, phone, email, questionArea }: ContactInput) => [
  kind,
  name,
  worksAt,
  phone ?? null,
  email ?? null,
  questionArea,
];

async function contactOf(tx: Tx, actor: StaffActor, id: string): Promise<Contact> {
  const [contact] = await tx.query<Contact[]>(CONTACT, [id, actor.id]);
  if (!contact) throw notVisible();
  return contact;
}
