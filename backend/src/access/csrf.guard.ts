import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Environment } from '../platform/config/environment.ts';
import { Problem } from '../platform/problem/problem.ts';
import { unsupportedMedia } from '../platform/problem/problem.filter.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const rejected = (): Problem =>
  new Problem(403, 'csrf.rejected', 'Förfrågan kom från fel håll', 'Den här ändringen måste göras från Samspel självt.');

/** Only this site's own pages change anything: same-origin, our header, JSON (a page elsewhere can send neither of the last two without asking us first). */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly environment: Environment) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method)) return true;
    if (!this.isSameOrigin(request) || request.get('x-requested-with') !== 'samspel') throw rejected();
    if (hasBody(request) && !request.is('application/json')) throw unsupportedMedia();
    return true;
  }

  // Every current browser sends one of the two headers with an unsafe request; what sends neither is no browser and has no cookies of a victim.
  private isSameOrigin(request: Request): boolean {
    const site = request.get('sec-fetch-site');
    if (site) return site === 'same-origin' || site === 'none';
    const origin = request.get('origin');
    return !origin || origin === new URL(this.environment.PUBLIC_URL).origin || origin === `${request.protocol}://${request.get('host')}`;
  }
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
