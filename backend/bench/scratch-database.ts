import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '../src/platform/database/migrate.ts';
import { type DatabaseUrls, provision, randomPasswords } from '../src/platform/database/provision.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/platform/embedded-postgres/embedded-postgres.ts';

export interface BenchDatabase {
  server: EmbeddedPostgres;
  urls: DatabaseUrls;
  /** Superuser on the benchmark's database. */
  adminUrl: string;
}

/** A server of the benchmark's own, durable as in production, with an empty migrated database. */
export async function benchDatabase(root: string): Promise<BenchDatabase> {
  const folder = join(root, '.data', 'bench');
  mkdirSync(folder, { recursive: true });
  const server = await startEmbeddedPostgres({ folder });
  const name = `bench_${Date.now().toString(36)}`;
  const urls = await provision(server.adminUrl, name, randomPasswords());
  await migrate(urls.owner, 'demo');
  const admin = new URL(server.adminUrl);
  admin.pathname = `/${name}`;
  return { server, urls, adminUrl: admin.toString() };
}
