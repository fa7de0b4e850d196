const HERE = 'http://here.invalid';

/** A path of this site, or null for whatever a browser could read as another one (`//host`, `/\host`, control characters). */
export function localPath(path: string | undefined): string | null {
  if (!path?.startsWith('/') || path.length > 500 || !URL.canParse(path, HERE)) return null;
  const url = new URL(path, HERE);
  // `/.//host` is a path of this site until its dots are resolved.
  return url.origin === HERE && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}${url.hash}` : null;
}
