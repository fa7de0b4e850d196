import type { NestExpressApplication } from '@nestjs/platform-express';
import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import { createDemoIdentityProvider } from '@samspel/dev-idp/identity-provider.ts';
import type { Environment } from '../platform/config/environment.ts';

/** Puts the demo identity provider under /idp of the same process, before the app's own middleware: it has its own headers and body rules. */
export function mountIdentityProvider(app: NestExpressApplication, environment: Environment, accounts = DEMO_ACCOUNTS): void {
  const redirectUris = [`${environment.PUBLIC_URL}/auth/callback`];
  app.use(
    '/idp',
    createDemoIdentityProvider({
      issuer: environment.OIDC_STAFF_ISSUER,
      accounts,
      behindProxy: environment.TRUST_PROXY > 0,
      clients: [
        { id: environment.OIDC_STAFF_CLIENT_ID, secret: environment.OIDC_STAFF_CLIENT_SECRET, audience: 'staff', redirectUris },
        { id: environment.OIDC_CITIZEN_CLIENT_ID, secret: environment.OIDC_CITIZEN_CLIENT_SECRET, audience: 'citizen', redirectUris },
      ],
    }),
  );
}
