import { createHash, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type DemoAccount, DEMO_ACCOUNTS } from './accounts.ts';
import { createDemoIdentityProvider } from './identity-provider.ts';

const CALLBACK = 'http://127.0.0.1:9/auth/callback';
const LOW: DemoAccount = {
  hint: 'loa2.test',
  audience: 'staff',
  givenName: 'Låg',
  familyName: 'Nivå',
  orgAffiliation: 'low@2021005521',
  assurance: 2,
  what: 'provkonto',
};

let server: Server;
let issuer: string;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/idp`;
  const client = (audience: DemoAccount['audience']) => ({
    id: audience,
    secret: `${audience}-secret-of-this-test`,
    audience,
    redirectUris: [CALLBACK],
  });
  const answer = createDemoIdentityProvider({ issuer, clients: [client('staff'), client('citizen')], accounts: [...DEMO_ACCOUNTS, LOW] });
  server.on('request', answer);
});

afterAll(() => new Promise((done) => server.close(done)));

/** A browser as far as this matters: cookies by name, whatever their path. */
class Browser {
  readonly cookies = new Map<string, string>();

  async open(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  /** Follows redirects until a page or the way back to the client. */
  async follow(start: string, init: RequestInit = {}): Promise<{ url: string; response?: Response }> {
    let response = await this.open(start, init);
    let url = start;
    while (response.status >= 300 && response.status < 400) {
      url = new URL(response.headers.get('location') ?? '', url).toString();
      if (url.startsWith(CALLBACK)) return { url };
      response = await this.open(url);
    }
    return { url, response };
  }
}

const verifier = randomBytes(32).toString('base64url');

function authorization(audience: DemoAccount['audience'], hint?: string): string {
  const query = new URLSearchParams({
    client_id: audience,
    response_type: 'code',
    redirect_uri: CALLBACK,
    scope: ['openid', ...['naturalPersonInfo', 'naturalPersonNumber', 'naturalPersonOrgId'].map((name) => `https://id.oidc.se/scope/${name}`)].join(
      ' ',
    ),
    state: 'state',
    nonce: 'nonce',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(hint && { login_hint: hint }),
  });
  return `${issuer}/auth?${query.toString()}`;
}

async function tokens(callback: string, audience: DemoAccount['audience']): Promise<{ status: number; claims: Record<string, unknown> }> {
  const code = new URL(callback).searchParams.get('code') ?? '';
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${audience}:${audience}-secret-of-this-test`)}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', code, redirect_uri: CALLBACK, code_verifier: verifier }),
  });
  const { id_token: token = '' } = (await response.json()) as { id_token?: string };
  return {
    status: response.status,
    claims: JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString() || '{}') as Record<string, unknown>,
  };
}

async function signIn(browser: Browser, audience: DemoAccount['audience'], hint: string): Promise<Record<string, unknown>> {
  const { url } = await browser.follow(authorization(audience, hint));
  return (await tokens(url, audience)).claims;
}

describe('the demo identity provider', () => {
  it('signs a named account in without a question and tells who it is in the ID token', async () => {
    const claims = await signIn(new Browser(), 'staff', 'karin.fk');
    expect(claims).toMatchObject({
      iss: issuer,
      given_name: 'Karin',
      family_name: 'Berg',
      name: 'Karin Berg',
      'https://id.oidc.se/claim/orgAffiliation': 'karin.berg@2021005521',
      acr: 'http://id.elegnamnden.se/loa/1.0/loa3',
      nonce: 'nonce',
    });
    expect(claims['auth_time']).toEqual(expect.any(Number));
    expect(claims).not.toHaveProperty('https://id.oidc.se/claim/personalIdentityNumber');
  });

  it('gives HSA-id for health care staff, the number for citizens and the lower level where an account has it', async () => {
    expect(await signIn(new Browser(), 'staff', 'lena.region')).toHaveProperty('employeeHsaId', 'SE2321009116-LFORSMAN01');
    expect(await signIn(new Browser(), 'citizen', 'eva')).toHaveProperty(['https://id.oidc.se/claim/personalIdentityNumber'], '198008262381');
    expect(await signIn(new Browser(), 'staff', 'loa2.test')).toHaveProperty('acr', 'http://id.elegnamnden.se/loa/1.0/loa2');
  });

  it('gives two people for two hints in one browser', async () => {
    const browser = new Browser();
    expect((await signIn(browser, 'staff', 'karin.fk'))['sub']).toBe('karin.fk');
    expect((await signIn(browser, 'staff', 'ahmed.af'))['sub']).toBe('ahmed.af');
    expect((await signIn(browser, 'citizen', 'eva'))['sub']).toBe('eva');
  });

  it('asks with the accounts of the audience when nobody is named, or somebody of the other audience', async () => {
    for (const hint of [undefined, 'eva', 'nobody']) {
      const { response } = await new Browser().follow(authorization('staff', hint));
      const html = (await response?.text()) ?? '';
      expect(response?.status).toBe(200);
      expect(html).toContain('<html lang="sv">');
      expect(html).toContain('Karin Berg');
      expect(html).not.toContain('Eva Lind');
      expect(html).not.toContain('<script');
    }
  });

  it('signs in whom the page was answered with', async () => {
    const browser = new Browser();
    const asked = await browser.follow(authorization('staff'));
    const done = await browser.follow(asked.url, { method: 'POST', body: new URLSearchParams({ account: 'sofia.kommun' }) });
    expect((await tokens(done.url, 'staff')).claims['sub']).toBe('sofia.kommun');
  });

  it('takes a code once, and only with its verifier', async () => {
    const { url } = await new Browser().follow(authorization('staff', 'karin.fk'));
    expect((await tokens(url, 'staff')).status).toBe(200);
    expect((await tokens(url, 'staff')).status).toBe(400);
  });

  it('answers an unknown or finished question with a page, not with an error of its own', async () => {
    const response = await fetch(`${issuer}/interaction/nothing`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Inloggningen gick inte att slutföra');
    expect((await fetch(new URL('/elsewhere', issuer))).status).toBe(404);
  });
});
