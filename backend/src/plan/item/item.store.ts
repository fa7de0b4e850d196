import type { ActivityState, PlanItemContent, PlanItemKind } from '@samspel/shared/plan/plan.ts';
import { PLAN_ITEMS_MAX } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { conflict, unprocessable, type Problem } from '../../platform/problem/problem.ts';
import type { ItemStanding } from './item.policy.ts';
import { isRead } from '../publication/items.sql.ts';

export interface StoredItem extends ItemStanding {
  readonly id: string;
  readonly planId: string;
  readonly caseId: string;
  readonly version: number;
  readonly parentId: string | null;
  readonly activity: {
    readonly state: ActivityState;
    readonly ownerId: string;
    readonly ownerOrganisationId: string;
    readonly requestedOrganisationId: string | null;
    readonly requestedId: string | null;
    readonly dueOn: string;
  } | null;
}

const ONE = `
  select i.id, i.plan_id as "planId", i.case_id as "caseId", i.kind, i.organisation_id as "organisationId", i.version, i.parent_id as "parentId",
         i.author_person_id is not null or i.recorded_form is not null as "byPerson", i.shared_at is not null as shared,
         i.removed_at is not null as removed, i.audience,
         case when t.id is not null then json_build_object('state', t.state, 'ownerId', t.owner_assignment_id, 'ownerOrganisationId', t.owner_organisation_id,
           'requestedOrganisationId', t.requested_organisation_id, 'requestedId', t.requested_assignment_id, 'dueOn', t.due_on) end as activity
  from plan_item i left join plan_activity t on t.id = i.id where i.id = $1`;

/** Undefined when there is none or row security hides it. Whether this reader may see it is the policy's to say as well. */
export async function storedItem(tx: Tx, id: string): Promise<StoredItem | undefined> {
  const [item] = await tx.query<StoredItem[]>(ONE, [id]);
  return item;
}

export interface NewItem {
  id: string;
  planId: string;
  caseId: string;
  kind: PlanItemKind;
  content: PlanItemContent;
  parentId?: string | null;
  goalKind?: string | null;
}

/** A draft of the actor's organisation, last in the plan. 409 `plan.full` when the reader's plan has no room left. */
export async function insertItem(tx: Tx, actor: StaffActor, { id, planId, caseId, kind, content, parentId, goalKind }: NewItem): Promise<void> {
  const [{ n, last }] = await tx.query<[{ n: number; last: number }]>(
    'select count(*)::int as n, coalesce(max(position), 0) as last from plan_item where plan_id = $1 and removed_at is null',
    [planId],
  );
  if (n >= PLAN_ITEMS_MAX) throw conflict('plan.full', 'Planen är full', 'Planen rymmer inte fler delar. Ta bort något som inte behövs längre.');
  await tx.query(
    `insert into plan_item (id, plan_id, case_id, kind, organisation_id, author_assignment_id, position, parent_id, goal_kind, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, planId, caseId, kind, actor.organisationId, actor.id, last + 1, parentId ?? null, goalKind ?? null, JSON.stringify(content)],
  );
}

/** New words, a new version. Answers the version. */
export async function rewriteItem(
  tx: Tx,
  actor: StaffActor,
  item: StoredItem,
  change: { content: PlanItemContent; parentId?: string | null; goalKind?: string | null },
): Promise<number> {
  await tx.query(
    `update plan_item set content = $2, parent_id = $3, goal_kind = $4, changed_at = app.domain_now(), changed_by_assignment_id = $5, version = version + 1 where id = $1`,
    [item.id, JSON.stringify(change.content), change.parentId ?? null, change.goalKind ?? null, actor.id],
  );
  return item.version + 1;
}

/** A mistake in one field that a person can mend (422). */
export const wrong = (pointer: string, code: string): Problem => unprocessable([{ pointer, code }]);

const IN_PLAN = `
  select i.kind, i.goal_kind as "goalKind" from plan_item i join case_access me on me.case_id = i.case_id and me.actor_id = $3 and me.via = 'PARTICIPANT'
  where i.id = $1 and i.plan_id = $2 and i.removed_at is null
    and ${isRead('i', 'me.organisation_id')}`;

/** 422 at `pointer` unless the id is an item of the plan that the actor reads, of the kind. */
export async function requireInPlan(
  tx: Tx,
  actor: StaffActor,
  planId: string,
  id: string | null,
  { kind, goalKind, pointer }: { kind: PlanItemKind; goalKind?: string; pointer: string },
): Promise<void> {
  if (!id) return;
  const [found] = await tx.query<{ kind: string; goalKind: string | null }[]>(IN_PLAN, [id, planId, actor.id]);
  if (found?.kind !== kind || (goalKind && found.goalKind !== goalKind)) throw wrong(pointer, 'notInPlan');
}

export interface TeamMember {
  readonly assignmentId: string;
  readonly organisationId: string;
}

/** Everybody in the team now. */
export function teamOf(tx: Tx, caseId: string): Promise<TeamMember[]> {
  return tx.query<TeamMember[]>(
    `select p.assignment_id as "assignmentId", p.organisation_id as "organisationId" from participation p where p.case_id = $1 and p.until_at is null
     order by p.from_at, p.id`,
    [caseId],
  );
}

/** Empty text is no text. */
export const orNull = (text: string | null | undefined): string | null => text || null;
