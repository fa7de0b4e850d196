import { Injectable } from '@nestjs/common';
import type { AgreementStance } from '@samspel/shared/plan/plan.ts';
import type { Actor, CitizenActor, StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { PlanAccess } from '../plan.access.ts';
import { mayAgreeToPlan } from '../plan.policy.ts';
import { latestNumber, storedVersion } from './stored-version.ts';

const MY_VERSION = `
  select p.id as "planId", p.case_id as "caseId" from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id
  join care_plan p on p.case_id = c.id and p.ended_at is null
  where me.actor_id = $1 and me.via = 'SUBJECT' and c.status = 'OPEN'
    and exists (select 1 from plan_version v where v.plan_id = p.id and v.number = $2)`;

interface Agreement {
  readonly planId: string;
  readonly caseId: string;
  readonly number: number;
  readonly stance: AgreementStance;
}

/** Who stands behind which version, and since when. What somebody has agreed to stays agreed: of a new version they are asked anew. */
@Injectable()
export class PlanAgreements {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly access: PlanAccess,
    private readonly audit: AuditLog,
  ) {}

  /** Once per organisation and version; a repeat changes nothing. 404 for a version the organisation does not read, 409 for an old one. */
  forOrganisation(actor: StaffActor, planId: string, number: number, stance: AgreementStance): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts } = await this.access.plan(tx, actor, planId);
      await storedVersion(tx, actor, planId, number);
      this.gate.require(mayAgreeToPlan(facts, true));
      await this.agree(tx, actor, { planId, caseId: facts.id, number, stance });
    });
  }

  forPerson(actor: CitizenActor, number: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const [mine] = await tx.query<{ planId: string; caseId: string }[]>(MY_VERSION, [actor.id, number]);
      if (!mine) throw notVisible();
      // A publication locks the case as well: what is agreed to is the latest until this is over.
      await tx.query('select 1 from coordination_case where id = $1 for update', [mine.caseId]);
      await this.agree(tx, actor, { ...mine, number, stance: 'AGREES' });
    });
  }

  private async agree(tx: Tx, actor: Actor, { planId, caseId, number, stance }: Agreement): Promise<void> {
    if ((await latestNumber(tx, planId)) !== number) throw newerVersion();
    const organisation = actor.kind === 'STAFF' ? { id: actor.organisationId, by: actor.id } : { id: null, by: null };
    const person = actor.kind === 'STAFF' ? { id: null, by: null } : { id: actor.id, by: actor.representativeId };
    const made = await tx.query<unknown[]>(
      `insert into plan_agreement (version_id, case_id, assignment_id, organisation_id, person_id, made_by_person_id, stance)
       select v.id, v.case_id, $3, $4, $5, $6, $7 from plan_version v where v.plan_id = $1 and v.number = $2
       on conflict on constraint once_per_party do nothing returning 1`,
      [planId, number, organisation.by, organisation.id, person.id, person.by, stance],
    );
    if (!made.length) return;
    await this.audit.write(tx, actor, { action: 'plan.agreed', fieldClass: 'CASE', caseId, subjectId: planId });
    await recordInTimeline(tx, actor, { caseId, kind: 'plan.agreed', params: { number: String(number), stance } });
  }
}

const newerVersion = () =>
  conflict('plan.newer_version', 'Det finns en nyare version', 'Planen har publicerats igen. Läs den nya versionen och säg ja till den.');
