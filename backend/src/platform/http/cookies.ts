import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request, Response } from 'express';
import type { Environment } from '../config/environment.ts';

export type CookieName = 'sid' | 'cid' | 'login';
/** The same characters as 256 random bits in base64url; anything else is not one of ours. */
const SECRET = /^[\w-]{43}$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether PUBLIC_URL is plain http on this very machine: only then, and only in the demo, may a cookie do without Secure. */
export function plainLoopback({ DEPLOYMENT_KIND, PUBLIC_URL }: Environment): boolean {
  const { protocol, hostname } = new URL(PUBLIC_URL);
  return DEPLOYMENT_KIND === 'demo' && protocol === 'http:' && LOOPBACK.has(hostname);
}

/** Is `host` (a Host header) this installation under another name of the same loopback port? */
export function isLoopbackTwin(host: string | undefined, environment: Environment): boolean {
  if (!host || !plainLoopback(environment) || !URL.canParse(`http://${host}`)) return false;
  const asked = new URL(`http://${host}`);
  return LOOPBACK.has(asked.hostname) && asked.port === new URL(environment.PUBLIC_URL).port;
}

/** HttpOnly cookies that hold one random secret each. `__Host-`: no subdomain and no plain-http page can set or overwrite them. */
export class Cookies {
  private readonly secure: boolean;

  constructor(environment: Environment) {
    this.secure = !plainLoopback(environment);
  }

  read(request: Request, name: CookieName): string | undefined {
    const value = parseCookie(request.headers.cookie ?? '')[this.nameOf(name)];
    return value && SECRET.test(value) ? value : undefined;
  }

  /** Without `maxAge` (seconds) it goes with the browser window. */
  set(response: Response, name: CookieName, value: string, maxAge?: number): void {
    const attributes = { httpOnly: true, secure: this.secure, sameSite: 'lax', path: '/' } as const;
    response.append('set-cookie', stringifySetCookie({ name: this.nameOf(name), value, ...attributes, ...(maxAge !== undefined && { maxAge }) }));
  }

  clear(response: Response, name: CookieName): void {
    this.set(response, name, '', 0);
  }

  private nameOf(name: CookieName): string {
    return this.secure ? `__Host-${name}` : name;
  }
}
