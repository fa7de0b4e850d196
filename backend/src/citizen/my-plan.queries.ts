import { consentRowsJson } from '../consent/consent.sql.ts';
import { organisationRefById } from '../organisation/refs.sql.ts';
import { personHandoverJson } from '../handover/person-handover.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { TIMELINE_ITEM } from '../timeline/timeline.queries.ts';
import { LOOKER_NAME, LOOKER_ROLE } from './looker.sql.ts';

const PHONE = 'coalesce(s.phone, u.phone)';
const STAFF = 'join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id';

/** Whoever answers at once, when the owner is lost and until somebody has accepted. */
export const STAND_IN = `case when c.owner_lost_at is not null then (select h.accountable_assignment_id from handover h
  where h.case_id = c.id and h.scope = 'CASE_OWNERSHIP' and h.owner_lost) end`;

const HOLDER = `(select json_build_object('givenName', s.given_name, 'name', s.given_name || ' ' || s.family_name, 'organisation', ${organisationRefById('a.organisation_id')},
    'phone', ${PHONE}, 'since', ${instantJson('coalesce(c.owner_lost_at, c.owner_since)')})
  from assignment a ${STAFF} where a.id = coalesce(${STAND_IN}, c.owner_assignment_id))`;

const TEAM = `(select coalesce(json_agg(json_build_object('name', s.given_name || ' ' || s.family_name, 'givenName', s.given_name, 'title', a.title,
    'organisation', ${organisationRefById('a.organisation_id')}, 'phone', ${PHONE}, 'questionArea', p.question_area,
    'coordinates', a.id = c.coordinator_assignment_id) order by a.id <> c.coordinator_assignment_id, p.from_at, p.id), '[]')
  from participation p join assignment a on a.id = p.assignment_id ${STAFF} where p.case_id = c.id and p.until_at is null)`;

const CONTACTS = `(select coalesce(json_agg(json_build_object('kind', t.kind, 'name', t.name, 'worksAt', t.works_at, 'phone', t.phone,
    'questionArea', t.question_area) order by t.name, t.id), '[]')
  from case_contact t where t.case_id = c.id and t.removed_at is null)`;

const TIMELINE = `(select coalesce(json_agg(newest.item order by newest.occurred_at desc, newest.id desc), '[]')
  from (select ${TIMELINE_ITEM} as item, event.occurred_at, event.id from timeline_event event
        where event.case_id = c.id and event.shown_to_person order by event.occurred_at desc, event.id desc limit 10) newest)`;

const CASE = `json_build_object('id', c.id, 'reference', c.reference, 'openedAt', ${instantJson('c.opened_at')}, 'closedAt', ${instantJson('c.closed_at')})`;

/** Everything on the person's own page in one statement, through the person: $1 reads, and the case must be about $1. An open case goes first. */
export const MY_PLAN = `
  select c.id as "caseId", ${CASE} as "case", json_build_object('givenName', person.given_name, 'name', person.given_name || ' ' || person.family_name) as person,
         case when c.status = 'OPEN' then ${HOLDER} end as holder,
         ${personHandoverJson('c.id')} as handover,
         case when c.status = 'OPEN' and c.next_step is not null then json_build_object('text', c.next_step, 'due', c.next_step_due) end as "nextStep",
         ${TEAM} as team, ${CONTACTS} as contacts, ${consentRowsJson('c.id', '$1::uuid')} as consents, ${TIMELINE} as timeline
  from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id join person on person.id = c.person_id
  where me.actor_id = $1 and me.via = 'SUBJECT'
  order by c.status = 'OPEN' desc, c.opened_at desc limit 1`;

/** Over all of the person's cases, newest consent first. */
export const MY_CONSENTS = `
  select c.id as "caseId", ${consentRowsJson('c.id', '$1::uuid')} as rows
  from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id
  where me.actor_id = $1 and me.via = 'SUBJECT' order by c.opened_at desc`;

/**
 * What staff have read and changed in the person's cases, who has searched for them outside one, and what somebody did who acts for them; the
 * person's own visits are no news to them.
 */
export const MY_ACCESS_LOG = `
  select e.id, ${instantJson('e.recorded_at')} as "when", e.recorded_at::text as "sortAt",
         ${LOOKER_NAME} as name, ${LOOKER_ROLE} as role, e.representative_person_id is not null as representative,
         case when e.organisation_id is not null then ${organisationRefById('e.organisation_id')} end as organisation, u.name as unit, e.purpose, e.action
  from audit_event e left join staff_member s on s.id = e.staff_member_id left join unit u on u.id = e.unit_id
  where (e.actor_kind = 'STAFF' and s.id is not null or e.representative_person_id is not null)
    and (e.person_id = $1 or e.case_id = any (array(select me.case_id from case_access me where me.actor_id = $1 and me.via = 'SUBJECT')))
    and ($2::timestamptz is null or (e.recorded_at, e.id) < ($2, $3::uuid))
  order by e.recorded_at desc, e.id desc limit $4`;
