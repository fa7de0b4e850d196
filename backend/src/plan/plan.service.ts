import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { TeamCase } from '../case/team-case.ts';
import { refusing } from '../organisation/database-refusals.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../platform/http/once.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict } from '../platform/problem/problem.ts';
import { recordInTimeline } from '../timeline/timeline.ts';
import { teamOf, wrong } from './item/item.store.ts';
import { PlanAccess } from './plan.access.ts';
import type { NewPlan, PlanEdit, PlanSaved } from './plan.dto.ts';
import { mayLeadPlan } from './plan.policy.ts';

const AUTHORITY = `
  select distinct r.kind from participation p join organisation o on o.id = p.organisation_id join principal r on r.id = o.principal_id
  where p.case_id = $1 and p.until_at is null and r.id = $2`;

/** What stands around the items: that there is a plan, of what kind, who answers for the whole and when it is followed up. */
@Injectable()
export class Plans {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly team: TeamCase,
    private readonly access: PlanAccess,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  begin(actor: StaffActor, key: OnceKey, caseId: string, { type }: NewPlan): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        this.gate.require(mayLeadPlan(actor, await this.team.toChange(tx, actor, caseId)));
        const begun = tx.query('insert into care_plan (id, case_id, type, begun_by_assignment_id) values ($1, $2, $3, $4)', [
          id,
          caseId,
          type,
          actor.id,
        ]);
        await refusing(begun, {
          one_plan_per_case: () => conflict('plan.exists', 'Planen finns redan', 'Ärendet har redan en plan. Skriv vidare i den.'),
        });
        await this.audit.write(tx, actor, { action: 'plan.begun', fieldClass: 'CASE', caseId, subjectId: id });
        await recordInTimeline(tx, actor, { caseId, kind: 'plan.begun', params: { type } });
      },
      (tx) => this.team.toRead(tx, actor, caseId),
    );
  }

  edit(actor: StaffActor, id: string, version: number, input: PlanEdit): Promise<PlanSaved> {
    return this.db.transaction(actor, async (tx) => {
      const plan = await this.access.plan(tx, actor, id);
      this.gate.require(mayLeadPlan(actor, plan.facts));
      requireVersion(plan, version);
      const authority = await authorityKind(tx, plan.caseId, input.responsiblePrincipalId);
      await requireCaller(tx, plan.caseId, input);
      await tx.query(
        `update care_plan set type = $2, responsible_principal_id = $3, responsible_principal_kind = $4, no_other_measures = $5, follow_up_on = $6,
           follow_up_caller_assignment_id = $7, version = version + 1 where id = $1`,
        [id, input.type, input.responsiblePrincipalId, authority, input.noOtherMeasures, input.followUpOn, input.followUpCallerId],
      );
      const { caseId } = plan;
      await this.audit.write(tx, actor, { action: 'plan.changed', fieldClass: 'CASE', caseId, subjectId: id });
      await recordInTimeline(tx, actor, { caseId, kind: 'plan.changed', params: { kind: 'PLAN' }, shownToPerson: false });
      return { version: version + 1 };
    });
  }
}

/** 422 unless it is a kommun or a region that is in the team: nobody else can have the overall responsibility (SoL 10 kap. 8 §). */
async function authorityKind(tx: Tx, caseId: string, principalId: string | null): Promise<string | null> {
  if (!principalId) return null;
  const [principal] = await tx.query<{ kind: string }[]>(AUTHORITY, [caseId, principalId]);
  if (!principal) throw wrong('/responsiblePrincipalId', 'notInTeam');
  if (principal.kind !== 'KOMMUN' && principal.kind !== 'REGION') throw wrong('/responsiblePrincipalId', 'notKommunOrRegion');
  return principal.kind;
}

async function requireCaller(tx: Tx, caseId: string, { followUpOn, followUpCallerId }: PlanEdit): Promise<void> {
  if (!followUpCallerId) return;
  if (!followUpOn) throw wrong('/followUpCallerId', 'withoutDay');
  const team = await teamOf(tx, caseId);
  if (!team.some(({ assignmentId }) => assignmentId === followUpCallerId)) throw wrong('/followUpCallerId', 'notInTeam');
}
