import { type Audience, type Session } from './session.ts';

/** A session as the server answers it, for specs. */
export function sessionOf(audience: Audience, change: Partial<Session> = {}): Session {
  const now = Date.now();
  return {
    audience,
    sessionId: `${audience}-1`,
    name: 'Karin Berg',
    givenName: 'Karin',
    actingFor: null,
    assignment: null,
    assignments: [],
    navigation: audience === 'staff' ? ['my-day', 'cases'] : [],
    idleExpiresAt: new Date(now + 30 * 60_000).toISOString(),
    absoluteExpiresAt: new Date(now + 9 * 3_600_000).toISOString(),
    demo: true,
    domainToday: '2026-11-23',
    ...change,
  };
}
