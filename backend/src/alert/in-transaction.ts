import type { Pool, PoolClient } from 'pg';

/** A connection that breaks between two statements would end the process; the next statement fails by itself. */
const heard = (): void => undefined;

/** Commits what `work` did, or nothing. A connection whose rollback fails is thrown away. */
export async function inTransaction<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  db.on('error', heard);
  let broken = false;
  try {
    await db.query('begin');
    const answer = await work(db);
    await db.query('commit');
    return answer;
  } catch (error) {
    broken = await db.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    db.off('error', heard);
    db.release(broken);
  }
}
