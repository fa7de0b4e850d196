import { createServer } from 'node:http';
import { DEMO_ACCOUNTS } from './accounts.ts';
import { createDemoIdentityProvider, type DemoClient } from './identity-provider.ts';

/** The demo identity provider as a process of its own. Missing settings are named and end it with EX_CONFIG (78, sysexits.h). */
const needed = [
  'OIDC_STAFF_ISSUER',
  'OIDC_STAFF_CLIENT_ID',
  'OIDC_STAFF_CLIENT_SECRET',
  'OIDC_CITIZEN_CLIENT_ID',
  'OIDC_CITIZEN_CLIENT_SECRET',
  'PUBLIC_URL',
] as const;
const missing = needed.filter((name) => !process.env[name]);
if (missing.length) {
  console.error(`These settings are missing: ${missing.join(', ')}`);
  process.exit(78);
}
const setting = (name: (typeof needed)[number]): string => process.env[name] ?? '';

const redirectUris = [new URL('/auth/callback', setting('PUBLIC_URL')).toString()];
const clients: DemoClient[] = [
  { id: setting('OIDC_STAFF_CLIENT_ID'), secret: setting('OIDC_STAFF_CLIENT_SECRET'), audience: 'staff', redirectUris },
  { id: setting('OIDC_CITIZEN_CLIENT_ID'), secret: setting('OIDC_CITIZEN_CLIENT_SECRET'), audience: 'citizen', redirectUris },
];
const issuer = setting('OIDC_STAFF_ISSUER');
const answer = createDemoIdentityProvider({ issuer, clients, accounts: DEMO_ACCOUNTS, behindProxy: issuer.startsWith('https:') });
const server = createServer((request, response) => (request.url === '/health/live' ? void response.writeHead(204).end() : answer(request, response)));
server.listen(Number(process.env['PORT'] ?? 0), process.env['HOST'] ?? '127.0.0.1', () => console.log(`demo identity provider: ${issuer}`));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => server.close());
