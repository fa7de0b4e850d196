import { linkTemplateId, limitsJson } from '../handover/link-template.sql.ts';

const PENDING = `('OFFERED', 'RECEIVED', 'NEEDS_INFO')`;
/** SQL text: the activity `t` is somebody's to answer for. Its words are not read here. */
const IN_FORCE = `t.in_force and t.state in ('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')`;
/** Lost cases per assignment and look; whatever remains is found by the next look, at once. */
const AT_ONCE = 200;

/** SQL text: open cases in which `holder` is the assignment `gone.id` and nobody has been made to stand in for them yet. */
const casesOf = (scope: string, holder: string, lostAt: string): string => `
  select lost.id from gone cross join lateral (
    select c.id from coordination_case c where c.${holder} = gone.id and c.status = 'OPEN' and (c.${lostAt} is null or not exists (
      select 1 from handover h where h.case_id = c.id and h.scope = '${scope}' and h.owner_lost and h.state in ${PENDING}))
    limit ${AT_ONCE}) lost`;

/** SQL text: the same for activities. */
const CASES_OF_ACTIVITIES = `
  select lost.id from gone cross join lateral (
    select t.case_id as id from plan_activity t where t.owner_assignment_id = gone.id and ${IN_FORCE} and (t.owner_lost_at is null or not exists (
      select 1 from handover h where h.activity_id = t.id and h.owner_lost and h.state in ${PENDING}))
    limit ${AT_ONCE}) lost`;

/**
 * Begins with the assignments that cannot answer, never with the cases: what it costs follows from how many people have left. The limits
 * inside make the planner go by the index for each of them.
 */
export const LOST = `
  with gone as materialized (
    select a.id from assignment a where a.valid_to < app.domain_today()
    union select a.id from assignment a where a.valid_from > app.domain_today()
    union select a.id from staff_member s join assignment a on a.staff_member_id = s.id where s.disabled_at is not null
    union select a.id from unit u join assignment a on a.unit_id = u.id where u.closed_on <= app.domain_today()
    union select l.assignment_id from leave l
      where l.cancelled_at is null and app.domain_today() between l.first_day and l.last_day and not app.can_answer(l.assignment_id)
  )
  select distinct id from (${casesOf('CASE_OWNERSHIP', 'owner_assignment_id', 'owner_lost_at')}
    union all ${casesOf('COORDINATOR_ROLE', 'coordinator_assignment_id', 'coordinator_lost_at')}
    union all ${CASES_OF_ACTIVITIES}) found`;

/** Cases with something in them that somebody stands in for, whose holder is back or whose stand-in is gone too; from indexes of such alone. */
export const CHANGED = `
  select c.id from coordination_case c where c.status = 'OPEN' and (c.owner_lost_at is not null or c.coordinator_lost_at is not null) and (
    c.owner_lost_at is not null and app.can_answer(c.owner_assignment_id)
    or c.coordinator_lost_at is not null and app.can_answer(c.coordinator_assignment_id)
    or exists (select 1 from handover h where h.case_id = c.id and h.owner_lost and not app.can_answer(h.accountable_assignment_id)))
  union
  select t.case_id from plan_activity t where t.owner_lost_at is not null and (app.can_answer(t.owner_assignment_id)
    or exists (select 1 from handover h where h.activity_id = t.id and h.owner_lost and not app.can_answer(h.accountable_assignment_id)))`;

/** As acts do; a case somebody works in is left to the next look. */
export const LOCK = `select id from coordination_case where id = any ($1) and status = 'OPEN' order by id for update skip locked`;

/** SQL text: of the assignment `a` at the unit `u`, why it cannot answer. */
const WHY = `case when s.disabled_at is not null then 'STAFF_DISABLED'
  when app.domain_today() not between a.valid_from and coalesce(a.valid_to, 'infinity') then 'ASSIGNMENT_ENDED'
  when u.closed_on <= app.domain_today() then 'UNIT_CLOSED' else 'AWAY' end`;

/** SQL text: what is answered for in the case `c`, by whom, and since when for want of them. */
const HELD = `(
  values ('CASE_OWNERSHIP', null::uuid, c.owner_assignment_id, c.owner_lost_at), ('COORDINATOR_ROLE', null, c.coordinator_assignment_id, c.coordinator_lost_at)
  union all select 'ACTIVITY', t.id, t.owner_assignment_id, t.owner_lost_at from plan_activity t where t.case_id = c.id and ${IN_FORCE})`;

/**
 * Both responsibilities of each case and its activities, with what waits in them, as they stand under the lock. A closed unit finds no new owner, so the search
 * goes to the unit of whoever stands in.
 */
export const STANDING = `
  select held.*, to_unit.id as "toUnitId", ${linkTemplateId('held."fromUnitId"', 'to_unit.id')} as "templateId"
  from (
    select c.id as "caseId", c.reference, r.scope, r.activity_id as "activityId", r.lost_at as "lostAt", a.id as "holderId", a.unit_id as "fromUnitId", a.organisation_id as "organisationId",
      u.closed_on <= app.domain_today() as "unitClosed", app.can_answer(a.id) as answers, ${WHY} as cause, app.standing_in_for(a.id) as "standInId",
      h.id as "handoverId", h.origin, h.state, h.court, h.owner_lost as "ownerLost", h.accountable_assignment_id as "accountableId", h.nominee_assignment_id as "nomineeId",
      not app.can_answer(h.accountable_assignment_id) as "accountableGone",
      h.to_organisation_id as "toOrganisationId", h.epoch, h.offered_at as "offeredAt", h.receipt_due_at as "receiptDueAt",
      (select p.id from handover p where p.case_id = c.id and p.scope = r.scope and p.activity_id is not distinct from r.activity_id and p.state in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD')
        order by p.accepted_at desc limit 1) as "previousId", app.domain_now() as now
    from coordination_case c
    cross join lateral ${HELD} r (scope, activity_id, holder, lost_at)
    join assignment a on a.id = r.holder join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id
    left join handover h on h.case_id = c.id and h.scope = r.scope and h.activity_id is not distinct from r.activity_id and h.state in ${PENDING}
    where c.id = any ($1)
  ) held
  join assignment stand_in on stand_in.id = held."standInId"
  join unit to_unit on to_unit.id = case when held."unitClosed" then stand_in.unit_id else held."fromUnitId" end`;

export const LIMITS = `select t.id, t.limits_version as "limitsVersion", ${limitsJson('t')} as limits from link_template t where t.id = any ($1)`;

export const OFFER = `
  insert into handover (id, case_id, case_reference, scope, activity_id, origin, state, court, from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id,
      accountable_assignment_id, owner_lost, template_id, limits_version, receipt_due_at, owner_due_at, offered_at, epoch, fired, next_timer, next_timer_at,
      stage_started_at, stalled_from, previous_handover_id, direction)
    select id, case_id, case_reference, scope, activity_id, 'OWNER_LOST', 'OFFERED', 'RECEIVER', from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id,
      accountable_assignment_id, true, template_id, limits_version, receipt_due_at, owner_due_at, offered_at, epoch, fired, next_timer, next_timer_at,
      stage_started_at, stalled_from, previous_handover_id, case when previous_handover_id is null then 'NEW' else 'FORWARD' end
    from json_populate_recordset(null::handover, $1)`;

/** A pending one goes on with somebody else answering for it. `lost`: whether that is for want of the sender. */
export const ANSWERED_BY = `
  update handover h set accountable_assignment_id = n.accountable_id, owner_lost = n.lost, stalled_from = n.stalled_from, version = h.version + 1
  from json_to_recordset($1) as n (id uuid, accountable_id uuid, lost boolean, stalled_from timestamptz) where h.id = n.id`;

/** The search for a new owner is over: the old one is back. */
export const CALLED_OFF = `
  update handover set state = 'REVOKED', court = 'NOBODY', owner_lost = false, accountable_assignment_id = from_assignment_id, ended_at = app.domain_now(),
    closed_at = app.domain_now(), next_timer = null, next_timer_at = null, stage_started_at = null, stalled_from = null, version = version + 1
  where id = any ($1)`;

export const RESOLVE = `
  update alert set resolved_at = app.domain_now(), resolution = 'OWNER_EXISTS'
  where resolved_at is null and (handover_id = any ($1) or handover_id = any ($2) and rung = 'OWNER_LOST')`;

/** Lost once more while the same handover waits: the alert there is begins anew. Answers the alerts of those handovers. */
export const RAISE_AGAIN = `
  update alert set resolved_at = null, resolution = null where handover_id = any ($1) and rung = 'OWNER_LOST' returning id, handover_id as "handoverId"`;

export const MARK = `
  update coordination_case c set owner_lost_at = case when n.owner is null then c.owner_lost_at when n.owner then app.domain_now() end,
    coordinator_lost_at = case when n.coordinator is null then c.coordinator_lost_at when n.coordinator then app.domain_now() end, version = c.version + 1
  from json_to_recordset($1) as n (id uuid, owner boolean, coordinator boolean) where c.id = n.id`;

export const MARK_ACTIVITIES = `
  update plan_activity t set owner_lost_at = case when n.lost then app.domain_now() end from json_to_recordset($1) as n (id uuid, lost boolean) where t.id = n.id`;

/** Without the case: whoever stands in may not see it. */
export const NOTICES = `
  insert into notice (id, case_id, recipient_assignment_id, kind, params)
    select uuidv7(), null, n.recipient, n.kind, n.params from json_to_recordset($1) as n (recipient uuid, kind text, params jsonb)`;
