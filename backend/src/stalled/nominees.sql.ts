import { staffRefJson } from '../organisation/refs.sql.ts';

/**
 * SQL text: those of an organisation who work today, as `NomineeView` rows. Arguments are SQL expressions: the organisation, the unit that
 * comes first, who hands over (uuid[], who cannot be asked to take over what is theirs) and who belongs to the team (uuid[]).
 */
export const nominees = (organisationId: string, unitId: string, handingOver: string, team: string): string => `
  select ${staffRefJson('a.id')} as staff, a.id = any (${team}) as "inTeam", l.id is null as here, l.last_day::text as "awayUntil",
         case when l.id is not null then ${staffRefJson('l.deputy_assignment_id')} end as deputy, l.id is null as selectable,
         case when l.id is not null then 'away' end as because
  from assignment a join staff_member s on s.id = a.staff_member_id
  left join leave l on l.assignment_id = a.id and l.cancelled_at is null and app.domain_today() between l.first_day and l.last_day
  where a.organisation_id = ${organisationId} and a.role in ('CASEWORKER', 'SUPERVISOR') and app.works_today(a.id) and a.id <> all (${handingOver})
  order by a.id = any (${team}) desc, a.unit_id = ${unitId} desc, s.family_name, s.given_name, a.id limit 500`;
