import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { STEP_UP_MINUTES } from '@samspel/shared/session/session.ts';
import type { Audience } from '@samspel/shared/session/session.ts';
import { authRequired, conflict, forbidden, stepUpRequired } from '../platform/problem/problem.ts';
import type { Actor } from './actor.ts';
import { isAssured } from './identity.ts';
import { ROUTE_ACCESS, type RequestWithActor, type RouteAccess, UNNOTICED } from './route-access.ts';
import { SessionCookies } from './session-cookies.ts';
import { SessionStore } from './session.store.ts';

/** Default deny: who a route is marked for may call it, nobody else, and an unmarked one is nobody's. What they see there is the policies' business. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: SessionStore,
    private readonly cookies: SessionCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const marks = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, marks);
    if (!access) throw new Error('a route without access reached the guard');
    if (access.audience === 'OPEN') return true;
    const request = context.switchToHttp().getRequest<RequestWithActor>();
    const audience = this.audienceOf(access, request);
    const noticed = !this.reflector.getAllAndOverride<true | undefined>(UNNOTICED, marks);
    const actor = await this.store.find(audience, this.cookies.token(request, audience), { noticed });
    if (!actor) throw authRequired();
    if (access.audience === 'STAFF') requireRole(access, actor);
    if (access.audience === 'CITIZEN') requireSamePerson(actor, request.headers?.['samspel-acting-for']);
    request.actor = actor;
    return true;
  }

  private audienceOf(access: RouteAccess, request: RequestWithActor): Audience {
    return access.audience === 'STAFF' || access.audience === 'CITIZEN'
      ? access.audience
      : this.cookies.audienceFor(request, request.query['audience']);
  }
}

/**
 * A page says of whom it believes itself to be. Where another tab has begun to act for somebody else, or the right to has ended meanwhile, what
 * was meant for one person must not land in another's case: 409, nothing is written. Whoever says nothing is taken at the session's word.
 */
function requireSamePerson(actor: Actor, meant: string | string[] | undefined): void {
  if (meant === undefined || actor.kind !== 'CITIZEN') return;
  if (meant !== (actor.representativeId ? actor.personId : 'self'))
    throw conflict(
      'session.person_changed',
      'Du agerar för någon annan nu',
      'Du har bytt vem du agerar för, eller så har din rätt att göra det tagit slut. Läs om sidan. Inget har sparats.',
    );
}

/** The same answer for every id, so that it tells nothing about what exists. */
function requireRole(access: Extract<RouteAccess, { audience: 'STAFF' }>, actor: Actor): void {
  if (actor.kind !== 'STAFF' || !access.roles.includes(actor.role)) throw forbidden('wrong_role');
  if (access.stepUp && !(isAssured(actor.acr) && isRecent(actor.authenticatedAt))) throw stepUpRequired();
}

const isRecent = (moment: Date): boolean => Date.now() - moment.getTime() <= STEP_UP_MINUTES * 60_000;
