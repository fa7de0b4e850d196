import type { Client } from 'pg';
import { type RunningApp, startApp } from '../../../test/support/app.ts';
import { behindTheLocks } from '../../../test/support/database.ts';
import { Database } from '../database/database.ts';
import { withClient } from '../database/provision.ts';
import { Outbox } from './outbox.ts';

const HOUR_MS = 3_600_000;

describe('jobs go with the act', () => {
  const outbox = new Outbox();
  let running: RunningApp, db: Database;
  beforeAll(async () => {
    running = await startApp();
    db = running.app.get(Database);
  });
  afterAll(() => running?.close());
  beforeEach(() => behindTheLocks(running.database, 'delete from pgboss.job'));

  const jobs = (): Promise<{ data: Record<string, string>; wait: number; retries: number; dead_letter: string }[]> =>
    behindTheLocks(
      running.database,
      `select data, extract(epoch from start_after - clock_timestamp())::float8 as wait, retry_limit as retries, dead_letter from pgboss.job where name = 'mail' order by created_on`,
    );

  it('a rolled-back act leaves none', async () => {
    const act = db.transaction(null, async (tx) => {
      await outbox.add(tx, { kind: 'test', alertId: 'a' });
      throw new Error('the act fails');
    });
    await expect(act).rejects.toThrow('the act fails');
    expect(await jobs()).toEqual([]);
  });

  it('a committed act leaves one, as the queue says', async () => {
    await db.transaction(null, (tx) => running.app.get(Outbox).add(tx, { kind: 'test', alertId: 'a' }));
    const [job, ...others] = await jobs();
    expect(others).toEqual([]);
    expect(job).toMatchObject({ data: { kind: 'test', alertId: 'a' }, retries: 14, dead_letter: 'mail-dead' });
    expect(job!.wait).toBeLessThanOrEqual(0);
  });

  it('a plain connection of the worker does as well, and thousands go at once', async () => {
    await withClient(running.database.urls.worker, async (client) => {
      await client.query('begin');
      await outbox.addMany(
        client,
        Array.from({ length: 3_000 }, (_, i) => ({ job: { kind: 'test', alertId: String(i) } })),
      );
      await client.query('commit');
    });
    expect(new Set((await jobs()).map(({ data }) => data['alertId'])).size).toBe(3_000);
  });

  it('adding none asks the database nothing', async () => {
    await outbox.addMany({ query: () => Promise.reject(new Error('asked')) }, []);
  });

  it('what must wait for a domain time waits as long on the real clock', async () => {
    await running.clock.moveTo(new Date(Date.now() + 500 * HOUR_MS));
    try {
      const notBefore = new Date(running.clock.now().getTime() + 10 * HOUR_MS);
      const past = new Date(running.clock.now().getTime() - HOUR_MS);
      await db.transaction(null, (tx) =>
        outbox.addMany(tx, [
          { job: { kind: 'test' }, notBefore },
          { job: { kind: 'past' }, notBefore: past },
        ]),
      );
      const [later, now] = (await jobs()).sort((a, b) => b.wait - a.wait);
      expect(Math.abs(later!.wait - 36_000)).toBeLessThan(30);
      expect(later!.data['notBefore']).toBe(notBefore.toISOString());
      expect(now!.wait).toBeLessThanOrEqual(0);
    } finally {
      await running.clock.reset();
    }
  });

  describe('what the roles may', () => {
    const as = (role: 'app' | 'worker', sql: string): Promise<unknown> =>
      withClient(running.database.urls[role], async (client: Client) => (await client.query(sql)).rows);

    it.each([
      ['app', `update pgboss.job set data = '{}'`],
      ['app', `delete from pgboss.job`],
      ['app', `delete from pgboss.job_common`],
      ['app', `update pgboss.queue set retry_limit = 0`],
      ['app', `insert into demo_mail (message_id, recipient, subject, text) values ('<a@b>', 'a@b', 's', 't')`],
      ['app', `delete from demo_mail`],
      ['app', `create table pgboss.x (a int)`],
      ['worker', `select recipient from demo_mail`],
      ['worker', `delete from demo_mail`],
      ['worker', `create table pgboss.x (a int)`],
      ['worker', `select app.take_mail_failure(gen_random_uuid())`],
    ] as const)('%s may not: %s', async (role, sql) => {
      await expect(as(role, sql)).rejects.toMatchObject({ code: '42501' });
    });

    it('the app may look at the queue and at the demo’s letter box', async () => {
      await expect(as('app', 'select id, data from pgboss.job')).resolves.toEqual([]);
      await expect(as('app', 'select * from demo_mail')).resolves.toEqual([]);
    });

    it('a letter box of a production database stays empty', async () => {
      await expect(
        behindTheLocks(
          running.database,
          `insert into demo_mail (kind, message_id, recipient, subject, text) values ('production', '<a@b>', 'a@b', 's', 't')`,
        ),
      ).rejects.toMatchObject({ code: '23514' });
    });
  });
});
