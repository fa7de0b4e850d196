import { Injectable } from '@nestjs/common';
import type { Audience } from '@samspel/shared/session/session.ts';
import * as oidc from 'openid-client';
import { Environment } from '../platform/config/environment.ts';
import { Problem, unavailable } from '../platform/problem/problem.ts';
import { LOA3 } from './identity.ts';

/** The secrets of one sign-in under way. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface AuthorizationWish extends SignInSecrets {
  readonly redirectUri: string;
  readonly hint?: string;
  /** Ask again, whatever session the provider still has. */
  readonly fresh: boolean;
}

const SCOPE = 'https://id.oidc.se/scope/';
const SCOPES: Record<Audience, string> = {
  STAFF: `openid ${SCOPE}naturalPersonInfo ${SCOPE}naturalPersonOrgId ${SCOPE}naturalPersonNumber`,
  CITIZEN: `openid ${SCOPE}naturalPersonInfo ${SCOPE}naturalPersonNumber`,
};
const TIMEOUT_SECONDS = 10;

export const signInFailed = (): Problem =>
  new Problem(
    400,
    'sign_in.failed',
    'Inloggningen gick inte att slutföra',
    'Den hörde inte ihop med en påbörjad inloggning eller tog för lång tid. Börja om från början.',
  );

/** Our side of OpenID Connect: authorization code with PKCE, nonce, state and issuer check (RFC 9207). Tokens never leave this class. */
@Injectable()
export class RelyingParty {
  private readonly configurations = new Map<Audience, Promise<oidc.Configuration>>();

  constructor(private readonly environment: Environment) {}

  /** Where to send the browser. 503 when the provider cannot be reached. */
  async authorizationUrl(audience: Audience, wish: AuthorizationWish): Promise<URL> {
    const configuration = await this.configuration(audience);
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: wish.redirectUri,
      scope: SCOPES[audience],
      acr_values: LOA3,
      state: wish.state,
      nonce: wish.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(wish.verifier),
      code_challenge_method: 'S256',
      ...(wish.hint && { login_hint: wish.hint }),
      ...(wish.fresh && { prompt: 'login' }),
    });
  }

  /** The ID token's claims for the answer in `callback`. 400 when anything in it does not belong to `secrets`, 503 when the provider cannot be reached. */
  async claims(audience: Audience, callback: URL, secrets: SignInSecrets): Promise<Record<string, unknown>> {
    const configuration = await this.configuration(audience);
    try {
      const tokens = await oidc.authorizationCodeGrant(configuration, callback, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      });
      return tokens.claims() ?? {};
    } catch (error) {
      throw isUnreachable(error) ? unavailable() : signInFailed();
    }
  }

  // Found out at the first sign-in, so that the app starts without its provider; a failure is not remembered.
  private configuration(audience: Audience): Promise<oidc.Configuration> {
    const known = this.configurations.get(audience);
    if (known) return known;
    const found = this.discover(audience).catch((error: unknown) => {
      this.configurations.delete(audience);
      throw error instanceof Problem ? error : unavailable();
    });
    this.configurations.set(audience, found);
    return found;
  }

  private discover(audience: Audience): Promise<oidc.Configuration> {
    const { environment } = this;
    const [issuer, id, secret] =
      audience === 'STAFF'
        ? [environment.OIDC_STAFF_ISSUER, environment.OIDC_STAFF_CLIENT_ID, environment.OIDC_STAFF_CLIENT_SECRET]
        : [environment.OIDC_CITIZEN_ISSUER, environment.OIDC_CITIZEN_CLIENT_ID, environment.OIDC_CITIZEN_CLIENT_SECRET];
    // The library refuses plain http by itself; only the demo, alone on its machine, may ask it not to.
    // The ID token comes over TLS straight from the provider; its signature is checked all the same.
    const execute = [oidc.enableNonRepudiationChecks, ...(environment.DEPLOYMENT_KIND === 'demo' ? [oidc.allowInsecureRequests] : [])];
    return oidc.discovery(new URL(issuer), id, secret, oidc.ClientSecretBasic(secret), { execute, timeout: TIMEOUT_SECONDS });
  }
}

function isUnreachable(error: unknown): boolean {
  const { name, code } = error as { name?: string; code?: string };
  return name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || (error instanceof TypeError && error.message === 'fetch failed');
}
