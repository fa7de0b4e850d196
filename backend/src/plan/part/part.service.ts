import { Injectable } from '@nestjs/common';
import type { FollowUpContent, PartContent, PlanPartKind } from '@samspel/shared/plan/plan.ts';
import { PLAN_PART_KINDS } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import type { OnceKey, Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import type { ItemSaved } from '../item/item.dto.ts';
import { mayEditItem } from '../item/item.policy.ts';
import { whatMattersExists } from '../item/item.reach.ts';
import { ItemSharing } from '../item/item.sharing.ts';
import { orNull, rewriteItem, wrong } from '../item/item.store.ts';
import { ItemWriting } from '../item/item.writing.ts';
import { PlanAccess } from '../plan.access.ts';
import type { FollowUpEdit, NewFollowUp, NewPart, PartEdit } from './part.dto.ts';
import { isRead } from '../publication/items.sql.ts';

/** What matters stands once: shared, or as a draft that the actor's organisation has begun. */
const WHAT_MATTERS = `
  select 1 from plan_item i join case_access me on me.case_id = i.case_id and me.actor_id = $2 and me.via = 'PARTICIPANT'
  where i.plan_id = $1 and i.kind = 'WHAT_MATTERS' and i.removed_at is null
    and ${isRead('i', 'me.organisation_id')}`;

/** Items that are words alone: parts of the plan, and follow-ups of it. */
@Injectable()
export class Parts {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
    private readonly writing: ItemWriting,
    private readonly sharing: ItemSharing,
    private readonly gate: Gate,
  ) {}

  add(actor: StaffActor, key: OnceKey, planId: string, input: NewPart): Promise<Outcome> {
    return this.writing.add(actor, key, planId, input.share ?? false, async (tx) => {
      if (input.kind === 'WHAT_MATTERS' && (await tx.query<unknown[]>(WHAT_MATTERS, [planId, actor.id])).length) throw whatMattersExists();
      return { kind: input.kind, content: partContent(input.kind, input) };
    });
  }

  edit(actor: StaffActor, id: string, version: number, input: PartEdit): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, item } = await this.access.item(tx, actor, id, ...PLAN_PART_KINDS);
      this.gate.require(mayEditItem(actor, facts, item));
      requireVersion(item, version);
      const content = partContent(item.kind as PlanPartKind, input);
      return this.sharing.republish(tx, actor, item, await rewriteItem(tx, actor, item, { content }));
    });
  }

  addFollowUp(actor: StaffActor, key: OnceKey, planId: string, input: NewFollowUp): Promise<Outcome> {
    return this.writing.add(actor, key, planId, input.share ?? false, async (tx) => {
      await requireHeld(tx, input);
      return { kind: 'FOLLOW_UP', content: followUpContent(input) };
    });
  }

  editFollowUp(actor: StaffActor, id: string, version: number, input: FollowUpEdit): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, item } = await this.access.item(tx, actor, id, 'FOLLOW_UP');
      this.gate.require(mayEditItem(actor, facts, item));
      requireVersion(item, version);
      await requireHeld(tx, input);
      return this.sharing.republish(tx, actor, item, await rewriteItem(tx, actor, item, { content: followUpContent(input) }));
    });
  }
}

/** What became of the plan is not known before the day. */
async function requireHeld(tx: Tx, { heldOn }: FollowUpEdit): Promise<void> {
  const [{ future }] = await tx.query<[{ future: boolean }]>('select $1::date > app.domain_today() as future', [heldOn]);
  if (future) throw wrong('/heldOn', 'future');
}

function partContent(kind: PlanPartKind, { text, call }: PartEdit): PartContent {
  if (call && kind !== 'EARLY_SIGN') throw wrong('/call', 'onlyEarlySign');
  return kind === 'EARLY_SIGN' ? { text, call: orNull(call) } : { text };
}

const followUpContent = ({ heldOn, wanted, became, why, conclusion, now }: FollowUpEdit): FollowUpContent => ({
  heldOn,
  wanted,
  became,
  why,
  conclusion,
  now,
});
