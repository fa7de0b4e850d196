import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import { createDemoIdentityProvider } from '@samspel/dev-idp/identity-provider.ts';
import { demoSettings } from '../../src/demo/demo-settings.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { Client, type Json } from '../support/sign-in.ts';
import { makeTown } from '../support/town.ts';

jest.setTimeout(60_000);

let running: RunningApp;
const sql = (text: string, values: unknown[] = []): Promise<Json[]> => behindTheLocks(running.database, text, values);
beforeAll(async () => {
  running = await startApp();
  await makeTown(running);
});

afterAll(() => running.close());

describe('an answer that does not belong here is 400 and no session (refusal 3)', () => {
  /** Everything up to the callback, which is not called. */
  async function callbackFor(client: Client): Promise<URL> {
    let response = await client.fetch('GET', new URL('/auth/login?audience=staff&login_hint=karin.fk', running.url));
    for (;;) {
      const next = new URL(response.headers.get('location')!, running.url);
      if (next.pathname === '/auth/callback') return next;
      response = await client.fetch('GET', next);
    }
  }

  async function refused(client: Client, url: URL): Promise<void> {
    const before = await sql('select count(*)::int as n from session');
    const response = await client.fetch('GET', url);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: 'urn:samspel:sign_in.failed', status: 400 });
    expect(client.cookies.has('sid')).toBe(false);
    expect(await sql('select count(*)::int as n from session')).toEqual(before);
  }

  const changed = (url: URL, name: string, value: string | null): URL => {
    const other = new URL(url);
    if (value === null) other.searchParams.delete(name);
    else other.searchParams.set(name, value);
    return other;
  };

  it.each([
    ['state', 'x'.repeat(43)],
    ['state', null],
    ['iss', 'https://idp.evil.example'],
    ['iss', null],
    ['code', 'x'.repeat(43)],
    ['code', null],
  ])('wrong %s (%s)', async (name, value) => {
    const client = new Client(running.url);
    await refused(client, changed(await callbackFor(client), name, value));
  });

  it('wrong nonce', async () => {
    const client = new Client(running.url);
    const callback = await callbackFor(client);
    await sql(`update sign_in set nonce = 'another'`);
    await refused(client, callback);
  });

  it('wrong verifier', async () => {
    const client = new Client(running.url);
    const callback = await callbackFor(client);
    await sql(`update sign_in set code_verifier = repeat('v', 43)`);
    await refused(client, callback);
  });

  it('another browser’s, without using it up', async () => {
    const victim = new Client(running.url);
    const callback = await callbackFor(victim);
    await refused(new Client(running.url), callback);
    expect((await victim.fetch('GET', callback)).status).toBe(302);
  });

  it('one that was used before, and one that took more than ten minutes', async () => {
    const client = new Client(running.url);
    const callback = await callbackFor(client);
    const cookie = client.cookies.get('login')!;
    expect((await client.fetch('GET', callback)).status).toBe(302);
    const again = new Client(running.url);
    again.cookies.set('login', cookie);
    await refused(again, callback);
    const slow = new Client(running.url);
    const late = await callbackFor(slow);
    await sql(`update sign_in set created_at = clock_timestamp() - interval '11 minutes'`);
    await refused(slow, late);
  });

  it('a refusal of the provider’s, in words for a person', async () => {
    const client = new Client(running.url);
    const callback = changed(await callbackFor(client), 'code', null);
    callback.searchParams.set('error', 'access_denied');
    const response = await client.fetch('GET', callback, undefined, { accept: 'text/html' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Inloggningen gick inte att slutföra');
  });
});

describe('below level 3 (refusal 4)', () => {
  it('level of assurance 2 is no sign-in', async () => {
    const provider = await lowProvider();
    const second = await startApp({ settings: { OIDC_STAFF_ISSUER: provider.issuer } });
    try {
      provider.serve(second.url);
      await makeTown(second);
      const client = new Client(second.url);
      const { status, body } = await client.follow('/auth/login?audience=staff&login_hint=loa2.test');
      expect(status).toBe(401);
      expect(JSON.parse(body)).toMatchObject({ type: 'urn:samspel:auth.step_up_required' });
      expect(client.cookies.has('sid')).toBe(false);
      expect(await behindTheLocks(second.database, 'select 1 from session')).toHaveLength(0);
    } finally {
      await second.close();
      await provider.close();
    }
  });
});

/** Another identity provider, in which Karin signs in with the lower level. */
async function lowProvider() {
  let answer: RequestListener | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { OIDC_STAFF_CLIENT_ID: id = '', OIDC_STAFF_CLIENT_SECRET: secret = '' } = demoSettings(issuer);
  const karin = DEMO_ACCOUNTS.find(({ hint }) => hint === 'karin.fk')!;
  return {
    issuer,
    serve: (app: string): void => {
      answer = createDemoIdentityProvider({
        issuer,
        clients: [{ id, secret, audience: 'staff', redirectUris: [`${app}/auth/callback`] }],
        accounts: [{ ...karin, hint: 'loa2.test', assurance: 2 }],
      });
    },
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
