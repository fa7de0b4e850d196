import { createHash } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Environment } from '../config/environment.ts';
import { tooMany } from '../problem/problem.ts';
import { Cookies } from './cookies.ts';

/** Requests per minute and process. A whole municipality may sit behind one address, so an address may do what hundreds of people do. */
export interface RateLimits {
  /** `/auth/*`, by address. */
  readonly signIn: number;
  /** Everything of the API, by address. */
  readonly address: number;
  /** Reads and writes of one session. */
  readonly reads: number;
  readonly writes: number;
}

export const RATE_LIMITS: Record<Environment['DEPLOYMENT_KIND'], RateLimits> = {
  production: { signIn: 120, address: 12_000, reads: 6_000, writes: 600 },
  // One machine is everybody here: visitors, tests and measurements.
  demo: { signIn: 600, address: 600_000, reads: 60_000, writes: 6_000 },
};

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** 429 with Retry-After past the limits. Counted in memory: a restart forgives, several processes multiply; both are accepted (docs/security.md). */
export function rateLimits(environment: Environment, limits = RATE_LIMITS[environment.DEPLOYMENT_KIND]): RequestHandler {
  const perMinute = (points: number): RateLimiterMemory => new RateLimiterMemory({ points, duration: 60 });
  const limiter = {
    signIn: perMinute(limits.signIn),
    address: perMinute(limits.address),
    reads: perMinute(limits.reads),
    writes: perMinute(limits.writes),
  };
  const cookies = new Cookies(environment);

  const spend = async (request: Request): Promise<void> => {
    const address = request.ip ?? 'unknown';
    if (request.path.startsWith('/auth/')) return void (await limiter.signIn.consume(address));
    await limiter.address.consume(address);
    const token = cookies.read(request, 'sid') ?? cookies.read(request, 'cid');
    if (token) await limiter[SAFE.has(request.method) ? 'reads' : 'writes'].consume(keyOf(token));
  };

  return (request: Request, _response: Response, next: NextFunction) => {
    if (!/^\/(api|auth)\//.test(request.path)) return next();
    spend(request).then(
      () => next(),
      (reason: unknown) => next(reason instanceof RateLimiterRes ? tooMany(Math.max(1, Math.ceil(reason.msBeforeNext / 1_000))) : reason),
    );
  };
}

/** Tokens are kept nowhere in the clear, not even as keys. */
const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64url');
