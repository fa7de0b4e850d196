import { eventually } from '../../../test/support/eventually.ts';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { type MailServer, startMailServer } from '../../../test/support/mail-server.ts';
import { withClient } from '../database/provision.ts';
import { type MailJob, Outbox } from '../outbox/outbox.ts';
import { MailSender } from './mail-sender.ts';
import { type MailComposers, MailWorker } from './mail-worker.ts';
import { messageId } from './message-id.ts';

const composers: MailComposers = {
  greeting: (_, job) =>
    Promise.resolve({
      to: `${job['recipientId']}@samspel.test`,
      subject: 'En överlämning väntar',
      text: 'Öppna Samspel.\n',
      messageId: messageId('https://samspel.test/x', 'greeting', job['alertId']!, job['recipientId']!),
    }),
  nobody: () => Promise.resolve(null),
  broken: () => Promise.reject(new Error('cannot write')),
};

describe('the mail worker', () => {
  let database: TestDatabase, server: MailServer, worker: MailWorker | undefined;
  let said: string[];

  beforeEach(async () => {
    database = await freshDatabase();
    // As patient as the real queue, in less time.
    await behindTheLocks(database, `update pgboss.queue set retry_limit = 3, retry_delay = 0, retry_backoff = false where name = 'mail'`);
    server = await startMailServer();
    said = [];
  });
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await server.stop();
    await database.drop();
  });

  const start = async (): Promise<void> => {
    worker = new MailWorker({
      databaseUrl: database.urls.worker,
      sender: new MailSender(server.url, 'Samspel <samspel@samspel.test>'),
      composers,
      say: (line) => said.push(line),
      pollingIntervalSeconds: 0.5,
      superviseIntervalSeconds: 1,
    });
    await worker.start();
  };
  const enqueue = (...jobs: MailJob[]): Promise<void> =>
    withClient(database.urls.app, (client) =>
      new Outbox().addMany(
        client,
        jobs.map((job) => ({ job })),
      ),
    );
  const inState = (name: string, state: string) => async (): Promise<{ output: { reason?: string } | null; retries: number }[] | false> => {
    const rows = await behindTheLocks<{ output: { reason?: string } | null; retries: number }>(
      database,
      `select coalesce(source_output, output) as output, coalesce(source_retry_count, retry_count) as retries from pgboss.job where name = $1 and state::text = $2`,
      [name, state],
    );
    return rows.length > 0 && rows;
  };

  it('delivers what an act left, plainly and to one person', async () => {
    await start();
    await enqueue({ kind: 'greeting', alertId: 'a1', recipientId: 'per' });
    const [mail] = await eventually(() => server.received.length > 0 && server.received);
    expect(mail!.to).toEqual(['per@samspel.test']);
    expect(mail!.headers.get('message-id')).toEqual(['<greeting.a1.per@samspel.test>']);
    expect(mail!.headers.get('auto-submitted')).toEqual(['auto-generated']);
    expect(mail!.headers.get('from')).toEqual(['Samspel <samspel@samspel.test>']);
    expect(mail!.headers.get('content-type')).toEqual([expect.stringMatching(/^text\/plain/)]);
    await eventually(inState('mail', 'completed'));
    expect(said).toEqual([]);
  });

  it('tries again when the server says later, under the same Message-ID', async () => {
    server.answer = (attempt) => (attempt <= 2 ? 451 : 250);
    await start();
    await enqueue({ kind: 'greeting', alertId: 'a2', recipientId: 'per' });
    const [job] = await eventually(inState('mail', 'completed'));
    expect([job!.retries, server.attempts, server.received.length]).toEqual([2, 3, 1]);
    // The same job once more, as after a crash between the server's yes and ours.
    await enqueue({ kind: 'greeting', alertId: 'a2', recipientId: 'per' });
    await eventually(() => server.received.length === 2);
    expect(new Set(server.received.flatMap(({ headers }) => headers.get('message-id')))).toEqual(new Set(['<greeting.a2.per@samspel.test>']));
  });

  it('gives up in the end, and says so without an address', async () => {
    server.answer = () => 451;
    await start();
    await enqueue({ kind: 'greeting', alertId: 'a3', recipientId: 'per' });
    expect(await eventually(inState('mail-dead', 'created'))).toEqual([{ output: { reason: 'SERVER_BUSY' }, retries: 3 }]);
    expect(server.attempts).toBe(4);
    expect(said.at(-1)).toMatch(/^mail: greeting [0-9a-f-]{36} given up after attempt 4: SERVER_BUSY$/);
    const kept = await behindTheLocks<{ all: string }>(database, `select json_agg(j)::text as all from pgboss.job j`);
    expect(said.join() + kept[0]!.all).not.toMatch(/@|samspel\.test/);
  });

  it('gives up at once what will not go better', async () => {
    server.answer = () => 550;
    await start();
    await enqueue({ kind: 'greeting', alertId: 'a4', recipientId: 'per' }, { kind: 'unheard' }, { kind: 'toString' });
    const dead = await eventually(async () => {
      const rows = await inState('mail-dead', 'created')();
      return rows && rows.length === 3 && rows;
    });
    expect(dead.map(({ output }) => output!.reason).toSorted()).toEqual(['REFUSED', 'UNWRITABLE', 'UNWRITABLE']);
    expect([server.attempts, dead.every(({ retries }) => retries === 0)]).toEqual([1, true]);
  });

  it('leaves out whom there is nobody to write to, and reports what cannot be written', async () => {
    await start();
    await enqueue({ kind: 'nobody' }, { kind: 'broken' });
    await eventually(inState('mail', 'completed'));
    expect(await eventually(inState('mail-dead', 'created'))).toEqual([{ output: { reason: 'UNWRITABLE' }, retries: 3 }]);
    expect(said).toContain('mail: broken could not be written: cannot write');
    expect(server.attempts).toBe(0);
  });

  it('goes on when the database was away', async () => {
    await start();
    await enqueue({ kind: 'greeting', alertId: 'a5', recipientId: 'per' });
    await eventually(() => server.received.length === 1);
    // The superuser still gets in; to the worker the server is gone.
    await behindTheLocks(database, `alter database ${database.name} connection limit 0`);
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`;
    await behindTheLocks(database, cut, [database.name]);
    const before = said.length;
    await eventually(() => said.length > before + 1);
    await behindTheLocks(database, `alter database ${database.name} connection limit -1`);
    await enqueue({ kind: 'greeting', alertId: 'a6', recipientId: 'per' });
    await eventually(() => server.received.length === 2);
  });

  it('takes up what a process that died had in its hands', async () => {
    await enqueue({ kind: 'greeting', alertId: 'a6', recipientId: 'per' });
    await behindTheLocks(
      database,
      `update pgboss.job set state = 'active', started_on = clock_timestamp() - interval '3 minutes' where name = 'mail'`,
    );
    await start();
    await eventually(() => server.received.length === 1);
    expect((await eventually(inState('mail', 'completed')))[0]!.retries).toBe(1);
    // Looking after the queue took no right that the role has not.
    expect(said).toEqual([]);
  });

  it('finishes what it sends before it stops, and leaves nothing open', async () => {
    await start();
    await enqueue({ kind: 'greeting', alertId: 'a7', recipientId: 'per' });
    await eventually(() => server.attempts > 0);
    await worker!.stop();
    worker = undefined;
    expect(await inState('mail', 'active')()).toBe(false);
    const [{ count } = { count: -1 }] = await behindTheLocks<{ count: number }>(
      database,
      `select count(*)::int as count from pg_stat_activity where datname = $1 and usename = 'samspel_worker'`,
      [database.name],
    );
    expect(count).toBe(0);
  });
});

describe('the mail sender', () => {
  let server: MailServer, sender: MailSender;
  beforeAll(async () => {
    server = await startMailServer();
    sender = new MailSender(server.url, 'samspel@samspel.test');
  });
  afterAll(async () => {
    sender.close();
    await server.stop();
  });
  const mail = { to: 'per@samspel.test', subject: 'Hej', text: 'Hej.', messageId: '<a.b@samspel.test>' };

  it.each([
    ['to', 'per@samspel.test, eva@samspel.test'],
    ['to', 'per@samspel.test\r\nBcc: eva@samspel.test'],
    ['to', 'Per <per@samspel.test>'],
    ['to', ''],
    ['messageId', '<a@b>\r\nBcc: eva@samspel.test'],
    ['messageId', 'a@b'],
  ])('refuses a %s that is more than one: %j', async (field, value) => {
    await expect(sender.send({ ...mail, [field]: value })).rejects.toMatchObject({ reason: 'MALFORMED', final: true });
    expect(server.attempts).toBe(0);
  });

  it('keeps line breaks in a subject from becoming headers', async () => {
    await sender.send({ ...mail, subject: 'Hej\r\nBcc: eva@samspel.test' });
    const [received] = server.received;
    expect([received!.to, received!.headers.has('bcc')]).toEqual([['per@samspel.test'], false]);
    expect(received!.headers.get('subject')).toEqual(['Hej Bcc: eva@samspel.test']);
  });

  it('says that a server cannot be reached, and may be tried again', async () => {
    const gone = await startMailServer();
    await gone.stop();
    const lonely = new MailSender(gone.url, 'samspel@samspel.test');
    await expect(lonely.send(mail)).rejects.toMatchObject({ reason: 'SERVER_UNREACHABLE', final: false });
    lonely.close();
  });
});
