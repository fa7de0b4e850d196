import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Pool, PoolClient, QueryResultRow } from 'pg';

/** Who acts, as far as the database needs to know: an assignment, a person, or nobody. */
export interface DatabaseActor {
  readonly id: string;
}

export type Tx = EntityManager;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@Injectable()
export class Database {
  constructor(private readonly source: DataSource) {}

  /** One act: a transaction in which row security sees `actor`, and only them. `null` sees no case data at all (sign-in, organisations). */
  async transaction<T>(actor: DatabaseActor | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(async (tx) => {
      if (actor) await tx.query(`select set_config('app.actor_id', $1, true)`, [actor.id]);
      return work(tx);
    });
  }

  /**
   * A hot read: one prepared statement in its own read-only transaction. `name` identifies the statement on the connection, so equal
   * names must carry equal text. Planning a large statement anew costs more than any other plan could save, so the kept one is used. The opening and the actor go in one message; the id is checked to be a UUID before it becomes SQL text.
   */
  async read<Row extends QueryResultRow>(actor: DatabaseActor, name: string, text: string, values: unknown[]): Promise<Row[]> {
    if (!UUID.test(actor.id)) throw new TypeError('an actor id is a lower-case UUID');
    const client = await this.pool().connect();
    let failed: unknown;
    try {
      await client.query(`begin read only; set local plan_cache_mode = force_generic_plan; set local app.actor_id = '${actor.id}'`);
      const { rows } = await client.query<Row>({ name, text, values });
      await client.query('commit');
      return rows;
    } catch (error) {
      failed = error;
      throw error;
    } finally {
      await this.release(client, failed);
    }
  }

  /** A prepared statement on tables without case data (session, organisation). */
  async lookUp<Row extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    const { rows } = await this.pool().query<Row>({ name, text, values });
    return rows;
  }

  private async release(client: PoolClient, failed: unknown): Promise<void> {
    if (!failed) return client.release();
    const broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    client.release(broken);
  }

  private pool(): Pool {
    return (this.source.driver as unknown as { master: Pool }).master;
  }
}
