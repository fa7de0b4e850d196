import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withClient } from '../src/platform/database/provision.ts';
import { load } from './load.ts';
import { benchDatabase } from './scratch-database.ts';

/** `npm run bench:data -- --cases N [--seed S]`: generates the benchmark's town and says how long it took and how large it is. */
const { values } = parseArgs({ options: { cases: { type: 'string', default: '2800' }, seed: { type: 'string', default: '1' } } });
const database = await benchDatabase(join(import.meta.dirname, '..', '..'));
try {
  const started = performance.now();
  const counts = await load(database.adminUrl, Number(values.cases), Number(values.seed));
  const seconds = (performance.now() - started) / 1000;
  const size = await withClient(
    database.adminUrl,
    async (client) => (await client.query<{ size: string }>('select pg_size_pretty(pg_database_size(current_database())) as size')).rows[0]!.size,
  );
  console.table(counts);
  console.log(`${values.cases} cases in ${seconds.toFixed(1)} s, ${size}`);
  await withClient(database.server.adminUrl, (client) => client.query(`drop database ${new URL(database.adminUrl).pathname.slice(1)} with (force)`));
} finally {
  await database.server.stop();
}
