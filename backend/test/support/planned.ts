import { randomUUID } from 'node:crypto';
import type { RunningApp } from './app.ts';
import { behindTheLocks } from './database.ts';
import type { Town } from './town.ts';

export interface ItemWish {
  /** Whose words; null: the person's own. */
  by?: string | null;
  content?: Record<string, unknown>;
  parentId?: string;
  goalKind?: 'MAIN' | 'SUB';
  /** Accounts whose organisations read it beside the own one; absent: a draft. */
  sharedWith?: string[];
}

export interface ActivityWish extends ItemWish {
  provider?: 'INTERVENTION' | 'OTHER_MEASURE' | 'OWN_ACTION';
  owner?: string;
  state?: string;
  asked?: string;
  dueOn?: string;
  startOn?: string;
  afterId?: string;
  performerId?: string;
}

/** A plan written behind the locks, so that what is tested is what happens to it. */
export class PlannedCase {
  readonly planId = randomUUID();

  private constructor(
    private readonly running: Pick<RunningApp, 'database'>,
    private readonly town: Town,
    readonly caseId: string,
    readonly personId: string,
  ) {}

  static async of(
    running: Pick<RunningApp, 'database'>,
    town: Town,
    made: { caseId: string; personId: string },
    type = 'REHAB_TEAM_PLAN',
  ): Promise<PlannedCase> {
    const plan = new PlannedCase(running, town, made.caseId, made.personId);
    const by = town.staff['lena.region']!.assignmentId;
    await behindTheLocks(running.database, 'insert into care_plan (id, case_id, type, begun_by_assignment_id) values ($1, $2, $3, $4)', [
      plan.planId,
      made.caseId,
      type,
      by,
    ]);
    return plan;
  }

  /** The id of the item. */
  async item(kind: string, { by = 'lena.region', content = { text: kind }, parentId, goalKind, sharedWith }: ItemWish = {}): Promise<string> {
    const id = randomUUID();
    const author = by === null ? null : this.town.staff[by]!;
    await behindTheLocks(
      this.running.database,
      `insert into plan_item (id, plan_id, case_id, kind, organisation_id, author_assignment_id, author_person_id, position, parent_id, goal_kind, content, audience, shared_at)
       values ($1, $2, $3, $4, $5, $6, $7, (select count(*) from plan_item where plan_id = $2), $8, $9, $10, $11, case when $12 then now() end)`,
      [
        ...[id, this.planId, this.caseId, kind, author?.organisationId ?? null, author?.assignmentId ?? null, author ? null : this.personId],
        ...[parentId ?? null, kind === 'GOAL' ? (goalKind ?? 'MAIN') : null, JSON.stringify(content)],
        [...new Set((sharedWith ?? []).map((hint) => this.town.staff[hint]!.organisationId))],
        sharedWith !== undefined || author === null,
      ],
    );
    return id;
  }

  async activity({
    provider = 'INTERVENTION',
    owner = 'lena.region',
    state = 'PLANNED',
    dueOn = '2026-12-18',
    ...wish
  }: ActivityWish = {}): Promise<string> {
    const id = await this.item('ACTIVITY', { by: owner, ...wish });
    const { assignmentId, organisationId } = this.town.staff[owner]!;
    await behindTheLocks(
      this.running.database,
      `insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, requested_organisation_id, requested_at,
         performer_contact_id, start_on, due_on, after_activity_id, completed_at, blocked_category, cancel_code)
       values ($1, $2, $3, $4, $5, $6, $7, $8, case when $8::uuid is not null then now() end, $9, $10, $11, $12,
         case when $5 = 'COMPLETED' then now() end, case when $5 = 'BLOCKED' then 'TIME' end, case when $5 = 'CANCELLED' then 'NOT_NEEDED' end)`,
      [
        ...[id, this.planId, this.caseId, provider, state, organisationId, assignmentId],
        ...[
          wish.asked ? this.town.staff[wish.asked]!.organisationId : null,
          wish.performerId ?? null,
          wish.startOn ?? null,
          dueOn,
          wish.afterId ?? null,
        ],
      ],
    );
    return id;
  }

  /** The words are the person's, written down by staff. */
  async toldByPhone(itemId: string): Promise<void> {
    await behindTheLocks(this.running.database, `update plan_item set recorded_form = 'PHONE' where id = $1`, [itemId]);
  }

  async rewrite(itemId: string, content: Record<string, unknown>): Promise<void> {
    await behindTheLocks(this.running.database, 'update plan_item set content = $2, version = version + 1 where id = $1', [
      itemId,
      JSON.stringify(content),
    ]);
  }

  async set(columns: Record<string, unknown>): Promise<void> {
    const names = Object.keys(columns);
    await behindTheLocks(
      this.running.database,
      `update care_plan set ${names.map((name, index) => `${name} = $${index + 2}`).join(', ')} where id = $1`,
      [this.planId, ...Object.values(columns)],
    );
  }
}
