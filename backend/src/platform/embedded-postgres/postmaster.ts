import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { identify } from './process-identity.ts';

export interface Postmaster {
  pid: number;
  port: number;
}

/** Beyond every system's largest process number. */
const NO_PROCESS = 2_147_483_646;
const POLL_MS = 25;
const STOP_MS = 30_000;

/** The living server of a data folder, by its lock file; a file left by a crash, or whose number went to another program, is none. */
export function runningPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return isPostmaster(pid) ? { pid, port: Number(lines[3]) } : undefined;
}

/** Whether the number belongs to a living PostgreSQL server. */
export function isPostmaster(pid: number): boolean {
  return identify(pid)?.name.startsWith('postgres') ?? false;
}

/**
 * After a crash the lock file's number can belong to another program of the same account, or to a dead server nobody has collected;
 * PostgreSQL would take either for a living server. Only the number is replaced: by the rest it detects orphaned children that still write.
 */
export function disownDeadLock(data: string): void {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file) || runningPostmaster(data)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, [String(NO_PROCESS), ...lines.slice(1)].join('\n'));
}

/** Address of the superuser on the loopback. */
export function adminUrl(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/**
 * Waits until the server answers with this password and serves this data folder. A server in crash recovery is waited for.
 * @throws when it has died, is somebody else's, or stays silent past the limit.
 */
export async function untilReady(url: string, data: string, alive: () => boolean, limitMs: number): Promise<void> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined); // a server that dies between two polls shows in the next one
    try {
      await client.connect();
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      if (rows[0]?.data_directory === realpathSync(data)) return;
      throw new Error(`The server on ${new URL(url).host} serves another folder than ${data}.`);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === '28P01') {
        throw new Error(`A PostgreSQL server that does not accept the stored password already runs on ${data}. Stop it first.`, { cause: error });
      }
      if (!alive() || Date.now() > deadline) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(POLL_MS);
  }
}

/** Stops the server: open transactions are rolled back, a checkpoint is written. Past the limit it is cut off; recovery follows at next start. */
export async function stopPostmaster(pid: number): Promise<void> {
  const started = Date.now();
  let cut = false;
  signal(pid, 'SIGINT');
  while (isPostmaster(pid)) {
    if (!cut && Date.now() - started > STOP_MS) {
      cut = true;
      signal(pid, 'SIGQUIT');
    }
    if (Date.now() - started > 2 * STOP_MS) throw new Error(`The PostgreSQL server ${pid} does not stop.`);
    await pause(POLL_MS);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
