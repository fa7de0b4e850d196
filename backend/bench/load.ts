import { once } from 'node:events';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { COLUMNS, populate, type Row } from './population.ts';

const FLUSH_BYTES = 4 * 1024 * 1024;

/** Fills a migrated, empty database with `cases` open cases through COPY, as superuser with triggers off. Returns rows per table. */
export async function load(adminUrl: string, cases: number, seed: number): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const counts: Record<string, number> = {};
  const buffers = new Map<string, string[]>();
  let bytes = 0;
  const flush = async (): Promise<void> => {
    for (const [table, lines] of buffers) await copy(client, table, lines.join(''));
    buffers.clear();
    bytes = 0;
  };
  try {
    // Parents and children of one flush may come in any order, and case_access is written here instead of by its trigger.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off`);
    const { rows } = await client.query<{ id: string }>('select id from link_template order by id limit 1');
    await populate(cases, seed, rows[0]!.id, async (table, row) => {
      const line = lineOf(row);
      counts[table] = (counts[table] ?? 0) + 1;
      const lines = buffers.get(table);
      if (lines) lines.push(line);
      else buffers.set(table, [line]);
      bytes += line.length;
      if (bytes > FLUSH_BYTES) await flush();
    });
    await flush();
    await client.query('reset session_replication_role');
    await client.query('vacuum analyze');
    return counts;
  } finally {
    await client.end();
  }
}

async function copy(client: pg.Client, table: string, text: string): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${COLUMNS[table]}) from stdin`));
  stream.end(text);
  await once(stream, 'finish');
}

/** COPY's text format: tab-separated, backslashes doubled, null as \N. */
function lineOf(row: Row): string {
  const cells = row.map((value) => (value === null ? '\\N' : String(value).replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')));
  return `${cells.join('\t')}\n`;
}
