import type { PlanType } from '@samspel/shared/plan/plan.ts';
import type { OrganisationRef } from '../../organisation/refs.dto.ts';
import { organisationRefById } from '../../organisation/refs.sql.ts';

export interface FactsPerson {
  name: string;
  givenName: string;
  title: string;
  organisation: OrganisationRef;
  phone: string | null;
}

/** What stands around a version's items, in the words of the day it was published. */
export interface VersionFacts {
  type: PlanType;
  responsibleAuthority: string | null;
  noOtherMeasures: boolean;
  owner: FactsPerson | null;
  coordinator: FactsPerson | null;
  followUp: { on: string; caller: FactsPerson | null } | null;
  team: FactsPerson[];
  contacts: { name: string; role: string; organisation: string; phone: string | null }[];
}

const PERSON = (assignment: string): string => `json_build_object('name', s.given_name || ' ' || s.family_name, 'givenName', s.given_name,
  'title', ${assignment}.title, 'organisation', ${organisationRefById(`${assignment}.organisation_id`)}, 'phone', coalesce(s.phone, u.phone))`;
const STAFF = 'join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id';

/** SQL text: the `FactsPerson` of an assignment; null when the expression is. */
export const factsPersonJson = (assignmentId: string): string => `(select ${PERSON('a')} from assignment a ${STAFF} where a.id = ${assignmentId})`;

/** SQL text: `VersionFacts` of the plan `p` in the case `c`, as they are now. */
export const FACTS_NOW = `json_build_object('type', p.type,
  'responsibleAuthority', (select name from principal where id = p.responsible_principal_id), 'noOtherMeasures', p.no_other_measures,
  'owner', ${factsPersonJson('c.owner_assignment_id')}, 'coordinator', ${factsPersonJson('c.coordinator_assignment_id')},
  'followUp', case when p.follow_up_on is not null then json_build_object('on', p.follow_up_on, 'caller', ${factsPersonJson('p.follow_up_caller_assignment_id')}) end,
  'team', (select coalesce(json_agg(${PERSON('a')} order by a.id <> c.coordinator_assignment_id, m.from_at, m.id), '[]')
    from participation m join assignment a on a.id = m.assignment_id ${STAFF} where m.case_id = c.id and m.until_at is null),
  'contacts', (select coalesce(json_agg(json_build_object('name', t.name, 'role', t.question_area, 'organisation', t.works_at, 'phone', t.phone)
    order by t.name, t.id), '[]') from case_contact t where t.case_id = c.id and t.removed_at is null))`;
