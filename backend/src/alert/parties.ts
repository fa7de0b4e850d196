import type { Connection } from '../platform/outbox/outbox.ts';
import { rowsOf } from './rows.ts';
import type { UnitPeople } from './recipients.rules.ts';

/** SQL text: the assignment itself while it works, its deputy while it is on leave, null when neither can be reached. */
const reached = (assignment: string): string => `case when app.works_today(${assignment}) then
  case when not app.is_away(${assignment}) then ${assignment} else (
    select l.deputy_assignment_id from leave l where l.assignment_id = ${assignment} and l.cancelled_at is null
      and app.domain_today() between l.first_day and l.last_day and app.works_today(l.deputy_assignment_id) and not app.is_away(l.deputy_assignment_id)) end end`;

/** Supervisors of the unit, else of the nearest unit above that has one who can be reached, else the organisation's contact, even when away. */
const UNITS = `
  with recursive above (asked, unit_id, depth) as (
    select u, u, 0 from unnest($1::uuid[]) u
    union all select a.asked, u.parent_unit_id, a.depth + 1 from above a join unit u on u.id = a.unit_id where u.parent_unit_id is not null
  ), supervising as (
    select a.asked, a.depth, ${reached('m.id')} as id from above a join assignment m on m.unit_id = a.unit_id and m.role = 'SUPERVISOR'
  ), nearest as (
    select asked, array_agg(distinct id) as ids from supervising s
    where id is not null and depth = (select min(n.depth) from supervising n where n.asked = s.asked and n.id is not null) group by asked
  )
  select u.id, coalesce((select ids from nearest n where n.asked = u.id), array[coalesce(o.contact_assignment_id, (
      select m.id from assignment m where m.organisation_id = o.id order by app.works_today(m.id) desc, m.role = 'SUPERVISOR' desc, m.valid_from, m.id limit 1))]) as supervisors,
    coalesce((select array_agg(distinct r.id) from (select ${reached('m.id')} as id from assignment m
      where m.unit_id = u.id and 'intake' = any (m.functions)) r where r.id is not null), '{}') as intake
  from unit u join organisation o on o.id = u.organisation_id where u.id = any ($1)`;

const PEOPLE = `select a.id, coalesce(${reached('a.id')}, app.standing_in_for(a.id)) as reached from unnest($1::uuid[]) a (id)`;

/** Who receives and who supervises, per unit. */
export async function peopleOfUnits(db: Connection, unitIds: readonly string[]): Promise<Map<string, UnitPeople>> {
  const rows = rowsOf<UnitPeople & { id: string }>(await db.query(UNITS, [[...new Set(unitIds)]]));
  return new Map(rows.map(({ id, intake, supervisors }) => [id, { intake, supervisors }]));
}

/** Who is told in each one's place: themself, their deputy, or whoever stands in. */
export async function reachedInstead(db: Connection, assignmentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = rowsOf<{ id: string; reached: string }>(await db.query(PEOPLE, [[...new Set(assignmentIds)]]));
  return new Map(rows.map(({ id, reached: instead }) => [id, instead]));
}
