import type { Tx } from '../../platform/database/database.ts';
import { conflict } from '../../platform/problem/problem.ts';

/** The case's plan. 409 `plan.none` before one is begun: there is nothing to write in. */
export async function planAtHand(tx: Tx, caseId: string): Promise<string> {
  const [plan] = await tx.query<{ id: string }[]>('select id from care_plan where case_id = $1 and ended_at is null', [caseId]);
  if (!plan) throw conflict('plan.none', 'Planen är inte påbörjad', 'Teamet har inte börjat skriva på planen än. Försök igen när den är påbörjad.');
  return plan.id;
}
