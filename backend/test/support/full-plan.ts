import type { Town, TownCase } from './town.ts';

export interface PlanIds {
  planId: string;
  goalId: string;
  partId: string;
  followUpId: string;
  activityId: string;
}

export const newPlanIds = (): PlanIds => ({
  planId: crypto.randomUUID(),
  goalId: crypto.randomUUID(),
  partId: crypto.randomUUID(),
  followUpId: crypto.randomUUID(),
  activityId: crypto.randomUUID(),
});

/** Statements that put a shared plan with an item of each kind into the case, and a row in every table of plans. Karin writes; the region reads. */
export function fullPlan(town: Town, { caseId, personId }: TownCase, ids: PlanIds): [sql: string, values: unknown[]][] {
  const { planId, goalId, partId, followUpId, activityId } = ids;
  const { assignmentId: karin, organisationId: fk } = town.staff['karin.fk']!;
  const { region } = town.organisation;
  const item = (id: string, kind: string, content: object): [string, unknown[]] => [
    `insert into plan_item (id, plan_id, case_id, kind, goal_kind, organisation_id, author_assignment_id, content, audience, shared_at)
     values ($1, $2, $3, $4, case when $4 = 'GOAL' then 'MAIN' end, $5, $6, $7, $8, now())`,
    [id, planId, caseId, kind, fk, karin, JSON.stringify(content), [region]],
  ];
  const versionId = crypto.randomUUID();
  return [
    [`insert into care_plan (id, case_id, type, begun_by_assignment_id) values ($1, $2, 'REHAB_TEAM_PLAN', $3)`, [planId, caseId, karin]],
    item(goalId, 'GOAL', { text: 'x', conflictOrganisationIds: [] }),
    item(partId, 'NEED', { text: 'x' }),
    item(followUpId, 'FOLLOW_UP', { heldOn: '2026-11-01', wanted: 'x', became: 'x', why: '', conclusion: '', now: '' }),
    item(activityId, 'ACTIVITY', { text: 'x' }),
    [`insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, due_on) values ($1, $2, $3, 'INTERVENTION', 'PLANNED', $4, $5, '2026-12-18')`, [activityId, planId, caseId, fk, karin]],
    [`insert into activity_note (activity_id, case_id, organisation_id, audience, kind, text, by_assignment_id) values ($1, $2, $3, $4, 'PROGRESS', 'x', $5)`, [activityId, caseId, fk, [region], karin]],
    [`insert into goal_attainment (goal_id, case_id, status, set_by_assignment_id) values ($1, $2, 'IMPROVING', $3)`, [goalId, caseId, karin]],
    [`insert into plan_version (id, plan_id, case_id, number, type, reason, organisation_id, audience, facts, published_by_assignment_id) values ($1, $2, $3, 1, 'REHAB_TEAM_PLAN', 'x', $4, $5, '{}', $6)`, [versionId, planId, caseId, fk, [region], karin]],
    [`insert into plan_version_item (version_id, item_id, case_id, organisation_id, audience, kind, position, item_version, content) values ($1, $2, $3, $4, $5, 'GOAL', 1, 1, '{"text":"x"}')`, [versionId, goalId, caseId, fk, [region]]],
    [`insert into plan_agreement (version_id, case_id, person_id, stance) values ($1, $2, $3, 'AGREES')`, [versionId, caseId, personId]],
    [`insert into item_presence (item_id, case_id, assignment_id) values ($1, $2, $3)`, [goalId, caseId, karin]],
  ]; // prettier-ignore
}
