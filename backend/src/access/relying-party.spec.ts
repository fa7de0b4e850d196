import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Environment } from '../platform/config/environment.ts';
import { RelyingParty } from './relying-party.ts';

const WISH = { state: 's', nonce: 'n', verifier: 'v', redirectUri: 'https://samspel.example/auth/callback', fresh: false };

async function withIssuer(work: (issuer: string, asked: () => number) => Promise<void>): Promise<void> {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        code_challenge_methods_supported: ['S256'],
      }),
    );
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, () => asked);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const environment = (issuer: string, kind: Environment['DEPLOYMENT_KIND']): Environment =>
  Object.assign(new Environment(), {
    DEPLOYMENT_KIND: kind,
    OIDC_STAFF_ISSUER: issuer,
    OIDC_STAFF_CLIENT_ID: 'id',
    OIDC_STAFF_CLIENT_SECRET: 'a-secret-of-this-test',
  });

describe('the relying party', () => {
  it('asks for level 3 with PKCE, and for a new identification when that is wanted', async () => {
    await withIssuer(async (issuer) => {
      const party = new RelyingParty(environment(issuer, 'demo'));
      const { searchParams } = await party.authorizationUrl('STAFF', WISH);
      expect(Object.fromEntries(searchParams)).toMatchObject({
        response_type: 'code',
        code_challenge_method: 'S256',
        acr_values: 'http://id.elegnamnden.se/loa/1.0/loa3',
        state: 's',
        nonce: 'n',
      });
      expect(searchParams.has('prompt')).toBe(false);
      expect((await party.authorizationUrl('STAFF', { ...WISH, fresh: true })).searchParams.get('prompt')).toBe('login');
    });
  });

  it('refuses a provider over plain http outside the demo, without asking it anything', async () => {
    await withIssuer(async (issuer, asked) => {
      await expect(new RelyingParty(environment(issuer, 'production')).authorizationUrl('STAFF', WISH)).rejects.toMatchObject({ status: 503 });
      expect(asked()).toBe(0);
    });
  });

  it('is found out at the first sign-in, once; a provider that was away is tried again', async () => {
    await withIssuer(async (issuer, asked) => {
      const settings = environment('http://127.0.0.1:1', 'demo');
      const party = new RelyingParty(settings);
      await expect(party.authorizationUrl('STAFF', WISH)).rejects.toMatchObject({ status: 503 });
      settings.OIDC_STAFF_ISSUER = issuer;
      await Promise.all([party.authorizationUrl('STAFF', WISH), party.authorizationUrl('STAFF', WISH)]);
      expect(asked()).toBe(1);
    });
  });
});
