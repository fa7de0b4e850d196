import { type RunningApp, startApp } from '../../test/support/app.ts';
import { behindTheLocks } from '../../test/support/database.ts';
import { type Client, signIn } from '../../test/support/sign-in.ts';
import { makeTown } from '../../test/support/town.ts';
import type { MailFailureList } from './mail-failure.dto.ts';

const UNKNOWN = '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42';

/** As pg-boss leaves it: a job of the dead letters' own queue that remembers where it came from. */
const DEAD = `
  insert into pgboss.job_common (name, data, created_on, source_name, source_retry_count, source_output)
  select 'mail-dead', jsonb_build_object('kind', 'alert', 'alertId', 'a' || i, 'recipientId', 'r'), timestamptz '2026-11-23 08:00Z' + make_interval(mins => i),
         'mail', i, case when i < 3 then jsonb_build_object('reason', 'REFUSED') else '{"value": {"message": "per@samspel.test timed out"}}' end
  from generate_series(1, 3) i`;

describe('mails that were given up', () => {
  let running: RunningApp, admin: Client;
  beforeAll(async () => {
    running = await startApp();
    await makeTown(running);
    admin = await signIn(running.url, 'admin.drift');
  }, 60_000);
  afterAll(() => running?.close());
  beforeEach(async () => {
    await behindTheLocks(running.database, 'delete from pgboss.job');
    await behindTheLocks(running.database, DEAD);
  });

  const list = async (query = ''): Promise<MailFailureList> => (await admin.get<MailFailureList>(`mail-failures${query}`)).body;

  it('are listed newest first, with a code and without addresses', async () => {
    const { items, nextCursor } = await list();
    expect(items.map(({ id: _, ...rest }) => rest)).toEqual([
      { kind: 'alert', failedAt: '2026-11-23T08:03:00.000Z', attempts: 4, reason: 'TIMED_OUT' },
      { kind: 'alert', failedAt: '2026-11-23T08:02:00.000Z', attempts: 3, reason: 'REFUSED' },
      { kind: 'alert', failedAt: '2026-11-23T08:01:00.000Z', attempts: 2, reason: 'REFUSED' },
    ]);
    expect(nextCursor).toBeUndefined();
    expect(JSON.stringify(items)).not.toContain('@');
  });

  it('come in pages', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([2, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(3);
  });

  it('go back into the queue once, with all attempts before them, and the audit log knows', async () => {
    const [failure] = (await list()).items;
    const answers = await Promise.all([1, 2, 3].map(() => admin.put(`mail-failures/${failure!.id}/retry`, {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404, 404]);
    expect((await list()).items.map(({ id }) => id)).not.toContain(failure!.id);
    const jobs = await behindTheLocks(
      running.database,
      `select data, state::text, retry_count as retries, dead_letter from pgboss.job where name = 'mail'`,
    );
    expect(jobs).toEqual([{ data: { kind: 'alert', alertId: 'a3', recipientId: 'r' }, state: 'created', retries: 0, dead_letter: 'mail-dead' }]);
    const logged = await behindTheLocks(running.database, `select action from audit_event where subject_id = $1`, [failure!.id]);
    expect(logged).toEqual([{ action: 'mail.retried' }]);
  });

  it('are not a way to take out what still waits', async () => {
    await behindTheLocks(running.database, `insert into pgboss.job_common (id, name, data) values ($1, 'mail', '{"kind": "alert"}')`, [UNKNOWN]);
    expect((await admin.put(`mail-failures/${UNKNOWN}/retry`, {})).status).toBe(404);
    expect(await behindTheLocks(running.database, `select 1 from pgboss.job where name = 'mail'`)).toHaveLength(1);
  });

  it.each(['karin.fk', 'maria.chef.fk', 'forbund.ledare'])('are no business of %s', async (hint) => {
    const [failure] = (await list()).items;
    const client = await signIn(running.url, hint);
    expect((await client.get('mail-failures')).status).toBe(403);
    expect((await client.put(`mail-failures/${failure!.id}/retry`, {})).status).toBe(403);
  });
});
