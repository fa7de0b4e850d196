import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import { Gate } from '../access/gate.ts';
import { AuditLog } from '../audit/audit-log.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { maySeeCase } from '../case/case-visibility.policy.ts';
import { VIEWER_FACTS } from '../case/viewer-facts.sql.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { notVisible } from '../platform/problem/problem.ts';
import { maySeeItem } from './item/item.policy.ts';
import type { CasePlanView, PlanItemView } from './plan.dto.ts';
import { mayLeadPlan } from './plan.policy.ts';
import { standingOf } from './plan.reader.ts';
import { planJson } from './plan.sql.ts';
import type { StoredPlan } from './plan.stored.ts';
import { planItemView, planView } from './plan.view.ts';
import { isRead } from './publication/items.sql.ts';

const OF_CASE = `
  select ${VIEWER_FACTS} as facts, ${planJson('c.id')} as plan
  from participation viewer join coordination_case c on c.id = viewer.case_id
  where viewer.case_id = $1::uuid and viewer.assignment_id = $2::uuid and viewer.until_at is null`;

const OF_ITEM = `
  select ${VIEWER_FACTS} as facts, ${planJson('c.id', 'wanted.id')} as plan
  from plan_item wanted join participation viewer on viewer.case_id = wanted.case_id join coordination_case c on c.id = viewer.case_id
  where wanted.id = $1::uuid and viewer.assignment_id = $2::uuid and viewer.until_at is null and ${isRead('wanted', 'viewer.organisation_id')}`;

interface Row {
  facts: CaseFacts;
  plan: StoredPlan | null;
}

@Injectable()
export class PlanReading {
  constructor(
    private readonly db: Database,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** One statement, one audit row. 404 for whoever is outside the team. */
  async ofCase(actor: StaffActor, caseId: string): Promise<CasePlanView> {
    const { facts, plan } = await this.row(actor, 'plan', OF_CASE, caseId);
    await this.audit.read(actor, { action: 'plan.read', fieldClass: 'CASE', caseId, personId: facts.personId });
    if (plan) return { plan: planView(actor, facts, plan, this.clock.today()), actions: [], blocked: [] };
    return { plan: null, ...availability({ 'plan.begin': mayLeadPlan(actor, facts) }) };
  }

  /** One item alone, also a removed one; 404 for whoever does not read it. */
  async item(actor: StaffActor, id: string): Promise<{ view: PlanItemView; version: number }> {
    const { facts, plan } = await this.row(actor, 'plan-item', OF_ITEM, id);
    const stored = plan?.items.find((item) => item.id === id);
    const view = plan && planItemView(actor, facts, plan, this.clock.today(), id);
    if (!stored || !view) throw notVisible();
    this.gate.requireVisible(maySeeItem(actor, standingOf(stored)));
    await this.audit.read(actor, { action: 'plan-item.read', fieldClass: 'CASE', caseId: facts.id, personId: facts.personId, subjectId: id });
    return { view, version: stored.version };
  }

  private async row(actor: StaffActor, name: string, statement: string, id: string): Promise<Row> {
    const [row] = await this.db.read<Row>(actor, name, statement, [id, actor.id]);
    this.gate.requireVisible(maySeeCase(actor, row?.facts));
    if (!row) throw notVisible();
    return row;
  }
}
