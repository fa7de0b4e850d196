import { Injectable } from '@nestjs/common';
import { countOf, differences } from '@samspel/shared/plan/differences.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { PersonNews } from '../../person/person-news.ts';
import { personPlan, type StoredBody } from '../../citizen/plan/person-plan.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { notVisible } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { PlanAccess, type PlanAtHand } from '../plan.access.ts';
import { mayPublishPlan } from '../plan.policy.ts';
import { missingItems, planIncomplete, withoutPlainWords } from './completeness.ts';
import { asPublished, versionItems } from './fields.ts';
import { freezeItems, publishableItems } from './items.sql.ts';
import { PREVIEW } from './preview.sql.ts';
import type { PublicationPreviewView } from './publication.dto.ts';
import { latestItems } from './stored-version.ts';
import { VersionReaders } from './version-readers.ts';

const PUBLISH = `
  insert into plan_version (id, plan_id, case_id, number, type, reason, organisation_id, audience, facts, responsible_principal_id, published_by_assignment_id)
  select $2, p.id, p.case_id, $3, p.type, $4, $5, $6, $7, p.responsible_principal_id, $8 from care_plan p where p.id = $1`;
const FREEZE = freezeItems('$2', publishableItems('$1', '$3::uuid'));

/** The only way from the team's working copy to what the person reads. */
@Injectable()
export class PlanPublication {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly access: PlanAccess,
    private readonly readers: VersionReaders,
    private readonly audit: AuditLog,
    private readonly news: PersonNews,
    private readonly clock: Clock,
  ) {}

  async preview(actor: StaffActor, planId: string): Promise<PublicationPreviewView> {
    const { caseId, body, published } = await this.db.transaction(actor, async (tx) => {
      const { facts } = await this.access.toReadPlan(tx, actor, planId);
      this.gate.require(mayPublishPlan(actor, facts));
      const body = await bodyNow(tx, actor, planId);
      const published = await latestItems(tx, actor, planId);
      return { caseId: facts.id, body, published };
    });
    await this.audit.read(actor, { action: 'plan.previewed', fieldClass: 'CASE', caseId, subjectId: planId });
    return {
      person: personPlan(body, this.clock.today(), this.clock.now()),
      missingPlain: withoutPlainWords(body.items),
      missing: missingItems(body.items, body.facts),
      changes: countOf(differences(asPublished(versionItems(published)), asPublished(versionItems(body.items)))),
      next: body.number,
    };
  }

  publish(actor: StaffActor, planId: string, key: OnceKey, reason: string): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => this.publishAs(tx, actor, { id, reason, plan: await this.access.plan(tx, actor, planId) }),
      (tx) => this.access.toReadPlan(tx, actor, planId),
    );
  }

  /** The case row is locked: of two publications the later one gets the next number. */
  private async publishAs(tx: Tx, actor: StaffActor, { id, reason, plan }: { id: string; reason: string; plan: PlanAtHand }): Promise<void> {
    const { facts, caseId } = plan;
    this.gate.require(mayPublishPlan(actor, facts));
    const { number, facts: around, items } = await bodyNow(tx, actor, plan.id);
    const missing = missingItems(items, around);
    if (missing.length) throw planIncomplete(missing);
    const readers = await this.readers.tell(tx, actor, { id, caseId, number, reason, type: around.type });
    await tx.query(PUBLISH, [plan.id, id, number, reason, actor.organisationId, readers, JSON.stringify(around), actor.id]);
    await tx.query(FREEZE, [plan.id, id, actor.organisationId]);
    await this.audit.write(tx, actor, { action: 'plan.published', fieldClass: 'CASE', caseId, subjectId: plan.id });
    await recordInTimeline(tx, actor, { caseId, kind: 'plan.published', params: { number: String(number) } });
    await notify(tx, { kind: 'plan.published', to: { personId: facts.personId }, caseId, params: { number: String(number) } });
    await this.news.tell(tx, facts.personId);
  }
}

/** What the person would read if it were published now. Nobody who is not in the team gets a row, with or without the locks. */
async function bodyNow(tx: Tx, actor: StaffActor, planId: string): Promise<StoredBody> {
  const [row] = await tx.query<{ body: StoredBody }[]>(PREVIEW, [planId, actor.id, actor.organisationId]);
  if (!row) throw notVisible();
  return row.body;
}
