import type { Tx } from '../../platform/database/database.ts';
import { announce } from '../../platform/live/announce.ts';

/** The unit's intake looks at its queue anew; nothing is said about what changed. */
export async function tellIntake(tx: Tx, unitId: string): Promise<void> {
  const staff = await tx.query<{ id: string }[]>(
    `select id from assignment where unit_id = $1 and 'intake' = any (functions) and app.domain_today() between valid_from and coalesce(valid_to, 'infinity')`,
    [unitId],
  );
  if (staff.length) await announce(tx, { type: 'invitations', ref: unitId, to: staff.map((each) => each.id) });
}
