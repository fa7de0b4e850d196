import { type Audience } from './session.ts';

/** Where a sign-in starts. `returnTo` is a path of ours; anything else becomes the start page. */
export function signInAddress(audience: Audience, returnTo: string, hint?: string): string {
  // `//host` and `/\host` are other sites to a browser.
  const safe = /^\/(?![/\\])/.test(returnTo) ? returnTo : '/';
  const query = new URLSearchParams({ audience, returnTo: safe });
  if (hint !== undefined) query.set('login_hint', hint);
  return `/auth/login?${query.toString()}`;
}
