import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../platform/config/environment.ts';
import { migrate } from '../platform/database/migrate.ts';
import { provision, randomPasswords, type RolePasswords, withClient } from '../platform/database/provision.ts';
import { assertServer } from '../platform/embedded-postgres/assert-server.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres/embedded-postgres.ts';
import { clearHalfBuiltTown } from './half-built-town.ts';

export interface DemoDatabase {
  settings: Record<'DATABASE_URL' | 'DATABASE_WORKER_URL' | 'DATABASE_AUDIT_URL', string>;
  stop(): Promise<void>;
}

/**
 * The embedded server in the data folder, or the external one `externalUrl` names (an account that may create roles and databases).
 * The app itself never gets that account: it connects as the roles made here, whose passwords lie 0600 in the data folder.
 */
export async function openDemoDatabase(folder: string, externalUrl: string | undefined, say: (line: string) => void): Promise<DemoDatabase> {
  mkdirSync(folder, { recursive: true });
  const embedded = externalUrl ? undefined : await startEmbeddedPostgres({ folder, say });
  const adminUrl = externalUrl ?? embedded!.adminUrl;
  try {
    if (externalUrl) await withClient(externalUrl, (client) => assertServer(client, { ephemeral: false }));
    const urls = await provision(adminUrl, databaseName(externalUrl), keptPasswords(folder));
    const ran = await migrate(urls.owner, 'demo');
    if (ran.length) say(`Database ready, ${ran.length} migrations ran.`);
    await clearHalfBuiltTown(urls.owner, say);
    return {
      settings: { DATABASE_URL: urls.app, DATABASE_WORKER_URL: urls.worker, DATABASE_AUDIT_URL: urls.audit },
      stop: async () => embedded?.stop(),
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

function databaseName(externalUrl: string | undefined): string {
  if (!externalUrl) return 'samspel';
  const name = new URL(externalUrl).pathname.slice(1);
  if (!name) throw new ConfigurationError('DATABASE_URL names no database.');
  return name === 'postgres' ? 'samspel' : name;
}

function keptPasswords(folder: string): RolePasswords {
  const file = join(folder, 'roles.json');
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(randomPasswords()), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as RolePasswords;
}
