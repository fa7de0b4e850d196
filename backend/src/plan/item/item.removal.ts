import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { refusing } from '../../organisation/database-refusals.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { conflict } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { type ItemAtHand, PlanAccess } from '../plan.access.ts';
import type { ItemSaved } from './item.dto.ts';
import { mayRemoveItem, mayRestoreItem } from './item.policy.ts';
import { whatMattersExists } from './item.reach.ts';
import { isRead } from '../publication/items.sql.ts';

/** What the actor reads under a goal; another organisation's draft there is none of the actor's knowledge, and finds itself without a goal. */
const UNDER = `
  select 1 from plan_item i join case_access me on me.case_id = i.case_id and me.actor_id = $2 and me.via = 'PARTICIPANT'
  where i.parent_id = $1 and i.removed_at is null
    and ${isRead('i', 'me.organisation_id')} limit 1`;

/** Taken out of the plan, not out of the history. */
@Injectable()
export class ItemRemoval {
  constructor(
    private readonly db: Database,
    private readonly access: PlanAccess,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  /** 409 `goal.in_use` while something the actor reads stands under it. */
  remove(actor: StaffActor, id: string, version: number): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const at = await this.access.item(tx, actor, id);
      this.gate.require(mayRemoveItem(actor, at.facts, at.item));
      requireVersion(at.item, version);
      if ((await tx.query<unknown[]>(UNDER, [id, actor.id])).length) {
        throw conflict('goal.in_use', 'Målet används', 'Det finns delmål eller aktiviteter under målet. Flytta eller ta bort dem först.');
      }
      return this.set(tx, actor, at, true);
    });
  }

  restore(actor: StaffActor, id: string, version: number): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const at = await this.access.item(tx, actor, id);
      this.gate.require(mayRestoreItem(actor, at.facts, at.item));
      requireVersion(at.item, version);
      return at.item.removed ? this.set(tx, actor, at, false) : { version, notReached: [] };
    });
  }

  private async set(tx: Tx, actor: StaffActor, { item }: ItemAtHand, removed: boolean): Promise<ItemSaved> {
    const version = item.version + 1;
    const change = tx.query('update plan_item set removed_at = case when $2 then app.domain_now() end, version = $3 where id = $1', [
      item.id,
      removed,
      version,
    ]);
    await refusing(change, { one_what_matters: whatMattersExists, one_dissent: dissentExists });
    const action = removed ? 'plan-item.removed' : 'plan-item.restored';
    await this.audit.write(tx, actor, { action, fieldClass: 'CASE', caseId: item.caseId, subjectId: item.id });
    await recordInTimeline(tx, actor, {
      caseId: item.caseId,
      kind: 'plan.changed',
      params: { kind: item.kind, removed: String(removed) },
      audience: [actor.organisationId, ...item.audience],
      shownToPerson: false,
    });
    return { version, notReached: [] };
  }
}

export const dissentExists = () =>
  conflict('plan.dissent_exists', 'Det finns redan', 'Er organisation har redan skrivit hur ni ser det annorlunda. Ändra den texten i stället.');
