import pg from 'pg';
import { type RunningApp, startApp } from '../../../test/support/app.ts';
import { behindTheLocks } from '../../../test/support/database.ts';
import { Client } from '../../../test/support/sign-in.ts';
import { Database } from '../../platform/database/database.ts';
import { MailSender } from '../../platform/mail/mail-sender.ts';
import { Outbox } from '../../platform/outbox/outbox.ts';
import type { DemoMailView } from './demo-mails.controller.ts';
import { demoMailTransport, release } from './demo-post.ts';

const HOUR_MS = 3_600_000;

describe('the demo’s mail', () => {
  let running: RunningApp, pool: pg.Pool, sender: MailSender, visitor: Client;
  beforeAll(async () => {
    running = await startApp();
    pool = new pg.Pool({ connectionString: running.database.urls.worker, max: 2 });
    sender = new MailSender(demoMailTransport(pool), 'samspel@localhost');
    visitor = new Client(running.url);
  });
  afterAll(async () => {
    sender?.close();
    await pool?.end();
    await running?.close();
  });

  const send = (n: number): Promise<void> =>
    sender.send({ to: 'per@samspel.test', subject: `Överlämning ${n}`, text: 'Öppna Samspel.\n', messageId: `<alert.${n}@localhost>` });
  const list = async (query = ''): Promise<{ items: DemoMailView[]; nextCursor?: string }> =>
    (await visitor.get<{ items: DemoMailView[]; nextCursor?: string }>(`demo/mails${query}`)).body;

  it('is for anybody to read, newest first and as many at a time as asked for, a repeat once', async () => {
    for (let n = 1; n <= 51; n++) await send(n);
    await send(51);
    expect((await list()).items).toHaveLength(20);
    const first = await list('?limit=50');
    expect(first.items).toHaveLength(50);
    expect(first.items[0]).toEqual({
      id: expect.any(String) as string,
      to: 'per@samspel.test',
      subject: 'Överlämning 51',
      text: 'Öppna Samspel.\n',
      messageId: '<alert.51@localhost>',
      sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
    });
    const second = await list(`?cursor=${first.nextCursor}`);
    expect([second.items.map(({ subject }) => subject), second.nextCursor]).toEqual([['Överlämning 1'], undefined]);
    expect((await visitor.get('demo/mails?cursor=x')).status).toBe(400);
    const [row] = await behindTheLocks<{ headers: unknown }>(running.database, 'select headers from demo_mail limit 1');
    expect(row!.headers).toEqual({ 'Auto-Submitted': 'auto-generated' });
  });

  it('bears the time of the demo’s clock', async () => {
    await running.clock.moveTo(new Date(Date.now() + 100 * HOUR_MS));
    try {
      await send(99);
      const { items } = await list();
      expect(Math.abs(Date.parse(items[0]!.sentAt) - running.clock.now().getTime())).toBeLessThan(60_000);
    } finally {
      await running.clock.reset();
    }
  });

  it('that waits for the morning leaves when the clock has leapt past it, and not before', async () => {
    const notBefore = new Date(running.clock.now().getTime() + 10 * HOUR_MS);
    await running.app.get(Database).transaction(null, (tx) => running.app.get(Outbox).add(tx, { kind: 'alert' }, { notBefore }));
    expect(await release(pool)).toBe(0);
    await running.clock.moveTo(new Date(Date.now() + 11 * HOUR_MS));
    try {
      expect(await release(pool)).toBe(1);
      const due = await behindTheLocks(running.database, `select 1 from pgboss.job where name = 'mail' and start_after <= clock_timestamp()`);
      expect(due).toHaveLength(1);
    } finally {
      await running.clock.reset();
    }
  });
});
