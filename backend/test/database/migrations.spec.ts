import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { migrations } from '../../src/platform/database/migrate.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const root = join(import.meta.dirname, '..', '..', '..');

interface Shape {
  kind: string;
  name: string;
}

describe('migrations', () => {
  let database: TestDatabase, source: DataSource;
  beforeAll(async () => {
    database = await freshDatabase({ empty: true });
    source = await migrations(database.urls.owner);
  });
  afterAll(async () => {
    await source?.destroy();
    await database?.drop();
  });

  const shape = (): Promise<Shape[]> =>
    source.query<Shape[]>(`
      select 'table' as kind, c.relname || ':' || string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || a.attnotnull::text, ', ' order by a.attname) as name
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations' group by c.relname
      union all select 'constraint', conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 'migrations'::regclass
      union all select 'index', indexdef from pg_indexes where schemaname = 'public' and tablename <> 'migrations'
      union all select 'policy', tablename || '.' || policyname || coalesce(qual, '') || coalesce(with_check, '') from pg_policies
      union all select 'function', p.oid::regprocedure || md5(prosrc) from pg_proc p where pronamespace = to_regnamespace('app')
      union all select 'grant', table_name || grantee || privilege_type from information_schema.role_table_grants where table_schema = 'public' and grantee like 'samspel%' and table_name <> 'migrations'
      order by 1, 2`);

  it('run up, down to nothing, and up again to the same schema', async () => {
    const count = (await source.runMigrations()).length;
    const first = await shape();
    for (let left = count; left > 0; left--) await source.undoLastMigration();
    expect(await shape()).toEqual([]);
    await source.runMigrations();
    expect(await shape()).toEqual(first);
    expect(first.length).toBeGreaterThan(200);
  }, 60_000);

  it('name the clock they mean: domain time, or real time', () => {
    const files = [...globSync('migrations/*.ts', { cwd: root }), ...globSync('backend/src/**/*.ts', { cwd: root })].filter(
      (file) => !file.endsWith('.spec.ts'),
    );
    const bare = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter(
          (line) =>
            !/^\s*(\*|\/\/|\/\*|--)/.test(line) && /(?<![.\w])now\(\)(?!:)|\bcurrent_timestamp\b|\bcurrent_date\b|\blocaltimestamp\b/i.test(line),
        )
        .map((line) => `${file}: ${line.trim()}`),
    );
    // The one definition that the domain clock is built on.
    expect(bare).toEqual([expect.stringContaining('select now() + coalesce((select shift from demo_clock)')]);
  });
});
