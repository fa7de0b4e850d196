import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { demoSettings } from '../src/demo/demo-settings.ts';
import type { BenchDatabase } from './scratch-database.ts';

export interface Arm {
  name: 'bare' | 'samspel';
  url: string;
  process: ChildProcess;
}

/** Both arms get as many connections. */
const POOL = 10;
const backend = join(import.meta.dirname, '..');

export async function startBare(database: BenchDatabase, sql: string): Promise<Arm> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify({ url: database.adminUrl, sql, pool: POOL }));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { name: 'bare', url: `http://127.0.0.1:${line.toString().trim()}`, process: child };
}

/** The built app as it runs in use: session, row security, audit, problem handling. */
export async function startSamspel(database: BenchDatabase): Promise<Arm> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const key = (): string => randomBytes(32).toString('base64');
  const child = spawn(process.execPath, [join(backend, 'dist', 'main.js')], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      ...demoSettings(url),
      PROCESS_ROLE: 'app',
      PORT: String(port),
      LOG_LEVEL: 'warn',
      DATABASE_URL: database.urls.app,
      DATABASE_WORKER_URL: database.urls.worker,
      DATABASE_AUDIT_URL: database.urls.audit,
      DATABASE_POOL_SIZE: String(POOL),
      IDENTIFIER_KEY: key(),
      IDENTIFIER_INDEX_KEY: key(),
    },
  });
  await untilReady(`${url}/health/ready`, child);
  return { name: 'samspel', url, process: child };
}

export async function stop(arm: Arm): Promise<void> {
  const gone = once(arm.process, 'exit');
  arm.process.kill('SIGTERM');
  await gone;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the app did not start');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
