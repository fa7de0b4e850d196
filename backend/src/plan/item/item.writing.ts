import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { mayWriteInPlan } from '../plan.policy.ts';
import { PlanAccess, type PlanAtHand } from '../plan.access.ts';
import { dissentExists } from './item.removal.ts';
import { ItemSharing } from './item.sharing.ts';
import { insertItem, type NewItem, storedItem } from './item.store.ts';

type Written = Pick<NewItem, 'kind' | 'content' | 'parentId' | 'goalKind'>;

/** How every new item comes into a plan: as a draft of the writer's organisation, shared in the same act when they say so. */
@Injectable()
export class ItemWriting {
  constructor(
    private readonly once: Once,
    private readonly access: PlanAccess,
    private readonly sharing: ItemSharing,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** `write` checks and says what it is; `after` adds what stands beside the item before anybody else gets it. The case row is locked. */
  add(
    actor: StaffActor,
    key: OnceKey,
    planId: string,
    share: boolean,
    write: (tx: Tx, plan: PlanAtHand, id: string) => Promise<Written>,
    after: (tx: Tx, plan: PlanAtHand, id: string) => Promise<void> = async () => undefined,
  ): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const plan = await this.access.plan(tx, actor, planId);
        this.gate.require(mayWriteInPlan(plan.facts));
        const written = await write(tx, plan, id);
        const { caseId } = plan;
        await refusing(insertItem(tx, actor, { id, planId, caseId, ...written }), { one_dissent: dissentExists });
        await after(tx, plan, id);
        await this.audit.write(tx, actor, { action: 'plan-item.written', fieldClass: 'CASE', caseId, subjectId: id });
        if (share) await this.sharing.shareNow(tx, actor, (await storedItem(tx, id))!);
        else await this.tellColleagues(tx, actor, caseId, written);
      },
      (tx) => this.access.toReadPlan(tx, actor, planId),
    );
  }

  /** A draft is its own organisation's, and so is the news of it. */
  private tellColleagues(tx: Tx, actor: StaffActor, caseId: string, { kind }: Written): Promise<void> {
    const audience = [actor.organisationId];
    return recordInTimeline(tx, actor, { caseId, kind: 'plan.changed', params: { kind }, audience, shownToPerson: false });
  }
}
