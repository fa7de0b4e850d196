import { createServer } from 'node:http';
import pg from 'pg';
import type { Environment } from './platform/config/environment.ts';
import { purgeFrozenCopies } from './records/records-purge.ts';

const ROUND_MS = 60_000;
/** A sign-in that nobody finished, and keys whose act can no longer be repeated by a waiting client. */
const HOUSEKEEPING = [
  `delete from sign_in where created_at < clock_timestamp() - interval '1 hour'`,
  `delete from idempotency_key where created_at < clock_timestamp() - interval '48 hours'`,
];

export interface Worker {
  stop(): Promise<void>;
}

/** Timers are rows with a due time: each round does what is due, so a round missed or done twice changes nothing. */
export async function startWorker(environment: Environment): Promise<Worker> {
  const pool = new pg.Pool({ connectionString: environment.DATABASE_WORKER_URL, max: 2 });
  pool.on('error', () => undefined);
  await round(pool);
  const timer = setInterval(() => void round(pool).catch((error: unknown) => process.stderr.write(`worker: ${String(error)}\n`)), ROUND_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await pool.end();
    },
  };
}

/** A process that does nothing but work; its port answers only whether it is alive. */
export async function runWorkerProcess(environment: Environment): Promise<void> {
  const worker = await startWorker(environment);
  const alive = createServer((request, response) => response.writeHead(request.url === '/health/live' ? 200 : 404).end());
  alive.listen(environment.PORT, environment.HOST);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      alive.close();
      void worker.stop();
    });
  }
}

async function round(pool: pg.Pool): Promise<void> {
  await purgeFrozenCopies(pool);
  for (const sql of HOUSEKEEPING) await pool.query(sql);
}
