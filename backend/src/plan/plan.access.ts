import { Injectable } from '@nestjs/common';
import type { PlanItemKind } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { TeamCase } from '../case/team-case.ts';
import type { Tx } from '../platform/database/database.ts';
import { notVisible } from '../platform/problem/problem.ts';
import { maySeeItem } from './item/item.policy.ts';
import { type StoredItem, storedItem } from './item/item.store.ts';

export interface ItemAtHand {
  readonly facts: CaseFacts;
  readonly item: StoredItem;
}
export interface PlanAtHand {
  readonly facts: CaseFacts;
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
}

/** The way to a plan and to one of its items, for whoever is in the team and reads it. Everybody else: 404. */
@Injectable()
export class PlanAccess {
  constructor(
    private readonly team: TeamCase,
    private readonly gate: Gate,
  ) {}

  /** With the case row locked first, so that edits, sharing and a withdrawn consent follow each other. 404 also when it is of another kind. */
  async item(tx: Tx, actor: StaffActor, id: string, ...kinds: PlanItemKind[]): Promise<ItemAtHand> {
    const before = await storedItem(tx, id);
    if (!before) throw notVisible();
    const facts = await this.team.toChange(tx, actor, before.caseId);
    const item = await this.seen(tx, actor, id, kinds);
    return { facts, item };
  }

  /** To read, or to repeat an act: nothing is locked. */
  async toReadItem(tx: Tx, actor: StaffActor, id: string): Promise<ItemAtHand> {
    const item = await this.seen(tx, actor, id, []);
    return { facts: await this.team.toRead(tx, actor, item.caseId), item };
  }

  async plan(tx: Tx, actor: StaffActor, id: string): Promise<PlanAtHand> {
    const { caseId } = await planRow(tx, id);
    const facts = await this.team.toChange(tx, actor, caseId);
    return { facts, ...(await planRow(tx, id)) };
  }

  async toReadPlan(tx: Tx, actor: StaffActor, id: string): Promise<PlanAtHand> {
    const plan = await planRow(tx, id);
    return { facts: await this.team.toRead(tx, actor, plan.caseId), ...plan };
  }

  private async seen(tx: Tx, actor: StaffActor, id: string, kinds: readonly PlanItemKind[]): Promise<StoredItem> {
    const item = await storedItem(tx, id);
    if (!item) throw notVisible();
    this.gate.requireVisible(maySeeItem(actor, item));
    if (kinds.length && !kinds.includes(item.kind)) throw notVisible();
    return item;
  }
}

async function planRow(tx: Tx, id: string): Promise<Omit<PlanAtHand, 'facts'>> {
  const [plan] = await tx.query<Omit<PlanAtHand, 'facts'>[]>('select id, case_id as "caseId", version from care_plan where id = $1', [id]);
  if (!plan) throw notVisible();
  return plan;
}
