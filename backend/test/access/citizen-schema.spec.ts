import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenApi, readDocument } from '../support/contract.ts';

type Json = Record<string, unknown>;

/** Never in an answer to a person: how staff work with each other, and by what they are known to the system. */
const STAFF_ONLY = [
  'assignmentId',
  'audience',
  'blocked',
  'blockedCategory',
  'cancelCode',
  'changedBy',
  'conflict',
  'conflictOrganisations',
  'declineCode',
  'deputy',
  'dissent',
  'drafts',
  'followUps',
  'notReached',
  'notes',
  'ownerLost',
  'version',
  'writing',
];

/** Whom a session is for, of all words the same. */
const NOT_READERS = 'SessionView.audience';

/** Every property name that the schema can lead to, with the way there. */
function keysIn(document: OpenApi, schema: unknown, way: string, seen = new Set<string>()): { key: string; way: string }[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => keysIn(document, each, way, seen));
  if (schema === null || typeof schema !== 'object') return [];
  const { $ref, properties, example: _, ...rest } = schema as Json;
  const found: { key: string; way: string }[] = [];
  if (typeof $ref === 'string' && !seen.has($ref)) {
    const name = $ref.slice($ref.lastIndexOf('/') + 1);
    found.push(...keysIn(document, document.components.schemas[name], `${way} ${name}`, new Set([...seen, $ref])));
  }
  for (const [key, value] of Object.entries((properties ?? {}) as Json)) {
    found.push({ key, way: `${way}.${key}` }, ...keysIn(document, value, `${way}.${key}`, seen));
  }
  return [...found, ...Object.values(rest).flatMap((value) => keysIn(document, value, way, seen))];
}

/** The routes that docs/permissions.md gives the person, from the same code as the routes themselves. */
function citizenRoutes(): { method: string; path: string }[] {
  const table = readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', 'permissions.md'), 'utf8');
  return [...table.matchAll(/^\| `(\w+) (\S+)` \| the person \|$/gm)].map(([, method, path]) => ({
    method: method!.toLowerCase(),
    path: `/api/v1${path!.replaceAll(/:(\w+)/g, '{$1}')}`,
  }));
}

function staffOnlyKeysIn(document: OpenApi, { method, path }: { method: string; path: string }): string[] {
  const operation = document.paths[path]?.[method];
  if (!operation) throw new Error(`${method} ${path} is not in docs/openapi.json`);
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  return answers
    .flatMap(([, { content = {} }]) => Object.values(content).flatMap(({ schema }) => keysIn(document, schema, `${method} ${path}`)))
    .filter(({ key, way }) => STAFF_ONLY.includes(key) && !way.endsWith(NOT_READERS))
    .map(({ way }) => way);
}

describe('answers to the person', () => {
  const document = readDocument();
  const routes = citizenRoutes();

  it('are those of every route for citizens', () => {
    expect(routes).toEqual(expect.arrayContaining([{ method: 'get', path: '/api/v1/me/plan' }]));
    const own = Object.entries(document.paths).flatMap(([path, item]) =>
      path.startsWith('/api/v1/me/') ? Object.keys(item).map((method) => ({ method, path })) : [],
    );
    expect(routes).toEqual(expect.arrayContaining(own));
  });

  it.each(routes)('$method $path carries nothing that is staff’s alone', (route) => {
    expect(staffOnlyKeysIn(document, route)).toEqual([]);
  });

  it('would be caught carrying such a key, however deep and in whatever composition', () => {
    const schemas: OpenApi['components']['schemas'] = {
      Page: { type: 'object', properties: { items: { type: 'array', items: { allOf: [{ $ref: '#/components/schemas/Row' }] } } } },
      Row: { type: 'object', properties: { self: { $ref: '#/components/schemas/Row' }, declineCode: { type: 'string' } } },
    };
    const responses = { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Page' } } } } };
    const faulty: OpenApi = { paths: { '/me/x': { get: { responses } } }, components: { schemas } };
    expect(staffOnlyKeysIn(faulty, { method: 'get', path: '/me/x' })).not.toEqual([]);
  });
});
