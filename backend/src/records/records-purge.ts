import type { Pool } from 'pg';

/** Empties frozen copies whose 30 days have passed; the row stays as the receipt. Returns how many. */
export async function purgeFrozenCopies(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `update frozen_copy set content = null, purged_at = app.domain_now() where purged_at is null and purge_after <= app.domain_now()`,
  );
  return rowCount ?? 0;
}
