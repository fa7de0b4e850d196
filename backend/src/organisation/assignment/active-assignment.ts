import type { Tx } from '../../platform/database/database.ts';

/** SQL condition over the aliases `a` (assignment) and `s` (staff_member): may act today. */
export const ACTIVE = `s.disabled_at is null and a.valid_from <= app.domain_today() and (a.valid_to is null or a.valid_to >= app.domain_today())`;

/** Whether the assignment may act today in this organisation; its row stays locked, so that it does not end meanwhile. */
export async function isActiveIn(tx: Tx, assignmentId: string, organisationId: string): Promise<boolean> {
  const rows = await tx.query<unknown[]>(
    `select 1 from assignment a join staff_member s on s.id = a.staff_member_id where a.id = $1 and a.organisation_id = $2 and ${ACTIVE} for share of a`,
    [assignmentId, organisationId],
  );
  return rows.length > 0;
}
