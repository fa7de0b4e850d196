import type { Pool, PoolClient } from 'pg';
import type { Database, Tx } from '../../../src/platform/database/database.ts';

/** The process died. */
export class Crash extends Error {}

/** Blows at the n-th statement, and at the latest when something is about to be committed. */
export class Fuse {
  constructor(private left: number) {}

  async burn<T>(statement: () => Promise<T>): Promise<T> {
    const answer = await statement();
    this.left -= 1;
    if (this.left <= 0) throw new Crash();
    return answer;
  }
}

const guarded = <Target extends object>(target: Target, query: (...values: unknown[]) => Promise<unknown>): Target =>
  new Proxy(target, {
    get(it, key) {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(it, key);
      return typeof value === 'function' ? (value as (...values: unknown[]) => unknown).bind(it) : value;
    },
  });

/** From now on transactions of `db` can be made to die: while `fuse()` answers one, none of them commits. */
export function makeFragile(db: Database, fuse: () => Fuse | null): void {
  const whole = db.transaction.bind(db);
  db.transaction = (actor, work) =>
    whole(actor, async (tx) => {
      const lit = fuse();
      if (!lit) return work(tx);
      const query = tx.query.bind(tx) as (...values: unknown[]) => Promise<unknown>;
      await work(guarded<Tx>(tx, (...values) => lit.burn(() => query(...values))));
      throw new Crash();
    });
}

/** A pool whose connections die likewise; undoing is all that they still do. */
export function fragilePool(pool: Pool, fuse: Fuse): Pool {
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    const query = client.query.bind(client) as unknown as (...values: unknown[]) => Promise<unknown>;
    return guarded<PoolClient>(client, (...values) => {
      if (values[0] === 'rollback') return query(...values);
      if (values[0] === 'commit') throw new Crash();
      return fuse.burn(() => query(...values));
    });
  };
  return { connect } as unknown as Pool;
}
