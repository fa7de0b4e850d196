import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { readEnvironment } from '../../src/platform/config/environment.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown } from '../support/town.ts';

describe('when things break half-way (refusals 18 and 25)', () => {
  let running: RunningApp, karin: Client, caseId: string;
  beforeAll(async () => {
    running = await startApp();
    const town = await makeTown(running);
    ({ caseId } = await makeCase(running, town));
    karin = await signIn(running.url, 'karin.fk');
  });
  afterAll(() => running?.close());

  const write = (text: string, key: string): Promise<Answer> =>
    karin.post(`cases/${caseId}/notes`, { text, kind: 'ORGANISATION' }, { headers: { 'idempotency-key': key } });
  const notes = async (): Promise<number> =>
    Number((await behindTheLocks<{ n: string }>(running.database, 'select count(*) as n from case_note'))[0]!.n);

  it('ten sendings of one act make one note, and all are answered with it', async () => {
    const key = randomUUID();
    const before = await notes();
    const answers = await Promise.all(Array.from({ length: 10 }, () => write('Ringde Eva.', key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await notes()).toBe(before + 1);
  });

  it('one key for two different acts is refused', async () => {
    const key = randomUUID();
    await write('Ringde Eva.', key);
    expect(await write('Ringde Bengt.', key)).toMatchObject({ status: 422, body: { type: 'urn:samspel:idempotency.reused' } });
  });

  it('a missing or shapeless key is 400', async () => {
    expect((await karin.post(`cases/${caseId}/notes`, { text: 'x', kind: 'ORGANISATION' }, { headers: { 'idempotency-key': 'seven' } })).status).toBe(
      400,
    );
  });

  it('a reply lost after the commit is given again for the same key', async () => {
    const key = randomUUID();
    const before = await notes();
    // The request is cut off by the client once the act is under way; whether its answer was lost cannot be told from outside, which is the point.
    const cut = new AbortController();
    const sent = fetch(new URL(`/api/v1/cases/${caseId}/notes`, running.url), {
      method: 'POST',
      signal: cut.signal,
      headers: {
        cookie: [...karin.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'content-type': 'application/json',
        'x-requested-with': 'samspel',
        'idempotency-key': key,
      },
      body: JSON.stringify({ text: 'Ringde Eva.', kind: 'ORGANISATION' }),
    });
    while ((await notes()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
    cut.abort();
    await sent.catch(() => undefined);
    const again = await write('Ringde Eva.', key);
    expect(again.status).toBe(201);
    expect(await notes()).toBe(before + 1);
  });

  it('whoever has left the team is not answered for an old key', async () => {
    const ahmed = await signIn(running.url, 'ahmed.af');
    const key = { headers: { 'idempotency-key': randomUUID() } };
    const body = { text: 'Ringde Eva.', kind: 'ORGANISATION' };
    expect((await ahmed.post(`cases/${caseId}/notes`, body, key)).status).toBe(201);
    const { body: view } = await ahmed.get<{ participants: { id: string; isYou: boolean }[] }>(`cases/${caseId}`);
    const mine = view.participants.find(({ isYou }) => isYou);
    expect((await ahmed.put(`participants/${mine?.id}/departure`)).status).toBeLessThan(300);
    expect((await ahmed.post(`cases/${caseId}/notes`, body, key)).status).toBe(404);
  });

  it('without its log nothing is read (503), and with it again it is', async () => {
    await behindTheLocks(running.database, 'revoke insert on audit_event from samspel_audit');
    const refused = await karin.get(`cases/${caseId}`);
    expect(refused).toMatchObject({ status: 503, body: { type: 'urn:samspel:service.unavailable' } });
    expect(refused.headers.get('retry-after')).toBe('5');
    await behindTheLocks(running.database, 'grant insert on audit_event to samspel_audit');
    expect((await karin.get(`cases/${caseId}`)).status).toBe(200);
  });

  it('whatever is read of a person waits for the log: no list, no page and none of the person’s own pages comes without', async () => {
    const [fatima, eva] = [await signIn(running.url, 'fatima.kommun'), await signIn(running.url, 'eva', 'citizen')];
    const reads = ['', '/timeline', '/notes', '/consents', '/care-team/participants', '/access-log', '/journal-text'].map(
      (part) => `cases/${caseId}${part}`,
    );
    const everywhere: [Client, string][] = [
      ...[...reads, 'cases', 'my-day'].map((path): [Client, string] => [karin, path]),
      ...['invitations', 'frozen-copies', 'my-day'].map((path): [Client, string] => [fatima, path]),
      ...['me/plan', 'me/consents', 'me/access-log'].map((path): [Client, string] => [eva, path]),
    ];
    const statuses = async (): Promise<string[]> =>
      Promise.all([
        ...everywhere.map(async ([client, path]) => `${path} ${(await client.get(path)).status}`),
        karin.post(`cases/${caseId}/identifier-displays`).then(({ status }) => `identifier-displays ${status}`),
      ]);
    await behindTheLocks(running.database, 'revoke insert on audit_event from samspel_audit');
    const without = await statuses();
    await behindTheLocks(running.database, 'grant insert on audit_event to samspel_audit');
    expect(without.filter((each) => !each.endsWith(' 503'))).toEqual([]);
    expect((await statuses()).filter((each) => !/ 20[01]$/.test(each))).toEqual([]);
  });
});

describe('the database is down', () => {
  it('is answered 503 with when to come back, and not as ready', async () => {
    const running = await startApp();
    try {
      await makeTown(running);
      const karin = await signIn(running.url, 'karin.fk');
      // The superuser still gets in, the app does not: to it, the server is gone.
      await behindTheLocks(running.database, `alter database ${running.database.name} connection limit 0`);
      try {
        await behindTheLocks(
          running.database,
          `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`,
          [running.database.name],
        );
        const { status, headers } = await karin.get('cases');
        expect([status, headers.get('retry-after')]).toEqual([503, '5']);
        expect((await karin.get('/health/ready')).status).toBe(503);
        expect((await karin.get('/health/live')).status).toBe(200);
      } finally {
        await behindTheLocks(running.database, `alter database ${running.database.name} connection limit -1`);
      }
      expect((await karin.get('cases')).status).toBe(200);
    } finally {
      await running.close();
    }
  });
});

describe('settings', () => {
  const production = {
    DEPLOYMENT_KIND: 'production',
    PUBLIC_URL: 'https://samspel.example',
    DATABASE_URL: 'postgres://samspel_app@db/samspel',
    DATABASE_WORKER_URL: 'postgres://samspel_worker@db/samspel',
    DATABASE_AUDIT_URL: 'postgres://samspel_audit@db/samspel',
    IDENTIFIER_KEY: Buffer.alloc(32, 1).toString('base64'),
    IDENTIFIER_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
    OIDC_STAFF_ISSUER: 'https://idp.example',
    OIDC_STAFF_CLIENT_ID: 'a',
    OIDC_STAFF_CLIENT_SECRET: 'sixteen-letters-at-least',
    OIDC_CITIZEN_ISSUER: 'https://idp.example',
    OIDC_CITIZEN_CLIENT_ID: 'b',
    OIDC_CITIZEN_CLIENT_SECRET: 'sixteen-letters-at-least',
    SMTP_URL: 'smtps://samspel:secret@mail.example',
    MAIL_FROM: 'Samspel <samspel@samspel.example>',
  };

  it('that are whole are accepted', () => expect(readEnvironment(production).PORT).toBe(3000));

  it.each([
    ['PUBLIC_URL', 'http://samspel.example'],
    ['OIDC_STAFF_ISSUER', 'http://idp.example'],
    ['IDENTIFIER_KEY', 'short'],
    ['IDENTIFIER_INDEX_KEY', production.IDENTIFIER_KEY],
    ['DATABASE_URL', ''],
    ['PORT', 'eighty'],
    ['SMTP_URL', ''],
    ['SMTP_URL', 'https://mail.example'],
    ['MAIL_FROM', 'nobody'],
  ])('name %s when it is wrong, and never its value', (key, value) => {
    const read = (): unknown => readEnvironment({ ...production, [key]: value });
    expect(read).toThrow(new RegExp(key));
    if (value.length > 5) expect(read).not.toThrow(new RegExp(value));
  });

  it('of a demo in a production process end it with 78', async () => {
    const entry = join(import.meta.dirname, '..', '..', process.env['SAMSPEL_BUILD'] ?? 'dist', 'main.js');
    const child = spawn(process.execPath, [entry], {
      env: { ...production, PUBLIC_URL: 'http://localhost:1', PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect({ code, said }).toEqual({ code: 78, said: expect.stringContaining('PUBLIC_URL') as string });
  }, 20_000);
});
