import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { Environment } from '../config/environment.ts';

type Directives = NonNullable<Exclude<NonNullable<Parameters<typeof helmet.contentSecurityPolicy>[0]>['directives'], undefined>>;

/** The nonce of this response, for whatever markup it carries. */
export const nonceOf = (response: Response): string => String(response.locals['cspNonce']);

const nonced = (_: unknown, response: unknown): string => `'nonce-${nonceOf(response as Response)}'`;

const SHARED: Directives = {
  defaultSrc: ["'none'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

const PAGES: Directives = {
  ...SHARED,
  scriptSrc: [nonced, "'strict-dynamic'"],
  styleSrc: ["'self'", nonced],
  requireTrustedTypesFor: ["'script'"],
  // Angular's own policies, by name: no other code may make a string into markup.
  trustedTypes: ['angular', 'angular#bundler', 'angular#components'],
};

/** The API reference is a ready-made page: files of its own, styles in its markup, no trusted types. */
const REFERENCE: Directives = { ...SHARED, scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"] };

/** Security headers of every response, with a fresh nonce in `nonceOf(response)`. HSTS only in production: the demo is plain http. */
export function securityHeaders(environment: Environment): RequestHandler {
  const headers = (directives: Directives): ReturnType<typeof helmet> =>
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives },
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: environment.DEPLOYMENT_KIND === 'production' && { maxAge: 63_072_000, includeSubDomains: true },
      xFrameOptions: { action: 'deny' },
    });
  const pages = headers(PAGES);
  const reference = headers(REFERENCE);
  return (request: Request, response: Response, next: NextFunction) => {
    response.locals['cspNonce'] = randomBytes(16).toString('base64');
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (/^\/(api|auth)(\/|$)/.test(request.path)) response.setHeader('cache-control', 'no-store');
    (/^\/api\/docs(\/|$)/.test(request.path) ? reference : pages)(request, response, next);
  };
}
