import { inject } from '@angular/core';
import { type CanMatchFn, RedirectCommand, Router, type UrlSegment } from '@angular/router';
import { DemoAccounts } from './demo-accounts.ts';
import { type Audience, type Session } from './session.ts';
import { SessionStore } from './session.store.ts';

/** Lets the named audience in; somebody else is told whose page it is, and nobody signed in is asked to sign in. */
export function forAudience(audience: Audience): CanMatchFn {
  return async (_route, segments) => {
    const store = inject(SessionStore);
    const router = inject(Router);
    const session = await store.ensure(audience);
    if (session?.audience === audience) return true;
    if ((session ?? (await store.ensure())) !== null) {
      return new RedirectCommand(router.createUrlTree([audience === 'staff' ? '/for-medarbetare' : '/for-invanare']), { skipLocationChange: true });
    }
    return new RedirectCommand(router.createUrlTree(['/logga-in'], { queryParams: { returnTo: pathOf(segments) } }));
  };
}

/** Matches when the server put this word into the session's navigation. */
export function withNavigation(entry: Session['navigation'][number]): CanMatchFn {
  return async () => (await inject(SessionStore).ensure('staff'))?.navigation.includes(entry) ?? false;
}

/** The start page is each one's own: what waits on me, operations, or my plan. Falls through where there is none of them. */
export const startPage: CanMatchFn = async () => {
  const router = inject(Router);
  const session = await inject(SessionStore).ensure();
  if (session === null) return router.createUrlTree(['/logga-in']);
  if (session.audience === 'citizen') return router.createUrlTree(['/min-plan']);
  if (session.navigation.includes('my-day')) return true;
  return session.navigation.includes('operations') ? router.createUrlTree(['/drift']) : false;
};

/** Whoever is signed in, of either audience. */
export const signedIn: CanMatchFn = async (_route, segments) => {
  const router = inject(Router);
  const session = await inject(SessionStore).ensure();
  return session === null ? router.createUrlTree(['/logga-in'], { queryParams: { returnTo: pathOf(segments) } }) : true;
};

/** Open to everybody, and dressed for whoever is signed in. The page also opens when nobody can say who that is. */
export const anybody: CanMatchFn = async () => {
  await inject(SessionStore)
    .ensure()
    .catch(() => null);
  return true;
};

export const onlyInDemo: CanMatchFn = async () => (await inject(DemoAccounts).list()).length > 0;

function pathOf(segments: readonly UrlSegment[]): string {
  return `/${segments.map((segment) => segment.path).join('/')}`;
}
