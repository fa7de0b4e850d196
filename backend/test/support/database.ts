import pg from 'pg';
import { migrate } from '../../src/platform/database/migrate.ts';
import { type DatabaseUrls, provision, type RolePasswords, urlsFor, withClient } from '../../src/platform/database/provision.ts';

const TEMPLATE = 'samspel_template';
/** Roles belong to the whole throw-away server, which listens on loopback only and lives as long as the run. */
const PASSWORDS: RolePasswords = { samspel_owner: 'owner', samspel_app: 'app', samspel_worker: 'worker', samspel_audit: 'audit' };

/** Roles and one migrated demo database that every test file clones. Returns its name. */
export async function prepareTemplate(adminUrl: string): Promise<string> {
  const urls = await provision(adminUrl, TEMPLATE, PASSWORDS);
  await migrate(urls.owner, 'demo');
  return TEMPLATE;
}

export interface TestDatabase {
  name: string;
  /** Superuser: bypasses row security, for arranging and for looking behind it. */
  adminUrl: string;
  urls: DatabaseUrls;
  drop(): Promise<void>;
}

/** `template`: what it is a copy of; the migrated one unless told. */
export async function freshDatabase({ empty = false, template }: { empty?: boolean; template?: string } = {}): Promise<TestDatabase> {
  const server = process.env['TEST_ADMIN_URL']!;
  const source = template ?? (empty ? 'template0' : process.env['TEST_TEMPLATE']!);
  const name = `t_${process.env['JEST_WORKER_ID'] ?? '0'}_${crypto.randomUUID().slice(0, 8)}`;
  await withClient(server, (client) => client.query(`create database ${name} template ${source} owner samspel_owner`));
  const admin = new URL(server);
  admin.pathname = `/${name}`;
  return {
    name,
    adminUrl: admin.toString(),
    urls: urlsFor(server, name, PASSWORDS),
    drop: async () => void (await withClient(server, (client) => client.query(`drop database ${name} with (force)`))),
  };
}

/** Lock 2 off: whoever is kept out now is kept out by the application alone. */
export async function switchOffRowSecurity(database: TestDatabase): Promise<void> {
  await behindTheLocks(
    database,
    `do $$ declare t record; begin
       for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
         execute format('alter table %I disable row level security', t.relname);
       end loop; end $$`,
  );
}

/** Runs SQL behind every lock, as the superuser. */
export async function behindTheLocks<Row extends pg.QueryResultRow>(database: TestDatabase, sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(database.adminUrl, async (client) => (await client.query<Row>(sql, values)).rows);
}
