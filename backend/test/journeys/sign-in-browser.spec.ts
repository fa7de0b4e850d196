import { jest } from '@jest/globals';
import { startApp, type RunningApp } from '../support/app.ts';
import { signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town } from '../support/town.ts';

jest.setTimeout(60_000);

let running: RunningApp;
let town: Town;

beforeAll(async () => {
  running = await startApp();
  town = await makeTown(running);
});

afterAll(() => running.close());

describe('requests from elsewhere (refusal 5)', () => {
  it.each([
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['no header of ours', { 'x-requested-with': '' }],
    ['another program’s header', { 'x-requested-with': 'XMLHttpRequest' }],
  ])('%s changes nothing', async (_, headers) => {
    const client = await signIn(running.url, 'sofia.kommun');
    const { status, body } = await client.put('session/activity', {}, { headers });
    expect([status, body.type]).toEqual([403, 'urn:samspel:csrf.rejected']);
    expect((await client.post('/auth/logout', {}, { headers })).status).toBe(403);
    expect((await client.get('session')).status).toBe(200);
  });

  it('our own pages, and programs without a browser, may', async () => {
    const client = await signIn(running.url, 'sofia.kommun');
    for (const headers of [{ 'sec-fetch-site': 'same-origin' }, { origin: running.url }, {}] as Record<string, string>[])
      expect((await client.put('session/activity', {}, { headers })).status).toBe(200);
  });

  it('anything but JSON is 415, before it is read as something else', async () => {
    const client = await signIn(running.url, 'sofia.kommun');
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect((await client.put('session/activity', '{}', { headers: { 'content-type': type } })).status).toBe(415);
    expect((await client.put('session/activity', '{}', { headers: { 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' } })).status).toBe(
      403,
    );
  });
});

describe('bodies (refusals 10, 22)', () => {
  const put = async (body: string, headers: Record<string, string> = {}): Promise<[number, string]> => {
    const answer = await (await signIn(running.url, 'sofia.kommun')).put('session/assignment', body, { headers });
    return [answer.status, answer.body.type];
  };

  it('too large, too deep, broken, compressed or with names nobody knows', async () => {
    expect(await put(JSON.stringify({ assignmentId: 'x'.repeat(262_144) }))).toEqual([413, 'urn:samspel:request.too_large']);
    expect(await put('['.repeat(100_000) + ']'.repeat(100_000))).toEqual([400, 'urn:samspel:request.malformed']);
    expect(await put(`{"a":${'['.repeat(20)}${']'.repeat(20)}}`)).toEqual([400, 'urn:samspel:request.malformed']);
    expect(await put('{"assignmentId":')).toEqual([400, 'urn:samspel:request.malformed']);
    expect(await put('"text"')).toEqual([400, 'urn:samspel:request.malformed']);
    expect(await put('{}', { 'content-encoding': 'gzip' })).toEqual([415, 'urn:samspel:request.media_type']);
    expect(await put('{"assignmentId":"01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42","role":"ADMINISTRATOR"}')).toEqual([
      400,
      'urn:samspel:request.malformed',
    ]);
    expect(await put('{"__proto__":{"role":"ADMINISTRATOR"}}')).toEqual([400, 'urn:samspel:request.malformed']);
  });
});

describe('roles (refusal 9)', () => {
  it('a caseworker on an administrator’s route, and an administrator on a case, are 403 whatever the id', async () => {
    const karin = await signIn(running.url, 'karin.fk');
    const { status, body } = await karin.get('staff');
    expect([status, body.type, body.because]).toEqual([403, 'urn:samspel:policy.forbidden', 'wrong_role']);
    const { caseId } = await makeCase(running, town);
    for (const hint of ['admin.drift', 'forbund.ledare']) {
      const client = await signIn(running.url, hint);
      for (const id of [caseId, '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42']) {
        const answer = await client.get(`cases/${id}`);
        expect([answer.status, answer.body.because]).toEqual([403, 'wrong_role']);
      }
    }
    expect((await (await signIn(running.url, 'maria.chef.fk')).get(`cases/${caseId}`)).status).toBe(404);
  });
});
