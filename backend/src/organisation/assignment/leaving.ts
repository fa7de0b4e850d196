import type { Tx } from '../../platform/database/database.ts';
import { Problem, conflict } from '../../platform/problem/problem.ts';

/**
 * An assignment may not end, nor its holder be shut out, while it answers for an open case or is the one others turn to. Call with the
 * assignment rows locked for update: whoever opens a case under one of them meanwhile waits, and is then refused by the database.
 */
export async function requireNothingLeft(tx: Tx, assignmentIds: readonly string[]): Promise<void> {
  const count = await accountableFor(tx, assignmentIds);
  if (count > 0) {
    const cases = count === 1 ? 'ett öppet ärende' : `${count} öppna ärenden`;
    throw new Problem(
      409,
      'assignment.accountable',
      'Ansvarar för öppna ärenden',
      `Uppdraget ansvarar för ${cases}. Lämna över ärendena först: personen själv eller chefen gör det under Ärendemängd.`,
      { extra: { count } },
    );
  }
  const contacts = await tx.query<unknown[]>('select 1 from organisation where contact_assignment_id = any ($1) limit 1', [assignmentIds]);
  if (contacts.length) throw conflict('assignment.contact', 'Är organisationens kontakt', 'Utse en annan kontakt för organisationen först.');
}

/** A number, never which cases (app.accountable_for answers administrators alone). */
async function accountableFor(tx: Tx, assignmentIds: readonly string[]): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>('select coalesce(sum(app.accountable_for(id)), 0)::int as count from unnest($1::uuid[]) as id', [
    assignmentIds,
  ]);
  return row!.count;
}
