import { organisationRefById } from '../../organisation/refs.sql.ts';

/** SQL text: whether the organisation that the expression gives reads `row` (`plan_item`, `plan_version` or `plan_version_item`). */
export const isRead = (row: string, organisationId: string): string =>
  `(${row}.organisation_id is null or ${row}.organisation_id = ${organisationId} or ${organisationId} = any (${row}.audience))`;

const nameOf = (assignmentId: string): string =>
  `(select s.given_name || ' ' || s.family_name from assignment a join staff_member s on s.id = a.staff_member_id where a.id = ${assignmentId})`;
const organisationName = (organisationId: string): string => `(select o.name from organisation o where o.id = ${organisationId})`;

const principalKind = (organisationId: string): string =>
  `(select p.kind from organisation o join principal p on p.id = o.principal_id where o.id = ${organisationId})`;

const ACTIVITY_AROUND = `(select jsonb_build_object('provider', t.provider, 'state', t.state, 'owner', ${nameOf('t.owner_assignment_id')},
    'ownerOrganisation', ${organisationName('t.owner_organisation_id')},
    'ownerKind', ${principalKind('t.owner_organisation_id')}, 'requestedKind', ${principalKind('t.requested_organisation_id')}, 'requestedOf', ${organisationName('t.requested_organisation_id')},
    'performer', (select concat_ws(', ', c.name, nullif(c.works_at, '')) from case_contact c where c.id = t.performer_contact_id),
    'deputy', ${nameOf('t.deputy_assignment_id')}, 'startOn', t.start_on, 'dueOn', t.due_on, 'afterId', t.after_activity_id)
  from plan_activity t where t.id = i.id)`;

const GOAL_AROUND = `jsonb_build_object('goalKind', i.goal_kind,
    'conflictOrganisations', (select coalesce(jsonb_agg(o.name order by o.name), '[]') from organisation o
      where o.id::text in (select jsonb_array_elements_text(coalesce(i.content -> 'conflictOrganisationIds', '[]')))),
    'attainment', (select jsonb_build_object('status', g.status, 'on', (g.set_at at time zone 'Europe/Stockholm')::date)
      from goal_attainment g where g.goal_id = i.id order by g.set_at desc, g.id desc limit 1))`;

const FOLLOW_UP_AROUND = `jsonb_build_object('rows', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'done',
      t.state = 'COMPLETED' and t.completed_at < ((i.content ->> 'heldOn')::date + 1)::timestamp at time zone 'Europe/Stockholm') order by t.due_on, t.id), '[]')
    from plan_activity t join plan_item ti on ti.id = t.id and ti.shared_at is not null and ti.removed_at is null
    where t.case_id = i.case_id and t.plan_id = i.plan_id and t.due_on <= (i.content ->> 'heldOn')::date))`;

/** SQL text: what a version keeps beside the words of the item `i`: `FrozenAround`. */
const AROUND = `case i.kind when 'ACTIVITY' then ${ACTIVITY_AROUND} when 'GOAL' then ${GOAL_AROUND} when 'FOLLOW_UP' then ${FOLLOW_UP_AROUND}
  else jsonb_build_object('recordedForm', i.recorded_form) end`;

const COLUMNS = `id, case_id, organisation_id, audience, kind, position, parent_id, version, content, frozen`;

/** SQL text: the items of the plan `plan` that a version published now by a reader of `organisationId` would hold. */
export const publishableItems = (plan: string, organisationId: string): string => `
  (select i.id, i.case_id, i.organisation_id, i.audience, i.kind, i.position, i.parent_id, i.version, i.content, ${AROUND} as frozen
   from plan_item i where i.plan_id = ${plan} and i.shared_at is not null and i.removed_at is null and ${isRead('i', organisationId)})`;

/** SQL text: the items of a published version, in the same columns; `condition` on `kept` says which of them. */
export const publishedItems = (versionId: string, condition = 'true'): string => `
  (select kept.item_id as id, kept.case_id, kept.organisation_id, kept.audience, kept.kind, kept.position, kept.parent_id, kept.item_version as version,
     kept.content - 'frozen' as content, kept.content -> 'frozen' as frozen
   from plan_version_item kept where kept.version_id = ${versionId} and ${condition})`;

/** SQL text: keeps `items` under the version. */
export const freezeItems = (versionId: string, items: string): string => `
  insert into plan_version_item (version_id, item_id, case_id, organisation_id, audience, kind, position, parent_id, item_version, content)
  select ${versionId}, f.id, f.case_id, f.organisation_id, f.audience, f.kind, f.position, f.parent_id, f.version,
    f.content || jsonb_build_object('frozen', f.frozen) from (select ${COLUMNS} from ${items} each) f`;

/** SQL text: `items` as a list of `FrozenItem`, in the plan's order. */
export const frozenItemsJson = (items: string): string => `
  (select coalesce(json_agg(json_build_object('itemId', f.id, 'kind', f.kind, 'parentId', f.parent_id,
      'organisation', ${organisationRefById('f.organisation_id')}, 'content', f.content, 'frozen', f.frozen) order by f.position, f.id), '[]')
   from ${items} f)`;
