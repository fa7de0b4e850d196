import type { StaffActor } from '../../access/actor.ts';
import type { Database } from '../../platform/database/database.ts';
import { ACTIVE } from '../assignment/active-assignment.ts';
import { beginningsOf, named } from '../name-search.ts';
import { staffRefJson } from '../refs.sql.ts';
import type { ColleagueView } from './colleague.dto.ts';

const COLLEAGUES = `
  select ${staffRefJson('a.id')} as ref, o.contact_assignment_id is not distinct from a.id as "isContact"
  from assignment a join staff_member s on s.id = a.staff_member_id join organisation o on o.id = a.organisation_id
  where (a.organisation_id = $1 or o.contact_assignment_id = a.id)
    and ($3::uuid is null or a.organisation_id = $3)
    and a.role in ('CASEWORKER', 'SUPERVISOR') and ${ACTIVE} and ${named('$2')}
  order by a.organisation_id <> $1, s.family_name, s.given_name, a.id limit 20`;

/** The own organisation's active staff, and of other organisations none but their contact: staff lists are not shared. */
export async function colleagues(db: Database, actor: StaffActor, q: string, organisationId?: string): Promise<ColleagueView[]> {
  const rows = await db.lookUp<{ ref: Omit<ColleagueView, 'isContact'>; isContact: boolean }>('colleagues', COLLEAGUES, [
    actor.organisationId,
    beginningsOf(q),
    organisationId ?? null,
  ]);
  return rows.map(({ ref, isContact }) => ({ ...ref, isContact }));
}
