import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import Provider, { type Configuration, errors } from 'oidc-provider';
import type { DemoAccount } from './accounts.ts';
import { ShortMemory } from './short-memory.ts';
import { accountsPage, expiredPage } from './sign-in-page.ts';

export interface DemoClient {
  readonly id: string;
  readonly secret: string;
  /** Only accounts of this audience can sign in through the client. */
  readonly audience: DemoAccount['audience'];
  readonly redirectUris: readonly string[];
}

export interface DemoIdentityProviderOptions {
  /** Its path is where the provider is mounted. */
  readonly issuer: string;
  readonly clients: readonly DemoClient[];
  readonly accounts: readonly DemoAccount[];
  /** Believe X-Forwarded-Proto and -Host of the proxy in front. */
  readonly behindProxy?: boolean;
}

const LOA = { 2: 'http://id.elegnamnden.se/loa/1.0/loa2', 3: 'http://id.elegnamnden.se/loa/1.0/loa3' } as const;
const CLAIM = 'https://id.oidc.se/claim/';
const SCOPE = 'https://id.oidc.se/scope/';
const INTERACTION = /^\/interaction\/[\w-]+$/;

/**
 * An OpenID provider for the demo town (claims as in the oidc.se and Inera profiles). A known `login_hint` signs in without a question.
 * The listener answers under the issuer's path, whether or not a framework in front has taken that path off `url`.
 */
export function createDemoIdentityProvider(options: DemoIdentityProviderOptions): RequestListener {
  const provider = new Provider(options.issuer, configuration(options));
  provider.proxy = options.behindProxy ?? false;
  const answer = provider.callback();
  const prefix = new URL(options.issuer).pathname.replace(/\/$/, '');

  return (request: IncomingMessage & { originalUrl?: string }, response) => {
    const whole = request.originalUrl ?? request.url ?? '/';
    if (prefix && whole !== prefix && !whole.startsWith(`${prefix}/`) && !whole.startsWith(`${prefix}?`)) return void response.writeHead(404).end();
    // The provider derives its own addresses from the difference between these two.
    request.originalUrl = whole;
    request.url = whole.slice(prefix.length) || '/';
    // Without this the first person to sign in would answer for every later hint in the same browser.
    request.headers.cookie = withoutSession(request.headers.cookie);
    if (INTERACTION.test(request.url.split('?')[0] ?? '')) return void interact(provider, options, request, response);
    void answer(request, response);
  };
}

const withoutSession = (cookies = ''): string =>
  cookies
    .split(/;\s*/)
    .filter((cookie) => !/^_session(\.sig)?=/.test(cookie))
    .join('; ');

function configuration({ clients, accounts }: DemoIdentityProviderOptions): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    adapter: ShortMemory,
    clients: clients.map(({ id, secret, redirectUris }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: redirectUris.flatMap(withLoopbackTwins),
      response_types: ['code'],
      grant_types: ['authorization_code'],
      id_token_signed_response_alg: 'ES256',
      require_auth_time: true,
    })),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    acrValues: Object.values(LOA),
    scopes: ['openid'],
    claims: {
      openid: ['sub', 'acr', 'employeeHsaId'],
      [`${SCOPE}naturalPersonOrgId`]: [`${CLAIM}orgAffiliation`],
      [`${SCOPE}naturalPersonInfo`]: ['given_name', 'family_name', 'name'],
      [`${SCOPE}naturalPersonNumber`]: [`${CLAIM}personalIdentityNumber`],
    },
    // The profiles put what identifies the person into the ID token itself.
    conformIdTokenClaims: false,
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: {
      url: (_context, interaction) => `${new URL(interaction.returnTo).pathname.replace(/\/auth\/[^/]+$/, '')}/interaction/${interaction.uid}`,
    },
    findAccount: (_context, hint) => {
      const account = accounts.find((each) => each.hint === hint);
      return account && { accountId: hint, claims: () => ({ sub: hint, ...claimsOf(account) }) };
    },
    // The town has agreed once and for all: nobody is asked what Samspel may read.
    loadExistingGrant: async (context) => {
      const { client, session, provider, params } = context.oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId! });
      grant.addOIDCScope(typeof params?.['scope'] === 'string' ? params['scope'] : 'openid');
      await grant.save();
      return grant;
    },
  };
}

/** One machine has several names; whoever opened the town under one of them must come back to the same (RFC 8252, 8.3). */
function withLoopbackTwins(uri: string): string[] {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  const { protocol, hostname } = new URL(uri);
  if (protocol !== 'http:' || !names.includes(hostname)) return [uri];
  return names.map((name) => Object.assign(new URL(uri), { hostname: name }).toString());
}

function claimsOf(account: DemoAccount): Record<string, string> {
  const { givenName, familyName, employeeHsaId, orgAffiliation, personnummer } = account;
  return {
    given_name: givenName,
    family_name: familyName,
    name: `${givenName} ${familyName}`,
    ...(employeeHsaId && { employeeHsaId }),
    ...(orgAffiliation && { [`${CLAIM}orgAffiliation`]: orgAffiliation }),
    ...(personnummer && { [`${CLAIM}personalIdentityNumber`]: personnummer }),
  };
}

/** The question who signs in: answered by the hint, by a choice that was sent, or else asked. */
async function interact(provider: Provider, options: DemoIdentityProviderOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const { params, uid } = await provider.interactionDetails(request, response);
    const client = options.clients.find(({ id }) => id === params['client_id']);
    const candidates = options.accounts.filter(({ audience }) => audience === client?.audience);
    const wanted = request.method === 'POST' ? new URLSearchParams(await text(request)).get('account') : params['login_hint'];
    const account = candidates.find(({ hint }) => hint === wanted);
    if (!client || !account) return show(response, 200, client, (nonce) => accountsPage(client?.audience ?? 'staff', candidates, uid, nonce));
    await provider.interactionFinished(request, response, { login: { accountId: account.hint, acr: LOA[account.assurance ?? 3] } });
  } catch (error) {
    if (!(error instanceof errors.OIDCProviderError)) throw error;
    show(response, 400, undefined, expiredPage);
  }
}

function show(response: ServerResponse, status: number, client: DemoClient | undefined, html: (nonce: string) => string): void {
  const nonce = randomBytes(16).toString('base64');
  // A browser applies form-action to the redirects after the form too, so the way back must be named.
  const formAction = ["'self'", ...(client?.redirectUris ?? []).flatMap(withLoopbackTwins).map((uri) => new URL(uri).origin)].join(' ');
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    })
    .end(html(nonce));
}
