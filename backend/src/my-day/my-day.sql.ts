import { UPCOMING_DAYS } from '@samspel/shared/my-day/my-day.ts';
import { standingAlertsJson } from '../alert/alert.queries.ts';
import { INVITATION_IS_COVERED } from '../care-team/invitation/invitation.queries.ts';
import { isCoveredSql } from '../case/case-facts.ts';
import { handoverRowsJson, waitsForReader, waitsOnSender } from '../handover/handover.queries.ts';
import { staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { readableEvent, TIMELINE_ITEM } from '../timeline/timeline.queries.ts';

const CHANGES = 20;
const NEWEST_ALERTS = 5;

/** SQL text: MyDayCase from `c` (the case) and `n` (the person). */
const CASE = `json_build_object('id', c.id, 'reference', c.reference, 'personName', n.given_name || ' ' || n.family_name)`;

/** SQL text: the open cases whose team the reader belongs to; everything on the page starts here. */
const MY_CASES = `participation mine join coordination_case c on c.id = mine.case_id and c.status = 'OPEN' join person n on n.id = c.person_id`;
const IS_MINE = `mine.assignment_id = $1::uuid and mine.until_at is null`;

/** Only for whoever serves the intake of their unit today; the person is not named before somebody opens it. */
const INVITATIONS = `(select coalesce(json_agg(json_build_object('id', i.id, 'unit', json_build_object('id', u.id, 'name', u.name),
    'invitedBy', ${staffRefJson('i.invited_by_assignment_id')}, 'invitedAt', ${instantJson('i.invited_at')}) order by i.invited_at, i.id), '[]')
  from assignment me join unit u on u.id = me.unit_id join care_team_invitation i on i.unit_id = u.id and i.state = 'PENDING'
  where me.id = $1::uuid and 'intake' = any (me.functions) and ${INVITATION_IS_COVERED})`;

const HANDOVERS = handoverRowsJson('$1::uuid', `((${waitsForReader('$1::uuid')}) or (${waitsOnSender('$1::uuid')}))`, 'h.owner_due_at, h.id', 400);

const REQUESTS = `(select coalesce(json_agg(json_build_object('id', asked.id, 'kind', asked.kind, 'case', ${CASE}, 'from', ${staffRefJson('asked.from_id')},
    'text', asked.text, 'at', ${instantJson('asked.at')}) order by asked.at, asked.id), '[]')
  from ${MY_CASES}
  join lateral (
    select q.id, 'COORDINATOR_REQUEST' as kind, q.asked_by_assignment_id as from_id, q.message as text, q.asked_at as at
    from coordinator_request q where q.case_id = c.id and q.state = 'PENDING' and q.asked_assignment_id = mine.assignment_id
    union all
    select j.id, 'JOIN_REQUEST', j.requested_by_assignment_id, j.reason, j.requested_at
    from join_request j where j.case_id = c.id and j.state = 'PENDING' and c.coordinator_assignment_id = mine.assignment_id) asked on true
  where ${IS_MINE})`;

/** A notice outlives the access it tells of, but then it leads nowhere. */
const NOTICES = `(select coalesce(json_agg(told.notice order by told.created_at desc, told.id desc), '[]')
  from (select t.id, t.created_at, json_build_object('id', t.id, 'kind', t.kind, 'params', t.params, 'createdAt', ${instantJson('t.created_at')},
          'caseId', (select mine.case_id from participation mine where mine.case_id = t.case_id and ${IS_MINE})) as notice
        from notice t where t.recipient_assignment_id = $1::uuid and t.read_at is null order by t.created_at desc, t.id desc limit 50) told)`;

const steps = (due: string): string => `(select coalesce(json_agg(json_build_object('case', ${CASE}, 'text', c.next_step, 'due', c.next_step_due,
    'days', c.next_step_due - app.domain_today()) order by c.next_step_due, c.id), '[]')
  from ${MY_CASES} where ${IS_MINE} and c.owner_assignment_id = mine.assignment_id and c.next_step is not null and ${due})`;

/** What the policies ask of an activity `t` and of its case `c`, as the same functions judge it everywhere. */
const ACTIVITY_FACTS = `json_build_object('state', t.state, 'started', t.started_at is not null, 'shared', true, 'removed', false, 'ownerId', t.owner_assignment_id,
  'ownerOrganisationId', t.owner_organisation_id, 'ownerLost', t.owner_lost_at is not null, 'deputyId', t.deputy_assignment_id,
  'requestedOrganisationId', t.requested_organisation_id, 'completedById', null)`;
const CASE_FACTS = `json_build_object('id', c.id, 'reference', c.reference, 'personId', c.person_id, 'status', c.status, 'version', c.version, 'ownerId', c.owner_assignment_id,
  'coordinatorId', c.coordinator_assignment_id, 'participationId', mine.id, 'relation', 'PARTICIPANT', 'covered', ${isCoveredSql('c.id', 'mine.organisation_id')})`;

/** Its owner's, also after a no; a deputy's while the owner is away; and the organisation's that is asked, or the one's who is asked by name. */
const ACTIVITY_IS_MINE = `(t.owner_assignment_id = mine.assignment_id and t.state <> 'REQUESTED' and (t.state = 'DECLINED' or t.due_on <= app.domain_today() + ${UPCOMING_DAYS})
  or t.deputy_assignment_id = mine.assignment_id and t.due_on <= app.domain_today() + ${UPCOMING_DAYS} and app.is_away(t.owner_assignment_id)
  or t.state = 'REQUESTED' and t.requested_organisation_id = mine.organisation_id and coalesce(t.requested_assignment_id, mine.assignment_id) = mine.assignment_id)`;

const ACTIVITIES = `(select coalesce(json_agg(json_build_object('id', t.id, 'version', i.version, 'case', ${CASE}, 'text', i.content ->> 'text', 'state', t.state,
    'owner', ${staffRefJson('t.owner_assignment_id')}, 'due', t.due_on, 'days', t.due_on - app.domain_today(), 'facts', ${ACTIVITY_FACTS}, 'caseFacts', ${CASE_FACTS})
    order by t.due_on, t.id), '[]')
  from ${MY_CASES} join plan_activity t on t.case_id = c.id and t.state in ('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')
  join plan_item i on i.id = t.id and i.shared_at is not null and i.removed_at is null and (i.organisation_id = mine.organisation_id or mine.organisation_id = any (i.audience))
  where ${IS_MINE} and ${ACTIVITY_IS_MINE})`;

/** Whoever answers may stand in for somebody in the team, and is told who waits. */
const MESSAGES = `(select coalesce(json_agg(json_build_object('id', m.id, 'version', m.version, 'kind', m.kind,
    'case', json_build_object('id', about.id, 'reference', about.reference, 'personName', about.person_name), 'inTeam', about.in_team, 'text', m.text,
    'madeAt', ${instantJson('m.made_at')}, 'dueAt', ${instantJson('m.due_at')}, 'late', m.due_at < app.domain_now()) order by m.due_at, m.id), '[]')
  from person_message m cross join lateral app.case_of_message(m.id) about where m.responsible_assignment_id = $1::uuid and m.state = 'OPEN')`;

const QUESTIONS = `(select coalesce(json_agg(json_build_object('id', q.id, 'case', ${CASE}, 'from', ${staffRefJson('q.asker_assignment_id')}, 'text', q.text,
    'askedAt', ${instantJson('q.asked_at')}, 'seenAt', ${instantJson('q.seen_at')}) order by q.asked_at, q.id), '[]')
  from ${MY_CASES} join team_question q on q.case_id = c.id and q.receiver_assignment_id = mine.assignment_id and q.answered_at is null
    and q.receiver_organisation_id <> all (q.closed_to) where ${IS_MINE})`;

/** $2: the first day that counts as recent, from the working days of the calendar. */
const CHANGED = `(select coalesce(json_agg(recent.change order by recent.recorded_at desc, recent.id desc), '[]')
  from (select event.id, event.recorded_at, json_build_object('case', ${CASE}, 'event', ${TIMELINE_ITEM}) as change
        from ${MY_CASES} join timeline_event event on event.case_id = c.id
        where ${IS_MINE} and event.actor_assignment_id is distinct from mine.assignment_id
          and event.recorded_at >= ($2::date at time zone 'Europe/Stockholm') and ${readableEvent('mine.organisation_id')}
        order by event.recorded_at desc, event.id desc limit ${CHANGES}) recent)`;

/** Per case the consents that stand, for the same rule as everywhere else to judge. */
const CASES = `(select coalesce(json_agg(json_build_object('hasNextStep', c.next_step is not null, 'consents',
    (select coalesce(json_agg(json_build_object('disclosingOrganisationId', k.disclosing_organisation_id, 'validFrom', k.valid_from, 'validTo', k.valid_to,
       'withdrawn', false)), '[]') from consent k where k.case_id = c.id and k.withdrawn_at is null))), '[]')
  from ${MY_CASES} where ${IS_MINE})`;

/** The whole page in one statement: $1 the reader's assignment, $2 the last working day before today. */
export const MY_DAY = `
  select json_build_object('invitations', ${INVITATIONS}, 'handovers', ${HANDOVERS}, 'alerts', ${standingAlertsJson('$1::uuid', NEWEST_ALERTS)}, 'requests', ${REQUESTS}, 'notices', ${NOTICES},
    'activities', ${ACTIVITIES}, 'messages', ${MESSAGES}, 'questions', ${QUESTIONS},
    'overdue', ${steps('c.next_step_due < app.domain_today()')},
    'upcoming', ${steps(`c.next_step_due between app.domain_today() and app.domain_today() + ${UPCOMING_DAYS}`)},
    'changed', ${CHANGED}, 'cases', ${CASES}) as stored`;
