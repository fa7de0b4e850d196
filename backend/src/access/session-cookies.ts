import { Injectable } from '@nestjs/common';
import type { Audience } from '@samspel/shared/session/session.ts';
import type { Request, Response } from 'express';
import { Environment } from '../platform/config/environment.ts';
import { Cookies } from '../platform/http/cookies.ts';
import { SIGN_IN_MINUTES } from './sign-in.sql.ts';

const NAMES = { STAFF: 'sid', CITIZEN: 'cid' } as const;

/** Which secrets a browser has with us. Staff and citizen sessions live side by side in one browser and never stand in for each other. */
@Injectable()
export class SessionCookies {
  private readonly cookies: Cookies;

  constructor(environment: Environment) {
    this.cookies = new Cookies(environment);
  }

  token(request: Request, audience: Audience): string | undefined {
    return this.cookies.read(request, NAMES[audience]);
  }

  /** Where either audience is served: the one asked for, else the staff one first. */
  audienceFor(request: Request, wanted: unknown): Audience {
    if (wanted === 'citizen') return 'CITIZEN';
    if (wanted === 'staff') return 'STAFF';
    return this.token(request, 'STAFF') || !this.token(request, 'CITIZEN') ? 'STAFF' : 'CITIZEN';
  }

  setToken(response: Response, audience: Audience, token: string): void {
    this.cookies.set(response, NAMES[audience], token);
  }

  clearToken(response: Response, audience: Audience): void {
    this.cookies.clear(response, NAMES[audience]);
  }

  preLogin(request: Request): string | undefined {
    return this.cookies.read(request, 'login');
  }

  setPreLogin(response: Response, secret: string): void {
    this.cookies.set(response, 'login', secret, SIGN_IN_MINUTES * 60);
  }

  clearPreLogin(response: Response): void {
    this.cookies.clear(response, 'login');
  }
}
