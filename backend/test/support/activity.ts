import type { ActivityState } from '@samspel/shared/plan/plan.ts';
import { behindTheLocks, type TestDatabase } from './database.ts';
import type { Place, Town } from './town.ts';

export interface ActivityWish {
  owner?: string;
  /** Who has asked whom, when nobody has said yes. */
  asked?: Place;
  state?: Extract<ActivityState, 'REQUESTED' | 'PLANNED' | 'IN_PROGRESS' | 'COMPLETED'>;
  /** Organisations that read it beside the owner's. */
  audience?: readonly Place[];
  shared?: boolean;
  dueOn?: string;
  text?: string;
}

const PLAN = `
  insert into care_plan (case_id, type, begun_by_assignment_id) values ($1, 'SIP', $2) on conflict (case_id) where ended_at is null do update set type = excluded.type returning id`;
const ITEM = `
  insert into plan_item (plan_id, case_id, kind, organisation_id, author_assignment_id, content, audience, shared_at)
    values ($1, $2, 'ACTIVITY', $3, $4, $5, $6, case when $7 then app.domain_now() end) returning id`;
const ACTIVITY = `
  insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, requested_organisation_id, due_on, completed_at)
    values ($1, $2, $3, 'INTERVENTION', $4, $5, $6, $7, $8, case when $4 = 'COMPLETED' then app.domain_now() end)`;

/** An activity in the case's plan, which begins if there is none, arranged behind the locks. No timers run on it. */
export async function makeActivity({ database }: { database: TestDatabase }, town: Town, caseId: string, wish: ActivityWish = {}): Promise<string> {
  const { owner = 'karin.fk', asked, state = asked ? 'REQUESTED' : 'PLANNED', audience = [], shared = true, dueOn = '2026-12-18' } = wish;
  const { assignmentId, organisationId } = town.staff[owner]!;
  const one = async (sql: string, values: unknown[]): Promise<string> => (await behindTheLocks<{ id: string }>(database, sql, values))[0]!.id;
  const planId = await one(PLAN, [caseId, assignmentId]);
  const content = JSON.stringify({ text: wish.text ?? 'Insatsens ord', plain: null, extent: null });
  const readers = audience.map((place) => town.organisation[place]);
  const id = await one(ITEM, [planId, caseId, organisationId, assignmentId, content, readers, shared]);
  await behindTheLocks(database, ACTIVITY, [
    ...[id, planId, caseId, state, organisationId, assignmentId],
    ...[asked ? town.organisation[asked] : null, dueOn],
  ]);
  return id;
}
