import { TownSeed } from '../../src/demo/town-seed.ts';
import { withClient } from '../../src/platform/database/provision.ts';
import { startApp } from './app.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

const TOWN = 'samspel_town';

/** A copy of the demo town, which is built once for all who want one on the run's server: copying takes a moment, building many seconds. */
export async function townDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_ADMIN_URL']!;
  await withClient(server, async (client) => {
    // Of several files at once one builds; the others wait here. The lock ends with the connection.
    await client.query(`select pg_advisory_lock(hashtext('${TOWN}'))`);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TOWN]);
    if (rowCount) return;
    const building = await freshDatabase();
    const running = await startApp({ database: { ...building, drop: () => Promise.resolve() } });
    await running.app.get(TownSeed).seedOnce(() => undefined);
    await running.close();
    // Its name comes last, so that what bears it is whole.
    await client.query(`alter database ${building.name} rename to ${TOWN}`);
  });
  return freshDatabase({ template: TOWN });
}
