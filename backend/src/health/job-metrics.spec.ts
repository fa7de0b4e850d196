import { register } from 'prom-client';
import { type RunningApp, startApp } from '../../test/support/app.ts';
import { behindTheLocks } from '../../test/support/database.ts';
import { Database } from '../platform/database/database.ts';
import { measureJobs } from './job-metrics.ts';

describe('figures about jobs', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
    register.clear();
    measureJobs(running.app.get(Database));
  });
  afterAll(() => running?.close());

  const figures = async (): Promise<Record<string, number>> =>
    Object.fromEntries((await register.getMetricsAsJSON()).map(({ name, values }) => [name, Number(values[0]!.value)]));

  it('count what is due and what was given up, and say how long the oldest has waited', async () => {
    expect(await figures()).toEqual({ samspel_mail_oldest_seconds: 0, samspel_mail_waiting: 0, samspel_mail_given_up: 0 });
    await behindTheLocks(
      running.database,
      `insert into pgboss.job_common (name, state, start_after) values
         ('mail', 'created', clock_timestamp() - interval '10 minutes'), ('mail', 'retry', clock_timestamp() - interval '1 minute'),
         ('mail', 'created', clock_timestamp() + interval '1 hour'), ('mail', 'active', clock_timestamp() - interval '1 hour'),
         ('mail-dead', 'created', clock_timestamp() - interval '5 hours')`,
    );
    const { samspel_mail_oldest_seconds: oldest, ...counts } = await figures();
    expect(counts).toEqual({ samspel_mail_waiting: 2, samspel_mail_given_up: 1 });
    expect(Math.abs(oldest! - 600)).toBeLessThan(30);
  });
});
