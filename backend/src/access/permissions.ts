import type { RouteAccess } from './route-access.ts';
import type { Route } from './route-registry.ts';

const WORDS: Record<string, string> = {
  CASEWORKER: 'caseworker',
  SUPERVISOR: 'supervisor',
  ADMINISTRATOR: 'administrator',
  FEDERATION_MANAGER: 'federation manager',
};

/** docs/permissions.md: every route and who may call it. Reviewed as a document, compared with the code by a test. */
export function permissionsTable(routes: Route[]): string {
  const rows = routes
    .map(({ method, path, access }) => [`${method} /${path}`, access ? audienceOf(access) : ''])
    .sort(([a], [b]) => (a! < b! ? -1 : 1));
  return [
    '# Who may call what',
    '',
    'Roles open the door; what then may be seen or done is decided by the policies of the feature (team membership, ownership, consent, time). On a case,',
    'whoever is not in its team is answered 404 as for an unknown id.',
    '',
    '| route | for |',
    '| --- | --- |',
    ...rows.map(([route, audience]) => `| \`${route}\` | ${audience} |`),
    '',
  ].join('\n');
}

function audienceOf(access: RouteAccess): string {
  if (access.audience === 'OPEN') return 'everybody';
  if (access.audience === 'ANY') return 'anybody signed in';
  if (access.audience === 'CITIZEN') return 'the person';
  return access.roles.map((role) => WORDS[role]).join(', ') + (access.stepUp ? ' (fresh sign-in)' : '');
}
