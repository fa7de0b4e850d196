import type { Tx } from '../../platform/database/database.ts';

/**
 * Whoever answers for the case, or the deputy who is there. Of something their organisation does not read: the first in the team whose
 * organisation does, its own before the others, since nobody can answer for what they may not read.
 */
const RESPONSIBLE = `
  with answering as (select app.answers_the_person($1) as id)
  select coalesce(
    (select a.id from answering join assignment a on a.id = answering.id where $2::uuid[] is null or a.organisation_id = any ($2)),
    (select p.assignment_id from participation p where p.case_id = $1 and p.until_at is null and p.organisation_id = any ($2)
      order by array_position($2, p.organisation_id), p.from_at, p.id limit 1),
    (select id from answering)) as id`;

/** Who is to see to it that the person is answered. `readers`: organisations that read what it is about, its own first; null is all. */
export async function responsibleFor(tx: Tx, caseId: string, readers: readonly string[] | null): Promise<string> {
  const [row] = await tx.query<{ id: string }[]>(RESPONSIBLE, [caseId, readers]);
  return row!.id;
}
