import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Login roles of one installation. `samspel_definer` never logs in: it owns the few narrow functions that must see hidden rows. */
export const LOGIN_ROLES = ['samspel_owner', 'samspel_app', 'samspel_worker', 'samspel_audit'] as const;
export type LoginRole = (typeof LOGIN_ROLES)[number];
export type RolePasswords = Record<LoginRole, string>;
export type DatabaseUrls = Record<'owner' | 'app' | 'worker' | 'audit', string>;

export function randomPasswords(): RolePasswords {
  const password = (): string => randomBytes(24).toString('base64url');
  return { samspel_owner: password(), samspel_app: password(), samspel_worker: password(), samspel_audit: password() };
}

/** Creates roles and database where missing and sets the passwords given. `adminUrl`: an account that may create both. Repeatable. */
export async function provision(adminUrl: string, database: string, passwords: RolePasswords): Promise<DatabaseUrls> {
  await withClient(adminUrl, async (client) => {
    await createRoles(client, passwords);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await createDatabase(client, database);
  });
  return urlsFor(adminUrl, database, passwords);
}

export function urlsFor(adminUrl: string, database: string, passwords: RolePasswords): DatabaseUrls {
  const as = (role: LoginRole): string => {
    const url = new URL(adminUrl);
    url.username = role;
    url.password = passwords[role];
    url.pathname = `/${database}`;
    return url.toString();
  };
  return { owner: as('samspel_owner'), app: as('samspel_app'), worker: as('samspel_worker'), audit: as('samspel_audit') };
}

async function createRoles(client: pg.Client, passwords: RolePasswords): Promise<void> {
  // Roles belong to the whole server: two processes that provision at once must not trip over each other.
  await client.query(`select pg_advisory_lock(hashtext('samspel provision'))`);
  try {
    for (const role of LOGIN_ROLES) {
      await createRole(client, role);
      await client.query(
        `alter role ${role} login nosuperuser nobypassrls nocreaterole nocreatedb noreplication password ${client.escapeLiteral(passwords[role])}`,
      );
    }
    await createRole(client, 'samspel_definer');
    await client.query('alter role samspel_definer nologin nosuperuser nobypassrls');
    // The owner may hand a function over to the definer, but inherits none of its sight.
    await client.query('grant samspel_definer to samspel_owner with inherit false, set true');
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('samspel provision'))`);
  }
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
  if (!rowCount) await client.query(`create role ${role}`);
}

async function createDatabase(client: pg.Client, database: string): Promise<void> {
  await client.query('grant samspel_owner to current_user');
  await client.query(`create database ${client.escapeIdentifier(database)} owner samspel_owner template template0 encoding 'UTF8'
    locale_provider icu icu_locale 'sv-SE' locale 'C'`);
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
