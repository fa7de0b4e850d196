import { jest } from '@jest/globals';
import { startApp, type RunningApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { Client, type Json, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

jest.setTimeout(60_000);

let running: RunningApp;
let town: Town;
const sql = (text: string, values: unknown[] = []): Promise<Json[]> => behindTheLocks(running.database, text, values);
const sessionsOf = (hint: string): Promise<{ id: string; end_reason: string | null; audience: string }[]> =>
  sql('select id, end_reason, audience from session where staff_member_id = $1 order by created_at', [town.staff[hint]!.staffMemberId]);

beforeAll(async () => {
  running = await startApp();
  town = await makeTown(running);
});

afterAll(() => running.close());

describe('signing in', () => {
  it('makes a handläggare known by name, work and where to go', async () => {
    const karin = await signIn(running.url, 'karin.fk');
    const { status, body, headers } = await karin.get('session');
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toMatchObject({
      audience: 'staff',
      name: 'Karin Berg',
      givenName: 'Karin',
      navigation: ['my-day', 'cases'],
      demo: true,
      domainToday: running.clock.today(),
      assignment: {
        id: town.staff['karin.fk']!.assignmentId,
        role: 'CASEWORKER',
        unit: { name: 'Försäkringskassan Sjöstad' },
        organisation: { letters: 'FK', kind: 'FK' },
      },
    });
    expect(body.assignments).toEqual([body.assignment]);
    const idle = Date.parse(body.idleExpiresAt) - Date.now();
    expect(idle).toBeGreaterThan(28 * 60_000);
    expect(idle).toBeLessThanOrEqual(30 * 60_000);
    expect(Date.parse(body.absoluteExpiresAt) - Date.now()).toBeLessThanOrEqual(9 * 3_600_000);
  });

  it('keeps only a hash of the cookie, which scripts cannot read and other sites cannot send', async () => {
    const client = new Client(running.url);
    const start = await client.fetch('GET', new URL('/auth/login?audience=staff&login_hint=karin.fk', running.url));
    expect(start.headers.get('set-cookie')).toMatch(/^login=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    await client.follow(start.headers.get('location')!);
    const token = client.cookies.get('sid')!;
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(client.cookies.has('login')).toBe(false);
    expect(await sql(`select 1 from session where token_hash = sha256($1::bytea)`, [Buffer.from(token)])).toHaveLength(1);
    expect(await sql(`select 1 from sign_in`)).toHaveLength(0);
  });

  it('finds staff by HSA-id, whatever its case, or by affiliation', async () => {
    await sql(`update staff_member set hsa_id = replace(hsa_id, 'LFORSMAN', 'lforsman') where id = $1`, [town.staff['lena.region']!.staffMemberId]);
    expect((await (await signIn(running.url, 'lena.region')).get('session')).body.name).toBe('Lena Forsman');
    expect((await (await signIn(running.url, 'ahmed.af')).get('session')).body.name).toBe('Ahmed Haddad');
  });

  it('tells intake, administrators and the federation where they may go', async () => {
    const navigation = async (hint: string): Promise<string[]> => (await (await signIn(running.url, hint)).get('session')).body.navigation;
    expect(await navigation('sara.af')).toEqual(['my-day', 'cases', 'invitations']);
    expect(await navigation('admin.drift')).toEqual(['operations']);
    expect(await navigation('forbund.ledare')).toEqual(['overview']);
  });

  it('gives two people for two hints in one browser, and ends the first session', async () => {
    const browser = await signIn(running.url, 'johan.region');
    const first = browser.cookies.get('sid')!;
    await signIn(running.url, 'sofia.kommun', 'staff', browser);
    expect((await browser.get('session')).body.name).toBe('Sofia Åkesson');
    browser.cookies.set('sid', first);
    expect((await browser.get('session')).status).toBe(401);
    expect((await sessionsOf('johan.region')).at(-1)).toMatchObject({ end_reason: 'ROTATED' });
  });

  it('keeps a staff and a citizen session side by side, and never one for the other', async () => {
    const { personId } = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: [], consents: false });
    const browser = await signIn(running.url, 'olle', 'citizen');
    expect((await browser.get('session')).body).toMatchObject({
      audience: 'citizen',
      name: 'Olle Nyström',
      givenName: 'Olle',
      assignment: null,
      assignments: [],
      navigation: ['my-plan'],
    });
    expect((await browser.get('sessions?audience=staff')).status).toBe(401);
    expect((await browser.put('session/assignment', { assignmentId: town.staff['karin.fk']!.assignmentId })).status).toBe(401);
    await signIn(running.url, 'karin.fk', 'staff', browser);
    expect((await browser.get('session')).body.name).toBe('Karin Berg');
    expect((await browser.get('session?audience=citizen')).body.name).toBe('Olle Nyström');
    expect(await sql('select 1 from session where person_id = $1 and ended_at is null', [personId])).toHaveLength(1);
    await browser.post('/auth/logout', { audience: 'staff' });
    expect((await browser.get('session')).body.name).toBe('Olle Nyström');
  });

  it('lets a citizen in who has no case yet', async () => {
    const bengt = await signIn(running.url, 'bengt', 'citizen');
    expect((await bengt.get('session')).body).toMatchObject({ name: 'Bengt Lind', navigation: ['my-plan'] });
    expect((await bengt.get('sessions')).body.items).toHaveLength(1);
  });

  it('honours a hint only from ourselves and goes on only to paths of this site', async () => {
    const elsewhere = await new Client(running.url).follow('/auth/login?audience=staff&login_hint=karin.fk', {
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(elsewhere.body).toContain('Logga in som medarbetare');
    for (const target of ['https://evil.example/', '//evil.example', '/\\evil.example', '/.//evil.example']) {
      const browser = new Client(running.url);
      const start = await browser.fetch(
        'GET',
        new URL(`/auth/login?audience=staff&login_hint=karin.fk&returnTo=${encodeURIComponent(target)}`, running.url),
      );
      let location = start.headers.get('location')!;
      while (!location.includes('/auth/callback'))
        location = new URL((await browser.fetch('GET', new URL(location))).headers.get('location')!, running.url).toString();
      expect((await browser.fetch('GET', new URL(location))).headers.get('location')).toBe('/');
    }
    expect((await new Client(running.url).get('/auth/login?audience=boss')).status).toBe(422);
  });

  it('is written in the log, refusals too', async () => {
    await signIn(running.url, 'per.chef.af');
    const [row] = await sql(`select action, purpose, session_id = subject_id as own from audit_event where staff_member_id = $1`, [
      town.staff['per.chef.af']!.staffMemberId,
    ]);
    expect(row).toEqual({ action: 'session.started', purpose: 'SIGN_IN', own: true });
  });

  it('answers to either name of this machine in the demo', async () => {
    const twin = running.url.replace('127.0.0.1', 'localhost');
    const client = new Client(twin);
    const start = await client.fetch('GET', new URL('/auth/login?audience=staff&login_hint=karin.fk', twin));
    expect(new URL(start.headers.get('location')!).searchParams.get('redirect_uri')).toBe(`${twin}/auth/callback`);
    const done = await client.follow(start.headers.get('location')!);
    expect(new URL(done.url).origin).toBe(twin);
    expect((await client.get('session')).status).toBe(200);
  });
});

describe('the demo accounts', () => {
  it('are listed for whoever visits', async () => {
    const { status, body } = await new Client(running.url).get('demo/accounts');
    expect(status).toBe(200);
    expect(body).toContainEqual({ hint: 'karin.fk', name: 'Karin Berg', audience: 'staff', what: expect.any(String) });
    expect(JSON.stringify(body)).not.toMatch(/\d{8}/);
  });
});
