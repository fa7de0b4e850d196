import { PRESENCE_SECONDS } from '@samspel/shared/plan/plan.ts';
import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { isRead } from './publication/items.sql.ts';

/** How many notes an activity carries in a view; the rest is read in its own history. */
const NEWEST_NOTES = 5;
const OPEN_HANDOVER = `('OFFERED', 'RECEIVED', 'NEEDS_INFO')`;

const list = (select: string, order: string, from: string): string => `(select coalesce(json_agg(${select} order by ${order}), '[]') from ${from})`;

const WRITING = `case when i.shared_at is not null then ${list(
  `json_build_object('name', s.given_name || ' ' || s.family_name, 'givenName', s.given_name)`,
  's.given_name',
  `item_presence w join assignment a on a.id = w.assignment_id join staff_member s on s.id = a.staff_member_id
   where w.item_id = i.id and w.assignment_id <> viewer.assignment_id and w.seen_at > clock_timestamp() - interval '${PRESENCE_SECONDS} seconds'`,
)} else '[]' end`;

const NOTES = list(
  `json_build_object('kind', newest.kind, 'code', newest.code, 'text', newest.text, 'byId', newest.by_assignment_id, 'at', ${instantJson('newest.at')})`,
  'newest.at desc, newest.id desc',
  `(select n.* from activity_note n where n.activity_id = t.id and ${isRead('n', 'viewer.organisation_id')} order by n.at desc, n.id desc limit ${NEWEST_NOTES}) newest`,
);

const HANDOVER = `(select json_build_object('id', h.id, 'state', h.state, 'toOrganisation', ${organisationRefById('h.to_organisation_id')}, 'toUnit', u.name)
  from handover h join unit u on u.id = h.to_unit_id where h.activity_id = t.id and h.state in ${OPEN_HANDOVER})`;

/** What the person has said about it and waits for; the words stand elsewhere. */
const MESSAGES = `(select count(*) from person_message m where m.case_id = i.case_id and m.item_id = i.id and m.state = 'OPEN' and m.kind in ('STOP', 'COMMENT', 'OBJECTION'))`;

const ACTIVITY = `case when t.id is not null then json_build_object('provider', t.provider, 'state', t.state, 'started', t.started_at is not null,
  'ownerId', t.owner_assignment_id, 'ownerOrganisationId', t.owner_organisation_id, 'ownerLost', t.owner_lost_at is not null,
  'requestedOrganisationId', t.requested_organisation_id, 'requestedId', t.requested_assignment_id, 'requestedAt', ${instantJson('t.requested_at')},
  'declineCode', t.decline_code, 'deputyId', t.deputy_assignment_id, 'startOn', t.start_on, 'dueOn', t.due_on, 'afterId', t.after_activity_id,
  'blockedCategory', t.blocked_category, 'cancelCode', t.cancel_code, 'completedAt', ${instantJson('t.completed_at')},
  'completedOn', (t.completed_at at time zone 'Europe/Stockholm')::date, 'completedById', t.completed_by_assignment_id,
  'performer', (select json_build_object('contactId', k.id, 'name', k.name, 'worksAt', k.works_at) from case_contact k where k.id = t.performer_contact_id),
  'notes', ${NOTES}, 'handover', ${HANDOVER}, 'messages', ${MESSAGES}) end`;

const ATTAINMENTS = `case when i.kind = 'GOAL' then ${list(
  `json_build_object('status', g.status, 'at', ${instantJson('g.set_at')}, 'byId', g.set_by_assignment_id)`,
  'g.set_at, g.id',
  'goal_attainment g where g.goal_id = i.id',
)} else '[]' end`;

/** Other words, another place, or for an activity another day than the person reads; how it goes with it they read as it is. */
const CHANGED = `case when latest.id is null then false when frozen.item_id is null then i.shared_at is not null
  else (frozen.content - 'frozen') <> i.content or frozen.parent_id is distinct from i.parent_id
    or t.due_on is distinct from (frozen.content #>> '{frozen,dueOn}')::date or t.start_on is distinct from (frozen.content #>> '{frozen,startOn}')::date end`;

const ITEM = `json_build_object('id', i.id, 'kind', i.kind, 'version', i.version, 'organisationId', i.organisation_id, 'authorId', i.author_assignment_id,
  'byPerson', i.author_person_id is not null or i.recorded_form is not null, 'recordedForm', i.recorded_form,
  'viaRepresentative', i.made_by_person_id is not null, 'sharedAt', ${instantJson('i.shared_at')},
  'audience', to_json(i.audience), 'changedAt', ${instantJson('i.changed_at')}, 'changedById', i.changed_by_assignment_id, 'changed', ${CHANGED},
  'removed', i.removed_at is not null, 'parentId', i.parent_id, 'goalKind', i.goal_kind, 'content', i.content, 'writing', ${WRITING},
  'activity', ${ACTIVITY}, 'attainments', ${ATTAINMENTS})`;

const items = (also: string): string =>
  list(
    ITEM,
    'i.position, i.created_at, i.id',
    `plan_item i left join plan_activity t on t.id = i.id left join plan_version_item frozen on frozen.version_id = latest.id and frozen.item_id = i.id
     where i.plan_id = plan.id and (i.removed_at is null or i.id = ${also}) and ${isRead('i', 'viewer.organisation_id')}`,
  );

const AGREED = list(
  `json_build_object('organisationId', g.organisation_id, 'staffId', g.assignment_id, 'person', g.person_id is not null, 'stance', g.stance,
    'recordedForm', g.recorded_form, 'viaRepresentative', g.made_by_person_id is not null, 'at', ${instantJson('g.agreed_at')})`,
  'g.agreed_at',
  'plan_agreement g where g.version_id = latest.id',
);

/** What stands in the version and no longer in the plan, of what the reader reads in either. */
const GONE = `(select count(*) from plan_version_item v where v.version_id = latest.id and ${isRead('v', 'viewer.organisation_id')}
  and not exists (select 1 from plan_item i where i.id = v.item_id and i.removed_at is null and ${isRead('i', 'viewer.organisation_id')}))`;

const PUBLISHED = `case when latest.id is not null then json_build_object('number', latest.number, 'at', ${instantJson('latest.published_at')},
  'byId', latest.published_by_assignment_id, 'reason', latest.reason, 'gone', ${GONE}, 'agreedBy', ${AGREED}) end`;

/** Each person once: items name them by id, so that a long plan asks for nobody twice. Whoever is named has been in the team. */
const PEOPLE = `(select json_agg(${staffRefJson('named.id')}) from (select p.assignment_id as id from participation p where p.case_id = plan.case_id
  union select i.author_assignment_id from plan_item i where i.plan_id = plan.id and i.author_assignment_id is not null and ${isRead('i', 'viewer.organisation_id')}) named)`;

const TEAM = `(select json_agg(distinct p.organisation_id) from participation p where p.case_id = plan.case_id and p.until_at is null)`;

const AUTHORITY = (principal: string): string =>
  `json_build_object('principalId', ${principal}.id, 'name', ${principal}.name, 'kind', ${principal}.kind)`;

const AUTHORITIES = list(
  AUTHORITY('r'),
  'r.name',
  `(select distinct r.id, r.name, r.kind from participation p join organisation o on o.id = p.organisation_id join principal r on r.id = o.principal_id
    where p.case_id = plan.case_id and p.until_at is null and r.kind in ('KOMMUN', 'REGION')) r`,
);

/**
 * SQL text: the case's plan as a `StoredPlan`, over `viewer` (the reader's own participation); null when none is begun. Cut to what the reader's
 * organisation reads. `also`: an SQL expression, one item that is answered even when it has been removed.
 */
export const planJson = (caseId: string, also = 'null::uuid'): string => `
  (select json_build_object('id', plan.id, 'caseId', plan.case_id, 'type', plan.type, 'version', plan.version,
      'responsibleAuthority', (select ${AUTHORITY('r')} from principal r where r.id = plan.responsible_principal_id), 'authorities', ${AUTHORITIES},
      'noOtherMeasures', plan.no_other_measures, 'followUpOn', plan.follow_up_on, 'followUpCallerId', plan.follow_up_caller_assignment_id,
      'team', ${TEAM}, 'people', ${PEOPLE}, 'items', ${items(also)}, 'published', ${PUBLISHED})
    from care_plan plan left join lateral (select v.* from plan_version v where v.plan_id = plan.id and ${isRead('v', 'viewer.organisation_id')}
      order by v.number desc limit 1) latest on true
    where plan.case_id = ${caseId} order by plan.begun_at desc limit 1)`;
