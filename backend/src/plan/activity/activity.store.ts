import type { ActivityMove, ActivityState } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Problem } from '../../platform/problem/problem.ts';
import { activityTimes } from './activity.clock.ts';
import type { ActivityFacts } from './activity.policy.ts';
import { moved } from './activity.rules.ts';

/** An activity as an act finds it, its case locked. */
export interface ActivityRow extends ActivityFacts {
  id: string;
  caseId: string;
  version: number;
  organisationId: string;
  authorId: string;
  /** Organisations that read it, its own among them. */
  readers: string[];
  startOn: string | null;
  dueOn: string;
  fired: string[];
  /** Its owner is in the team and at work: nobody who has left answers for anything that is open. */
  ownerThere: boolean;
  /** The person reads it in the plan that was published last, or in one before. */
  published: boolean;
}

/** Only as far as the actor reads it: a participant of an organisation that has been given it. */
const ROW = `
  select t.id, t.case_id as "caseId", i.version, t.state, t.started_at is not null as started, i.organisation_id as "organisationId",
    i.author_assignment_id as "authorId", i.organisation_id || i.audience as readers, i.shared_at is not null as shared, i.removed_at is not null as removed,
    t.owner_assignment_id as "ownerId", t.owner_organisation_id as "ownerOrganisationId", t.owner_lost_at is not null as "ownerLost",
    t.deputy_assignment_id as "deputyId", t.requested_organisation_id as "requestedOrganisationId", t.completed_by_assignment_id as "completedById",
    t.start_on::text as "startOn", t.due_on::text as "dueOn", t.fired,
    app.works_today(t.owner_assignment_id) and exists (
      select 1 from participation p where p.case_id = t.case_id and p.assignment_id = t.owner_assignment_id and p.until_at is null) as "ownerThere",
    exists (select 1 from plan_version_item v where v.item_id = t.id) as published
  from plan_activity t join plan_item i on i.id = t.id
  join case_access me on me.case_id = t.case_id and me.actor_id = $2 and me.via = 'PARTICIPANT'
  where t.id = $1 and (i.organisation_id = me.organisation_id or me.organisation_id = any (i.audience))`;

/** Undefined when there is none, or the actor does not read it. */
export async function activityRow(tx: Tx, actor: StaffActor, id: string): Promise<ActivityRow | undefined> {
  const [row] = await tx.query<ActivityRow[]>(ROW, [id, actor.id]);
  return row;
}

/** What an act changes beside the state. `anew`: its clock begins again, and what was told of the old day is over. */
export interface ActivityChange {
  ownerId?: string;
  ownerOrganisationId?: string;
  startOn?: string | null;
  dueOn?: string;
  declineCode?: string;
  blockedCategory?: string;
  cancelCode?: string;
  anew?: boolean;
  /** Null: the person themself. */
  completedBy?: string | null;
}

/**
 * Moves an activity along one of the machine's arrows: state, what belongs to the state, clock and version in one place, so that no act forgets
 * one. 409 `activity.state` when there is no such arrow. Answers the state it has come to.
 */
export async function move(tx: Tx, row: ActivityRow, along: ActivityMove, change: ActivityChange = {}): Promise<ActivityState> {
  const state = moved(row, along);
  if (!state) throw wrongState(row.state);
  await tx.query(CHANGE, [row.id, JSON.stringify(standing(row, state, change))]);
  await tx.query('update plan_item set version = version + 1 where id = $1', [row.id]);
  return state;
}

const CHANGE = `
  update plan_activity t set state = n.state, owner_assignment_id = n.owner, owner_organisation_id = n.owner_organisation,
    owner_lost_at = case when n.owner = t.owner_assignment_id and n.open then t.owner_lost_at end,
    requested_organisation_id = case when n.asked then t.requested_organisation_id end, requested_assignment_id = case when n.asked then t.requested_assignment_id end,
    requested_at = case when n.asked then t.requested_at end, decline_code = n.decline_code, blocked_category = n.blocked_category, cancel_code = n.cancel_code,
    start_on = n.start_on, due_on = n.due_on,
    started_at = case when n.state = 'IN_PROGRESS' then coalesce(t.started_at, app.domain_now()) when t.state <> 'CANCELLED' then t.started_at end,
    completed_at = case when n.state = 'COMPLETED' then app.domain_now() end, completed_by_assignment_id = n.completed_by,
    epoch = t.epoch + n.anew, fired = n.fired, next_timer = n.next_timer, next_timer_at = n.next_timer_at
  from json_to_record($2) as n (state text, open boolean, asked boolean, owner uuid, owner_organisation uuid, decline_code text, blocked_category text,
    cancel_code text, start_on date, due_on date, completed_by uuid, anew int, fired text[], next_timer text, next_timer_at timestamptz)
  where t.id = $1`;

/** One row of CHANGE. */
function standing(row: ActivityRow, state: ActivityState, change: ActivityChange): object {
  const dueOn = change.dueOn ?? row.dueOn;
  const anew = change.anew === true || dueOn !== row.dueOn;
  const fired = anew ? [] : row.fired;
  const { nextTimer, nextTimerAt } = activityTimes(dueOn, state, fired);
  return {
    state,
    open: state !== 'COMPLETED' && state !== 'CANCELLED',
    asked: state === 'REQUESTED' || state === 'DECLINED',
    owner: change.ownerId ?? row.ownerId,
    owner_organisation: change.ownerOrganisationId ?? row.ownerOrganisationId,
    decline_code: change.declineCode ?? null,
    blocked_category: change.blockedCategory ?? null,
    cancel_code: change.cancelCode ?? null,
    start_on: change.startOn === undefined ? row.startOn : change.startOn,
    due_on: dueOn,
    completed_by: change.completedBy ?? null,
    anew: anew ? 1 : 0,
    fired,
    next_timer: nextTimer,
    next_timer_at: nextTimerAt,
  };
}

export const wrongState = (state: ActivityState): Problem =>
  new Problem(409, 'activity.state', 'Insatsen har gått vidare', 'Någon har redan svarat på eller ändrat insatsen. Läs om sidan.', {
    extra: { state },
  });
