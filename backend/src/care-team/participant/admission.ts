import { refusing } from '../../organisation/database-refusals.ts';
import type { Tx } from '../../platform/database/database.ts';
import { conflict, unprocessable } from '../../platform/problem/problem.ts';
import type { TeamRoleInput } from './participant.dto.ts';

export interface Colleague {
  assignmentId: string;
  organisationId: string;
  unitId: string;
  name: string;
}

const WORKING = `
  select a.id as "assignmentId", a.organisation_id as "organisationId", a.unit_id as "unitId", s.given_name || ' ' || s.family_name as name
  from assignment a join staff_member s on s.id = a.staff_member_id
  where a.id = $1 and a.role in ('CASEWORKER', 'SUPERVISOR') and s.disabled_at is null
  and app.domain_today() between a.valid_from and coalesce(a.valid_to, 'infinity')`;

/** Somebody who can take part today, from the place the actor answers for; 422 for anybody else, without saying who they are. */
export async function colleagueAt(tx: Tx, assignmentId: string, place: { organisationId: string } | { unitId: string }): Promise<Colleague> {
  const [colleague] = await tx.query<Colleague[]>(WORKING, [assignmentId]);
  const there = colleague && ('unitId' in place ? colleague.unitId === place.unitId : colleague.organisationId === place.organisationId);
  if (!there) throw unprocessable([{ pointer: '/assignmentId', code: 'notYourColleague' }], 'Välj någon som arbetar hos er i dag.');
  return colleague;
}

/** Writes the participation; from here on the case is open to them. 409 when they are in the team already, or when the case is their own. */
export async function admit(tx: Tx, id: string, caseId: string, colleague: Colleague, { role, mandate, questionArea }: TeamRoleInput): Promise<void> {
  const insert = tx.query(
    `insert into participation (id, case_id, assignment_id, organisation_id, role, mandate, question_area, from_at)
     values ($1, $2, $3, $4, $5, $6, $7, app.domain_now())`,
    [id, caseId, colleague.assignmentId, colleague.organisationId, role, mandate, questionArea],
  );
  await refusing(insert, {
    no_overlapping_participation: () => conflict('participant.already', 'Redan i teamet', 'Den du valde är redan med i teamet.'),
    not_own_case: () => conflict('participant.own_case', 'Går inte att lägga till', 'Den du valde kan inte arbeta i det här ärendet.'),
  });
}
