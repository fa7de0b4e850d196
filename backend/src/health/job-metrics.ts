import { Gauge } from 'prom-client';
import type { Database } from '../platform/database/database.ts';

type JobFigures = {
  oldest: number;
  waiting: number;
  dead: number;
};

/** Due and not yet taken; what waits for its time of day is not late. */
const JOBS = `
  select coalesce(extract(epoch from clock_timestamp() - min(start_after) filter (where name = 'mail')), 0)::float8 as oldest,
         count(*) filter (where name = 'mail')::int as waiting, count(*) filter (where name = 'mail-dead')::int as dead
  from pgboss.job_common where name in ('mail', 'mail-dead') and state in ('created', 'retry') and start_after <= clock_timestamp()`;

/** How long the oldest due mail has waited says whether the worker keeps up, or is there at all. NaN while the database is away. */
export function measureJobs(db: Database): void {
  let asking: Promise<JobFigures | undefined> | undefined;
  // One question however many figures are read from its answer.
  const figures = (): Promise<JobFigures | undefined> =>
    (asking ??= db
      .lookUp<JobFigures>('job-figures', JOBS, [])
      .then(
        ([row]) => row,
        () => undefined,
      )
      .finally(() => (asking = undefined)));
  const gauge = (name: string, help: string, figure: keyof JobFigures): Gauge =>
    new Gauge({
      name,
      help,
      async collect() {
        this.set((await figures())?.[figure] ?? NaN);
      },
    });
  gauge('samspel_mail_oldest_seconds', 'How long the oldest due mail has waited.', 'oldest');
  gauge('samspel_mail_waiting', 'Mails due and not sent yet.', 'waiting');
  gauge('samspel_mail_given_up', 'Mails given up and not retried.', 'dead');
}
