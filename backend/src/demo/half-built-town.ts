import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { ConfigurationError } from '../platform/config/environment.ts';
import { withClient } from '../platform/database/provision.ts';
import { townState } from './town-state.ts';

const OTHERS = `select count(*)::int as count from pg_stat_activity where datname = current_database() and usename in ('samspel_app', 'samspel_worker')`;
const PATIENCE_MS = 10_000;

/** Everything but what the migrations themselves wrote: their history, what kind of installation this is, its clock, and the links' templates by kind. */
const EMPTY = `do $$ begin
    create temp table kept on commit drop as select * from link_template where num_nonnulls(from_unit_id, to_unit_id) = 0;
    execute (select 'truncate ' || string_agg(quote_ident(tablename), ', ') from pg_tables
      where schemaname = 'public' and tablename not in ('migrations', 'deployment', 'demo_clock'));
    insert into link_template select * from kept;
    alter sequence case_reference restart;
    update demo_clock set shift = interval '0';
  end $$`;

/**
 * A start that was killed while it built the town left half of it, and the app's role may delete nothing. The owner empties the database,
 * so that the town is built from nothing. Throws ConfigurationError when another Samspel is at work in it.
 * `ownerUrl`: a migrated demo database. Answers whether there was anything to clear.
 */
export async function clearHalfBuiltTown(ownerUrl: string, say: (line: string) => void, patienceMs = PATIENCE_MS): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    if ((await stateOf(client)) !== 'broken') return false;
    await nobodyElse(client, patienceMs);
    // The other start may have finished the town while we waited.
    if ((await stateOf(client)) !== 'broken') return false;
    say('An earlier start was stopped while it built the demo town. Building it anew.');
    await client.query(EMPTY);
    return true;
  });
}

const stateOf = (client: pg.Client) => townState(async (sql) => (await client.query<{ seeded: boolean; begun: boolean }>(sql)).rows);

/** The server ends the connections of a killed process by itself, but not in the same moment. */
async function nobodyElse(client: pg.Client, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while ((await client.query<{ count: number }>(OTHERS)).rows[0]!.count > 0) {
    if (Date.now() > deadline)
      throw new ConfigurationError('Another Samspel is building its demo town in this database. Wait for it, or stop it first.');
    await wait(100);
  }
}
