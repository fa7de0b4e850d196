import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessGuard } from './access.guard.ts';
import type { Actor, StaffActor } from './actor.ts';
import { AnySession, ForCitizen, ForStaff, ForStaffWithStepUp, Open, type RequestWithActor } from './route-access.ts';
import type { SessionCookies } from './session-cookies.ts';
import type { SessionStore } from './session.store.ts';

class Routes {
  @Open() open(): void {}
  @AnySession() any(): void {}
  @ForCitizen() citizen(): void {}
  @ForStaff('CASEWORKER', 'SUPERVISOR') cases(): void {}
  @ForStaffWithStepUp('CASEWORKER') careful(): void {}
  unmarked(): void {}
}

const MINUTE = 60_000;
const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const staff = (change: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'STAFF',
  id: 'a',
  staffMemberId: 'm',
  organisationId: 'o',
  principalKind: 'FK',
  unitId: 'u',
  role: 'CASEWORKER',
  functions: [],
  sessionId: 's',
  acr: LOA3,
  authenticatedAt: new Date(),
  ...change,
});
const citizen: Actor = { kind: 'CITIZEN', id: 'p', personId: 'p', representativeId: null, sessionId: 'c', acr: LOA3, authenticatedAt: new Date() };

/** Which session the guard looks for, and what it makes of it. */
async function call(route: keyof Routes, sessions: { STAFF?: Actor; CITIZEN?: Actor }, wanted?: string): Promise<Actor | undefined | string> {
  const store = { find: async (audience: 'STAFF' | 'CITIZEN') => sessions[audience] ?? null } as unknown as SessionStore;
  const cookies = {
    token: () => 'token',
    audienceFor: (_: unknown, asked: unknown) =>
      asked === 'citizen' || (asked === undefined && !sessions.STAFF && sessions.CITIZEN) ? 'CITIZEN' : 'STAFF',
  } as unknown as SessionCookies;
  const request = { query: { audience: wanted } } as unknown as RequestWithActor;
  const context = {
    getHandler: () => Routes.prototype[route],
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  try {
    await new AccessGuard(new Reflector(), store, cookies).canActivate(context);
    return request.actor;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the default-deny guard', () => {
  it('lets everybody through to an open route and nobody to an unmarked one', async () => {
    expect(await call('open', {})).toBeUndefined();
    expect(await call('unmarked', { STAFF: staff() })).toBe('a route without access reached the guard');
  });

  it.each(['any', 'citizen', 'cases', 'careful'] as const)('%s needs a session', async (route) => {
    expect(await call(route, {})).toBe('auth.required');
  });

  it('never takes one audience’s session for the other', async () => {
    expect(await call('cases', { CITIZEN: citizen })).toBe('auth.required');
    expect(await call('citizen', { STAFF: staff() })).toBe('auth.required');
    expect(await call('citizen', { STAFF: staff(), CITIZEN: citizen })).toBe(citizen);
  });

  it('serves either audience where both may, the staff one first', async () => {
    const karin = staff();
    expect(await call('any', { STAFF: karin, CITIZEN: citizen })).toBe(karin);
    expect(await call('any', { STAFF: karin, CITIZEN: citizen }, 'citizen')).toBe(citizen);
    expect(await call('any', { CITIZEN: citizen })).toBe(citizen);
  });

  it('asks for the role', async () => {
    expect(await call('cases', { STAFF: staff({ role: 'SUPERVISOR' }) })).toMatchObject({ role: 'SUPERVISOR' });
    expect(await call('cases', { STAFF: staff({ role: 'ADMINISTRATOR' }) })).toBe('policy.forbidden');
    expect(await call('cases', { STAFF: staff({ role: 'FEDERATION_MANAGER' }) })).toBe('policy.forbidden');
  });

  it('asks for a recent sign-in at level 3 where a route is careful (refusal 4)', async () => {
    const since = (minutes: number): Date => new Date(Date.now() - minutes * MINUTE);
    expect(await call('careful', { STAFF: staff({ authenticatedAt: since(4) }) })).toMatchObject({ kind: 'STAFF' });
    expect(await call('careful', { STAFF: staff({ authenticatedAt: since(6) }) })).toBe('auth.step_up_required');
    expect(await call('careful', { STAFF: staff({ acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }) })).toBe('auth.step_up_required');
    expect(await call('careful', { STAFF: staff({ role: 'SUPERVISOR', authenticatedAt: since(6) }) })).toBe('policy.forbidden');
  });
});
