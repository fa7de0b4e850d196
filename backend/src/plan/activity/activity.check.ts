import type { ActivityProvider } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { requireInPlan, type TeamMember, teamOf, wrong } from '../item/item.store.ts';
import type { ActivityEdit } from './activity.dto.ts';

export interface CheckedActivity {
  provider: ActivityProvider;
  ownerId: string;
  requestedOrganisationId: string | null;
  requestedId: string | null;
  performerContactId: string | null;
  deputyId: string | null;
  startOn: string | null;
  dueOn: string;
  afterId: string | null;
}

interface Place {
  /** Null while it is not written yet. */
  id: string | null;
  planId: string;
  caseId: string;
  /** Who answers when the input names nobody. */
  ownerId: string;
}

/** All that comes before `$1`, which `$2` must not be among. */
const BEFORE = `
  with recursive earlier (id) as (select $1::uuid union select t.after_activity_id from plan_activity t join earlier e on e.id = t.id where t.after_activity_id is not null)
  select 1 from earlier where id = $2`;
const CONTACT = 'select 1 from case_contact c where c.id = $1 and c.case_id = $2 and c.removed_at is null';

/** The input in one form, with everybody and everything it names found in the team and in the plan; 422 at the first that is not. */
export async function checkedActivity(tx: Tx, actor: StaffActor, place: Place, input: ActivityEdit): Promise<CheckedActivity> {
  const team = await teamOf(tx, place.caseId);
  const ownerId = input.ownerId ?? place.ownerId;
  requireColleague(team, actor, ownerId, '/ownerId');
  if (input.deputyId) requireColleague(team, actor, input.deputyId, '/deputyId');
  if (input.deputyId === ownerId) throw wrong('/deputyId', 'sameAsOwner');
  if (input.startOn && input.startOn > input.dueOn) throw wrong('/startOn', 'afterDue');
  requireAsked(team, actor, input);
  await requirePerformer(tx, place.caseId, input);
  await requireInPlan(tx, actor, place.planId, input.goalId ?? null, { kind: 'GOAL', pointer: '/goalId' });
  await requireOrder(tx, actor, place, input.afterId ?? null);
  return {
    provider: input.provider,
    ownerId,
    requestedOrganisationId: input.requestedOrganisationId ?? null,
    requestedId: input.requestedStaffId ?? null,
    performerContactId: input.performerContactId ?? null,
    deputyId: input.deputyId ?? null,
    startOn: input.startOn ?? null,
    dueOn: input.dueOn,
    afterId: input.afterId ?? null,
  };
}

/** Nobody decides for another organisation: only colleagues are named; the others are asked. */
function requireColleague(team: readonly TeamMember[], actor: StaffActor, id: string, pointer: string): void {
  if (!team.some(({ assignmentId, organisationId }) => assignmentId === id && organisationId === actor.organisationId))
    throw wrong(pointer, 'notColleague');
}

function requireAsked(
  team: readonly TeamMember[],
  actor: StaffActor,
  { provider, requestedOrganisationId: asked, requestedStaffId }: ActivityEdit,
): void {
  if (!asked) {
    if (requestedStaffId) throw wrong('/requestedStaffId', 'withoutOrganisation');
    return;
  }
  if (provider !== 'INTERVENTION') throw wrong('/requestedOrganisationId', 'onlyInterventions');
  if (asked === actor.organisationId) throw wrong('/requestedOrganisationId', 'ownOrganisation');
  if (!team.some(({ organisationId }) => organisationId === asked)) throw wrong('/requestedOrganisationId', 'notInTeam');
  const there = team.some(({ assignmentId, organisationId }) => assignmentId === requestedStaffId && organisationId === asked);
  if (requestedStaffId && !there) throw wrong('/requestedStaffId', 'notInTeam');
}

async function requirePerformer(tx: Tx, caseId: string, { provider, performerContactId }: ActivityEdit): Promise<void> {
  if (!performerContactId) return;
  if (provider !== 'OTHER_MEASURE') throw wrong('/performerContactId', 'onlyOtherMeasures');
  if (!(await tx.query<unknown[]>(CONTACT, [performerContactId, caseId])).length) throw wrong('/performerContactId', 'notInCase');
}

async function requireOrder(tx: Tx, actor: StaffActor, { id, planId }: Place, afterId: string | null): Promise<void> {
  if (!afterId) return;
  await requireInPlan(tx, actor, planId, afterId, { kind: 'ACTIVITY', pointer: '/afterId' });
  if (id && (await tx.query<unknown[]>(BEFORE, [afterId, id])).length) throw wrong('/afterId', 'circle');
}
