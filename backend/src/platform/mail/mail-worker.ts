import type { MailFailureReason } from '@samspel/shared/mail/mail-failure.ts';
import pg from 'pg';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import { MAIL_QUEUE, type MailJob } from '../outbox/outbox.ts';
import { type Mail, MailNotSent, type MailSender } from './mail-sender.ts';

/** Writes one kind of mail from the ids in its job, with what the worker's role may read. `null`: nobody to send it to any more. */
export type MailComposer = (db: pg.Pool, job: MailJob) => Promise<Mail | null>;
export type MailComposers = Readonly<Record<string, MailComposer>>;

export interface MailWorkerOptions {
  /** Connection of `samspel_worker`. */
  databaseUrl: string;
  sender: MailSender;
  composers: MailComposers;
  /** Where one line an event goes; never an address, a name or a text. */
  say: (line: string) => void;
  /** Seconds between looks at an empty queue, 0.5 at least. */
  pollingIntervalSeconds?: number;
  /** Seconds between looks for jobs whose process died. */
  superviseIntervalSeconds?: number;
}

const BATCH = 20;
/** The database may come up after us, or be restarted under us: about ten minutes. */
const START_ATTEMPTS = 25;
/** What is being sent when the process is told to stop gets this long. */
const STOP_MS = 15_000;

/**
 * Sends what lies in the queue, at least once each: a process that dies between the server's yes and the database's leaves the mail to be
 * sent again under the same Message-ID.
 */
export class MailWorker {
  private readonly boss: PgBoss;
  private readonly pool: pg.Pool;

  constructor(private readonly options: MailWorkerOptions) {
    const { databaseUrl, superviseIntervalSeconds = 15, say } = options;
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      application_name: 'samspel mail',
      max: 2,
      // Tables are the migrations' business, and so are their indexes; nothing here runs by the clock.
      migrate: false,
      createSchema: false,
      reindex: false,
      schedule: false,
      registerInstance: false,
      superviseIntervalSeconds,
      monitorIntervalSeconds: superviseIntervalSeconds,
    });
    this.boss.on('error', (error) => say(`mail: ${plainly(error)}`));
    this.boss.on('warning', ({ message }) => say(`mail: ${message}`));
    this.pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    this.pool.on('error', (error) => say(`mail: ${plainly(error)}`));
  }

  async start(): Promise<void> {
    await this.boss.start({ attempts: START_ATTEMPTS });
    const { pollingIntervalSeconds = 2 } = this.options;
    const how = { batchSize: BATCH, burstWhenBatchFull: true, includeMetadata: true, perJobResults: true, pollingIntervalSeconds } as const;
    await this.boss.work<MailJob, unknown, typeof how>(MAIL_QUEUE, how, (jobs) => Promise.all(jobs.map((job) => this.handle(job))));
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: true, timeout: STOP_MS });
    await this.pool.end();
    this.options.sender.close();
  }

  private async handle(job: JobWithMetadata<MailJob>): Promise<JobResult> {
    try {
      const mail = await this.compose(job.data);
      if (mail) await this.options.sender.send(mail);
      return { id: job.id, status: 'completed' };
    } catch (error) {
      const { reason, final } = error instanceof MailNotSent ? error : new MailNotSent('UNWRITABLE');
      this.report(job, reason, final || job.retryCount >= job.retryLimit);
      return { id: job.id, status: final ? 'deadletter' : 'failed', output: { reason } };
    }
  }

  private async compose(job: MailJob): Promise<Mail | null> {
    const { composers, say } = this.options;
    const composer = Object.hasOwn(composers, job.kind) ? composers[job.kind] : undefined;
    if (!composer) throw new MailNotSent('UNWRITABLE', true);
    try {
      return await composer(this.pool, job);
    } catch (error) {
      say(`mail: ${job.kind} could not be written: ${plainly(error)}`);
      throw error;
    }
  }

  private report(job: JobWithMetadata<MailJob>, reason: MailFailureReason, over: boolean): void {
    const what = over ? 'given up' : 'will be tried again';
    this.options.say(`mail: ${job.data.kind} ${job.id} ${what} after attempt ${job.retryCount + 1}: ${reason}`);
  }
}

/** The database's own messages may quote values; its codes never do. */
function plainly(error: unknown): string {
  if (error instanceof pg.DatabaseError) return `database error ${error.code ?? ''}`;
  return error instanceof Error ? error.message : 'unknown error';
}
