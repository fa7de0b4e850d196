import { jest } from '@jest/globals';
import { startApp, type RunningApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { Client, type Json, signIn } from '../support/sign-in.ts';
import { makeTown, type Town } from '../support/town.ts';

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

describe('who is not let in (refusals 1 and 2)', () => {
  it('1: no, an invented or an expired session is 401', async () => {
    const nobody = new Client(running.url);
    const { status, body, headers } = await nobody.get('session');
    expect(status).toBe(401);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:samspel:auth.required', status: 401 });
    nobody.cookies.set('sid', 'A'.repeat(43));
    expect((await nobody.get('session')).status).toBe(401);
    nobody.cookies.set('sid', `' or true --`);
    expect((await nobody.get('session')).status).toBe(401);
  });

  it.each([
    ['IDLE', 'staff', `last_seen_at = clock_timestamp() - interval '31 minutes'`, `last_seen_at = clock_timestamp() - interval '29 minutes'`],
    ['IDLE', 'citizen', `last_seen_at = clock_timestamp() - interval '16 minutes'`, `last_seen_at = clock_timestamp() - interval '14 minutes'`],
    ['EXPIRED', 'staff', `created_at = clock_timestamp() - interval '541 minutes'`, `created_at = clock_timestamp() - interval '539 minutes'`],
  ] as const)('1: ends as %s (%s), and does not wake again', async (reason, audience, tooLong, inTime) => {
    const client = await signIn(running.url, audience === 'staff' ? 'anna.chef.kommun' : 'bengt', audience);
    const { sessionId } = (await client.get('session')).body;
    await sql(`update session set ${inTime} where id = $1`, [sessionId]);
    expect((await client.get('session')).status).toBe(200);
    await sql(`update session set ${tooLong} where id = $1`, [sessionId]);
    expect((await client.get('session')).status).toBe(401);
    await sql(`update session set ${inTime} where id = $1`, [sessionId]);
    expect((await client.get('session')).status).toBe(401);
    expect(await sql('select end_reason from session where id = $1', [sessionId])).toEqual([{ end_reason: reason }]);
  });

  it('2: a session id fixed before sign-in never becomes one', async () => {
    const victim = new Client(running.url);
    victim.cookies.set('sid', 'B'.repeat(43));
    await signIn(running.url, 'karin.fk', 'staff', victim);
    expect(victim.cookies.get('sid')).not.toBe('B'.repeat(43));
    const attacker = new Client(running.url);
    attacker.cookies.set('sid', 'B'.repeat(43));
    expect((await attacker.get('session')).status).toBe(401);
  });

  it('2: a killed session is refused at once, and one kills only one’s own', async () => {
    const here = await signIn(running.url, 'maria.chef.fk');
    const there = await signIn(running.url, 'maria.chef.fk');
    const other = await signIn(running.url, 'ahmed.af');
    const { sessionId } = (await there.get('session')).body;
    const list = (await here.get('sessions')).body.items as { id: string; current: boolean }[];
    expect(list.map(({ id }) => id)).toContain(sessionId);
    expect(list.filter(({ current }) => current)).toHaveLength(1);
    expect((await other.delete(`sessions/${sessionId}`)).status).toBe(404);
    expect((await there.get('session')).status).toBe(200);
    expect((await here.delete(`sessions/${sessionId}`)).status).toBe(204);
    expect((await there.get('session')).status).toBe(401);
    expect((await here.delete(`sessions/${sessionId}`)).status).toBe(404);
    expect((await here.get('session')).status).toBe(200);
  });

  it('2: a disabled user and an ended assignment are out at the next request', async () => {
    const { staffMemberId, assignmentId } = town.staff['nils.kommun']!;
    const nils = await signIn(running.url, 'nils.kommun');
    await sql('update staff_member set disabled_at = clock_timestamp() where id = $1', [staffMemberId]);
    expect((await nils.get('session')).status).toBe(401);
    await sql('update staff_member set disabled_at = null where id = $1', [staffMemberId]);
    expect((await nils.get('session')).status).toBe(401);
    expect((await sessionsOf('nils.kommun')).at(-1)).toMatchObject({ end_reason: 'DISABLED' });

    const again = await signIn(running.url, 'nils.kommun');
    await sql(`update assignment set valid_to = app.domain_today() where id = $1`, [assignmentId]);
    expect((await again.get('session')).status).toBe(200);
    await sql(`update assignment set valid_to = app.domain_today() - 1 where id = $1`, [assignmentId]);
    expect((await again.get('session')).status).toBe(401);
    await sql(`update assignment set valid_to = null where id = $1`, [assignmentId]);
  });

  it('2: somebody without a place here reads so in plain words, and gets no session', async () => {
    await sql('update staff_member set disabled_at = clock_timestamp() where id = $1', [town.staff['fatima.kommun']!.staffMemberId]);
    for (const [hint, words] of [
      ['ingrid.region', 'Ditt konto finns inte i Samspel än'],
      ['fatima.kommun', 'Ditt konto finns inte i Samspel än'],
    ] as const) {
      const client = new Client(running.url);
      const { status, body } = await client.follow(`/auth/login?audience=staff&login_hint=${hint}`, { accept: 'text/html' });
      expect(status).toBe(403);
      expect(body).toContain(words);
      expect(client.cookies.has('sid')).toBe(false);
    }
    await sql('update staff_member set disabled_at = null where id = $1', [town.staff['fatima.kommun']!.staffMemberId]);
    await sql(`update assignment set valid_to = app.domain_today() - 1 where id = $1`, [town.staff['fatima.kommun']!.assignmentId]);
    const { body } = await new Client(running.url).follow('/auth/login?audience=staff&login_hint=fatima.kommun');
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:samspel:sign_in.no_assignment', status: 403 });
    expect(await sql(`select 1 from audit_event where action = 'session.refused'`)).toHaveLength(3);
  });
});

describe('a session', () => {
  it('goes on under another assignment with a new id and the old limits', async () => {
    const { staffMemberId, assignmentId, unitId, organisationId } = town.staff['david.fk']!;
    const [second] = await sql(
      `insert into assignment (staff_member_id, unit_id, organisation_id, title, role, valid_from) values ($1, $2, $3, 'Vikarierande chef', 'SUPERVISOR', '2026-02-01') returning id`,
      [staffMemberId, unitId, organisationId],
    );
    const david = await signIn(running.url, 'david.fk');
    const before = (await david.get('session')).body;
    const wanted = before.assignment.id === assignmentId ? second.id : assignmentId;
    const token = david.cookies.get('sid')!;
    expect((await david.put('session/assignment', { assignmentId: town.staff['karin.fk']!.assignmentId })).status).toBe(404);
    const { status, body } = await david.put('session/assignment', { assignmentId: wanted });
    expect(status).toBe(200);
    expect(body).toMatchObject({ assignment: { id: wanted }, absoluteExpiresAt: before.absoluteExpiresAt });
    expect(body.sessionId).not.toBe(before.sessionId);
    const old = new Client(running.url);
    old.cookies.set('sid', token);
    expect((await old.get('session')).status).toBe(401);
    expect((await (await signIn(running.url, 'david.fk')).get('session')).body.assignment.id).toBe(wanted);
  });

  it('is seen at most once a minute', async () => {
    const client = await signIn(running.url, 'ulla.region');
    const { sessionId } = (await client.get('session')).body;
    const seen = async (): Promise<number> =>
      Number((await sql('select extract(epoch from clock_timestamp() - last_seen_at) as age from session where id = $1', [sessionId]))[0].age);
    await sql(`update session set last_seen_at = clock_timestamp() - interval '50 seconds' where id = $1`, [sessionId]);
    await client.put('session/activity');
    expect(await seen()).toBeGreaterThan(49);
    await sql(`update session set last_seen_at = clock_timestamp() - interval '20 minutes' where id = $1`, [sessionId]);
    // An open page asks this by itself, and nobody needs to be sitting at it.
    await client.get('session');
    expect(await seen()).toBeGreaterThan(1199);
    const { body } = await client.put('session/activity');
    expect(await seen()).toBeLessThan(10);
    expect(Date.parse(body.idleExpiresAt) - Date.now()).toBeGreaterThan(29 * 60_000);
  });

  it('ends with signing out, which may be repeated', async () => {
    const client = await signIn(running.url, 'johan.region');
    const token = client.cookies.get('sid')!;
    expect((await client.post('/auth/logout')).status).toBe(204);
    expect(client.cookies.has('sid')).toBe(false);
    client.cookies.set('sid', token);
    expect((await client.get('session')).status).toBe(401);
    expect((await client.post('/auth/logout')).status).toBe(204);
    expect((await sessionsOf('johan.region')).at(-1)).toMatchObject({ end_reason: 'SIGNED_OUT' });
  });
});
