import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { runAs } from './account.ts';
import { type Place } from './place.ts';
import { adminUrl, disownDeadLock, type Postmaster, untilReady } from './postmaster.ts';

const START_MS = 60_000;
const ORPHANS_MS = 10_000;

const DURABLE = ['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'];
const EPHEMERAL = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=300'];
// A failing statement carries personal data, in its text and in its message, so the server's log holds neither.
const QUIET = ['log_min_messages=log', 'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_checkpoints=off'];

/** Starts the server and waits until it answers. @throws with the end of its log when it does not start. */
export async function launch(place: Place, password: string, port: number | undefined, ephemeral: boolean): Promise<Postmaster> {
  const deadline = Date.now() + ORPHANS_MS;
  disownDeadLock(place.data);
  for (;;) {
    if (port !== undefined) await refuseTaken(port);
    const chosen = port ?? (await freePort());
    try {
      return await launchOn(place, password, chosen, ephemeral);
    } catch (error) {
      const reason = String(error);
      // After kill -9 of the server alone its children hold the shared memory for a moment; a free port can be taken before it is used.
      const passing = reason.includes('pre-existing shared memory') || (port === undefined && reason.includes('Address already in use'));
      if (!passing || Date.now() > deadline) throw error;
      await pause(200);
    }
  }
}

async function launchOn(place: Place, password: string, port: number, ephemeral: boolean): Promise<Postmaster> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', ...QUIET, ...(ephemeral ? EPHEMERAL : DURABLE)];
  const log = openSync(place.log, 'w', 0o600);
  // Detached: Ctrl-C in a terminal goes to the application alone, which then stops the server in order.
  const child = spawn(
    join(place.binaries, 'bin', 'postgres'),
    ['-D', place.data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    {
      ...runAs(place.account),
      detached: true,
      stdio: ['ignore', log, log],
      // PG* variables of the user's own shell must not reach this server.
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    },
  );
  closeSync(log);
  let ended: string | undefined;
  child.once('error', (error) => (ended = error.message));
  child.once('exit', (code, signal) => (ended ??= `exit ${code ?? signal}`));
  child.unref();
  try {
    await untilReady(adminUrl(port, password), place.data, () => ended === undefined, START_MS);
  } catch (cause) {
    if (ended === undefined && child.pid !== undefined) process.kill(child.pid, 'SIGQUIT');
    throw new Error(`The database did not start (${ended ?? String(cause)}).\n${readFileSync(place.log, 'utf8').slice(-2_000)}`, { cause });
  }
  if (child.pid === undefined) throw new Error('The database has no process number.');
  return { pid: child.pid, port };
}

async function refuseTaken(port: number): Promise<void> {
  await listenOnce(port).catch((cause: unknown) => {
    throw new Error(`Port ${port} is taken by another program. Stop it, or choose another port for the database.`, { cause });
  });
}

const freePort = (): Promise<number> => listenOnce(0);

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : port));
    });
  });
}
