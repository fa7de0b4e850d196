import { createServer } from 'node:http';
import type { Transport } from 'nodemailer';
import pg from 'pg';
import { alertMails } from './alert/alert-mails.ts';
import { startSweepLoop } from './alert/sweep-loop.ts';
import { personNewsMails } from './person/person-news-mail.ts';
import { ConfigurationError, type Environment } from './platform/config/environment.ts';
import { MailSender } from './platform/mail/mail-sender.ts';
import { MailWorker } from './platform/mail/mail-worker.ts';
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

export interface WorkerOptions {
  /** Takes the mails where no SMTP_URL is set; only the demo has one. */
  transport?: Transport;
}

/** Timers are rows with a due time: each round does what is due, so a round missed or done twice changes nothing. */
export async function startWorker(environment: Environment, options: WorkerOptions = {}): Promise<Worker> {
  const sender = mailSender(environment, options);
  const pool = new pg.Pool({ connectionString: environment.DATABASE_WORKER_URL, max: 2 });
  pool.on('error', (error) => say(`worker: ${error.message}`));
  await round(pool);
  const timer = setInterval(() => void round(pool).catch((error: unknown) => say(`worker: ${String(error)}`)), ROUND_MS);
  const composers = { ...alertMails(environment.PUBLIC_URL), ...personNewsMails(environment.PUBLIC_URL) };
  const mail = new MailWorker({ databaseUrl: environment.DATABASE_WORKER_URL, sender, composers, say });
  await mail.start();
  const sweeping = startSweepLoop({ databaseUrl: environment.DATABASE_WORKER_URL, say });
  return {
    stop: async () => {
      clearInterval(timer);
      await sweeping.stop();
      await mail.stop();
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

function mailSender({ SMTP_URL, MAIL_FROM, PUBLIC_URL }: Environment, { transport }: WorkerOptions): MailSender {
  const via = SMTP_URL ?? transport;
  if (!via) throw new ConfigurationError('These settings are missing or wrong: SMTP_URL (a worker without it cannot send mail)');
  return new MailSender(via, MAIL_FROM ?? `samspel@${new URL(PUBLIC_URL).hostname}`);
}

async function round(pool: pg.Pool): Promise<void> {
  await purgeFrozenCopies(pool);
  for (const sql of HOUSEKEEPING) await pool.query(sql);
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);
