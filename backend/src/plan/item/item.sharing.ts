import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import type { OrganisationRef } from '../../organisation/refs.dto.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { announce } from '../../platform/live/announce.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { beginWork } from '../activity/activity.asking.ts';
import { mayWriteInPlan } from '../plan.policy.ts';
import { PlanAccess } from '../plan.access.ts';
import type { ItemSaved } from './item.dto.ts';
import { mayShareItem } from './item.policy.ts';
import { ItemReach } from './item.reach.ts';
import { type StoredItem, storedItem } from './item.store.ts';

const OWN_SHARED = `select id from plan_item where plan_id = $1 and organisation_id = $2 and author_person_id is null and recorded_form is null
  and shared_at is not null and removed_at is null order by position, id`;

@Injectable()
export class ItemSharing {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
    private readonly reach: ItemReach,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** A draft becomes the team's; what is shared already reaches those who have joined since, and a repeat changes nothing. */
  share(actor: StaffActor, id: string, version: number): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, item } = await this.access.item(tx, actor, id);
      this.gate.require(mayShareItem(actor, facts, item));
      requireVersion(item, version);
      return this.shareNow(tx, actor, item);
    });
  }

  /** The same inside an act of its own, which has asked who may. The case row is locked. */
  async shareNow(tx: Tx, actor: StaffActor, item: StoredItem): Promise<ItemSaved> {
    const version = item.version + 1;
    const { audience, changed } = await this.reach.own(tx, actor, item, version, item.shared ? 'SAME_WORDS' : 'NEW_WORDS');
    const notReached = await this.reach.notReached(tx, item, audience);
    if (!changed) return { version: item.version, notReached };
    await tx.query('update plan_item set version = $2 where id = $1', [item.id, version]);
    await this.audit.write(tx, actor, { action: 'plan-item.shared', fieldClass: 'CASE', caseId: item.caseId, subjectId: item.id });
    if (item.activity && !item.shared) await beginWork(tx, actor, item.id);
    await recordInTimeline(tx, actor, {
      caseId: item.caseId,
      kind: item.kind === 'FOLLOW_UP' && !item.shared ? 'plan.followed-up' : 'plan.shared',
      params: { kind: item.kind },
      audience: readersOf(item, audience),
      shownToPerson: false,
    });
    return { version, notReached };
  }

  /** New words of an item go to its readers in the act that writes them; of a draft, to nobody. `version`: the one the words have now. */
  async republish(tx: Tx, actor: StaffActor, before: StoredItem, version: number): Promise<ItemSaved> {
    const item = (await storedItem(tx, before.id))!;
    await this.audit.write(tx, actor, { action: 'plan-item.changed', fieldClass: 'CASE', caseId: item.caseId, subjectId: item.id });
    if (!item.shared) {
      // Writing on at a draft is no event, and no movement in the case.
      await announce(tx, { type: 'case', ref: item.caseId });
      return { version, notReached: [] };
    }
    const own = item.organisationId === actor.organisationId;
    const { audience } = own ? await this.reach.own(tx, actor, item, version, 'NEW_WORDS') : await this.reach.others(tx, actor, item, version);
    await recordInTimeline(tx, actor, {
      caseId: item.caseId,
      kind: 'plan.changed',
      params: { kind: item.kind },
      audience: readersOf(item, audience),
      shownToPerson: false,
    });
    return { version, notReached: await this.reach.notReached(tx, item, audience) };
  }

  /** Whatever of the actor's organisation is shared reaches everybody its consents cover today. */
  shareAll(actor: StaffActor, planId: string): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const plan = await this.access.plan(tx, actor, planId);
      this.gate.require(mayWriteInPlan(plan.facts));
      const notReached = new Map<string, OrganisationRef>();
      for (const { id } of await tx.query<{ id: string }[]>(OWN_SHARED, [planId, actor.organisationId])) {
        const item = (await storedItem(tx, id))!;
        const saved = await this.shareNow(tx, actor, item);
        for (const organisation of saved.notReached) notReached.set(organisation.id, organisation);
      }
      return { version: plan.version, notReached: [...notReached.values()] };
    });
  }
}

const readersOf = (item: StoredItem, audience: readonly string[]): string[] => [...(item.organisationId ? [item.organisationId] : []), ...audience];
