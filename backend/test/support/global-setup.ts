import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedPostgres, removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { prepareTemplate } from './database.ts';

declare global {
  var samspelTestServer: EmbeddedPostgres | undefined;
}

const PREFIX = 'samspel-test-';

/** One throw-away server for all test files; each of them clones the migrated template. */
export default async function globalSetup(): Promise<void> {
  await removeDeadRuns();
  // Not mkdtemp: its mode 0700 would lock the database's account out.
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${Date.now().toString(36)}`);
  mkdirSync(folder, { mode: 0o755 });
  const server = await startEmbeddedPostgres({ folder, ephemeral: true });
  globalThis.samspelTestServer = server;
  process.env['TEST_ADMIN_URL'] = server.adminUrl;
  process.env['TEST_TEMPLATE'] = await prepareTemplate(server.adminUrl);
}

/** A run that was killed could not stop its server; the next run does. */
async function removeDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (existsSync(join(folder, 'lease'))) await removeEmbeddedPostgres(folder);
    } catch (error) {
      // Another account's run is left to that account.
      if (!['EACCES', 'EPERM', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}
