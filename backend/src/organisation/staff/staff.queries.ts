import type { Tx } from '../../platform/database/database.ts';
import { page } from '../../platform/http/paging.ts';
import { ACTIVE } from '../assignment/active-assignment.ts';
import { beginningsOf, named } from '../name-search.ts';
import { organisationRefJson } from '../refs.sql.ts';
import type { StaffList, StaffQuery, StaffRow, StaffView } from './staff.dto.ts';

const ROWS = `
  select s.id, s.given_name as "givenName", s.family_name as "familyName", s.disabled_at is not null as disabled,
         (select count(*)::int from assignment a where a.staff_member_id = s.id and ${ACTIVE}) as "activeAssignments"
  from staff_member s
  where ($1::uuid is null or exists (select 1 from assignment a where a.staff_member_id = s.id and a.unit_id = $1))
    and ${named('$2')}
    and ($3::text is null or (s.family_name, s.given_name, s.id) > ($3, $4, $5::uuid))
  order by s.family_name, s.given_name, s.id limit $6`;

const VIEW = `
  select s.id, s.given_name as "givenName", s.family_name as "familyName", s.email, s.phone, s.hsa_id as "hsaId", s.org_affiliation as "orgAffiliation",
         s.disabled_at is not null as disabled, s.version,
         (select coalesce(json_agg(json_build_object('id', a.id, 'title', a.title, 'role', a.role, 'functions', a.functions,
             'unit', json_build_object('id', u.id, 'name', u.name), 'organisation', ${organisationRefJson('o', 'p')},
             'validFrom', a.valid_from, 'validTo', a.valid_to, 'active', ${ACTIVE}, 'isContact', o.contact_assignment_id is not distinct from a.id,
             'accountableFor', app.accountable_for(a.id), 'version', a.version) order by a.valid_from desc, a.id), '[]')
          from assignment a join unit u on u.id = a.unit_id join organisation o on o.id = a.organisation_id join principal p on p.id = o.principal_id
          where a.staff_member_id = s.id) as assignments
  from staff_member s where s.id = $1`;

/** `after`: the sort values of the page before. */
export async function staffPage(tx: Tx, query: StaffQuery, after: string[] | undefined): Promise<StaffList> {
  const rows = await tx.query<StaffRow[]>(ROWS, [
    query.unitId ?? null,
    query.q ? beginningsOf(query.q) : [],
    after?.[0] ?? null,
    after?.[1] ?? null,
    after?.[2] ?? null,
    query.limit + 1,
  ]);
  return page(
    rows,
    query.limit,
    (row) => row,
    (row) => [row.familyName, row.givenName, row.id],
  );
}

export async function staffView(tx: Tx, id: string): Promise<StaffView | undefined> {
  const [view] = await tx.query<StaffView[]>(VIEW, [id]);
  return view;
}
