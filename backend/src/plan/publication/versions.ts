import { Injectable } from '@nestjs/common';
import { changedFields, differences } from '@samspel/shared/plan/differences.ts';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database } from '../../platform/database/database.ts';
import type { VersionFacts } from './facts.sql.ts';
import { versionItems } from './fields.ts';
import { PlanAccess } from '../plan.access.ts';
import type { PlanChangesQuery, PlanChangesView, PlanVersionListView, PlanVersionRowView, PlanVersionView } from './publication.dto.ts';
import { storedVersion } from './stored-version.ts';
import { VERSION_ROWS } from './versions.sql.ts';

/** What has been published, as it was. */
@Injectable()
export class PlanVersions {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
    private readonly audit: AuditLog,
  ) {}

  async list(actor: StaffActor, planId: string): Promise<PlanVersionListView> {
    const { caseId, items } = await this.db.transaction(actor, async (tx) => {
      const { facts } = await this.access.toReadPlan(tx, actor, planId);
      const rows = await tx.query<{ row: PlanVersionRowView }[]>(VERSION_ROWS, [planId, actor.id]);
      return { caseId: facts.id, items: rows.map(({ row }) => row) };
    });
    await this.audit.read(actor, { action: 'plan-versions.read', fieldClass: 'CASE', caseId, subjectId: planId });
    return { items };
  }

  async one(actor: StaffActor, planId: string, number: number): Promise<PlanVersionView> {
    const { caseId, version } = await this.db.transaction(actor, async (tx) => {
      const { facts } = await this.access.toReadPlan(tx, actor, planId);
      return { caseId: facts.id, version: await storedVersion(tx, actor, planId, number) };
    });
    await this.audit.read(actor, { action: 'plan-version.read', fieldClass: 'CASE', caseId, subjectId: planId });
    const { responsibleAuthority, coordinator, followUp } = version.facts;
    const around = { responsibleAuthority, coordinator: coordinator && coordinator.name, followUpOn: followUp && followUp.on };
    return { ...version.row!, ...around, items: versionItems(version.items) };
  }

  async changes(actor: StaffActor, planId: string, { from, to }: PlanChangesQuery): Promise<PlanChangesView> {
    const { caseId, before, after } = await this.db.transaction(actor, async (tx) => {
      const { facts } = await this.access.toReadPlan(tx, actor, planId);
      const [before, after] = [await storedVersion(tx, actor, planId, from), await storedVersion(tx, actor, planId, to)];
      return { caseId: facts.id, before, after };
    });
    await this.audit.read(actor, { action: 'plan-versions.compared', fieldClass: 'CASE', caseId, subjectId: planId });
    const found = differences(versionItems(before.items), versionItems(after.items));
    return { from, to, ...found, facts: changedFields(factFields(before.facts), factFields(after.facts)) };
  }
}

function factFields({ type, responsibleAuthority, noOtherMeasures, followUp }: VersionFacts): { name: string; value: string }[] {
  return [
    { name: 'type', value: type },
    { name: 'responsibleAuthority', value: responsibleAuthority ?? '' },
    { name: 'noOtherMeasures', value: noOtherMeasures ? 'true' : '' },
    { name: 'followUpOn', value: followUp?.on ?? '' },
    { name: 'followUpCaller', value: followUp?.caller?.name ?? '' },
  ];
}
