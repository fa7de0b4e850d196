/** What the check needs of a connection: pg's clients and pools both fit. */
export interface Queryable {
  query(sql: string): Promise<{ rows: unknown[] }>;
}

const OLDEST = 180_000;
const NEXT_MAJOR = 190_000;
const ACKNOWLEDGED_MEANS_STORED = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];
// Stricter levels of synchronous_commit wait for a standby as well.
const DURABLE_VALUES = ['on', 'remote_apply', 'remote_write'];

/**
 * Refuses a server that could lose what it has acknowledged, or that lacks what the migrations use. Applies to external servers too.
 * @throws with every finding in one message.
 */
export async function assertServer(client: Queryable, { ephemeral }: { ephemeral: boolean }): Promise<void> {
  const names = ['server_version_num', 'server_encoding', ...ACKNOWLEDGED_MEANS_STORED];
  const { rows } = await client.query(`select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join(', ')})`);
  const settings = new Map((rows as { name: string; setting: string }[]).map((row) => [row.name, row.setting]));
  const findings: string[] = [];
  const version = Number(settings.get('server_version_num'));
  if (!(version >= OLDEST && version < NEXT_MAJOR)) findings.push(`PostgreSQL 18 is required, the server is ${version}`);
  if (settings.get('server_encoding') !== 'UTF8') findings.push(`the encoding must be UTF8, not ${settings.get('server_encoding')}`);
  if (!ephemeral) {
    for (const name of ACKNOWLEDGED_MEANS_STORED) {
      const value = settings.get(name) ?? 'unknown';
      if (!DURABLE_VALUES.includes(value)) findings.push(`${name} must be on, not ${value}`);
    }
  }
  if (findings.length > 0) throw new Error(`This database server cannot be used: ${findings.join('; ')}.`);
}
