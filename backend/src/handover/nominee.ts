import type { Tx } from '../platform/database/database.ts';
import { conflict, unprocessable } from '../platform/problem/problem.ts';

/** Somebody who may be asked to take over. */
export interface Nominee {
  id: string;
  unitId: string;
  organisationId: string;
  name: string;
}

/** The assignment's row stays locked, so that it does not end before the question stands. */
const NOMINEE = `
  select a.id, a.unit_id as "unitId", a.organisation_id as "organisationId", s.given_name || ' ' || s.family_name as name, app.is_away(a.id) as away
  from assignment a join staff_member s on s.id = a.staff_member_id
  where a.id = $1 and a.role in ('CASEWORKER', 'SUPERVISOR') and app.works_today(a.id) for share of a`;

/**
 * Somebody who works at the place today and is not one of `notThese` (who hand over): 422 for anybody else, without saying who they are;
 * 409 `nominee.away` for who is on leave. `pointer`: where in the request they were named.
 */
export async function nomineeAt(
  tx: Tx,
  assignmentId: string,
  place: { organisationId: string } | { unitId: string },
  notThese: readonly string[] = [],
  pointer = '/assignmentId',
): Promise<Nominee> {
  const [found] = await tx.query<(Nominee & { away: boolean })[]>(NOMINEE, [assignmentId]);
  const there = found && ('unitId' in place ? found.unitId === place.unitId : found.organisationId === place.organisationId);
  if (!there || notThese.includes(assignmentId))
    throw unprocessable([{ pointer, code: 'notYourColleague' }], 'Välj någon annan som arbetar hos mottagaren i dag.');
  const { away, ...nominee } = found;
  if (away) throw conflict('nominee.away', 'Är inte på plats', 'Den du valde är frånvarande i dag. Välj någon som är på plats.');
  return nominee;
}
