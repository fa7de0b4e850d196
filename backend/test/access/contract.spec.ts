import SwaggerParser from '@apidevtools/swagger-parser';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsTable } from '../../src/access/permissions.ts';
import { type Route, RouteRegistry } from '../../src/access/route-registry.ts';
import { openApiDocument } from '../../src/platform/openapi/document.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { readDocument } from '../support/contract.ts';
import { type Answer, Client, signIn } from '../support/sign-in.ts';
import { makeTown } from '../support/town.ts';

const UNKNOWN = '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42';
/** The demo's own pages are no part of the API. */
const OUTSIDE = /^demo\//;
const docs = join(import.meta.dirname, '..', '..', '..', 'docs');

describe('the API contract', () => {
  let running: RunningApp, routes: Route[];
  const signedIn = new Map<string, Client>();

  beforeAll(async () => {
    running = await startApp();
    await makeTown(running);
    routes = running.app.get(RouteRegistry).routes();
    for (const hint of ['karin.fk', 'maria.chef.fk', 'admin.drift', 'forbund.ledare']) signedIn.set(hint, await signIn(running.url, hint));
    signedIn.set('bengt', await signIn(running.url, 'bengt', 'citizen'));
  }, 60_000);
  afterAll(() => running?.close());

  it('stands in docs/openapi.json exactly as the code has it', () => {
    expect(readDocument()).toEqual(JSON.parse(JSON.stringify(openApiDocument(running.app))));
  });

  it('is a valid OpenAPI 3 document', async () => {
    await expect(SwaggerParser.validate(join(docs, 'openapi.json'))).resolves.toBeDefined();
  });

  it('has one operation for every route, and one route for every operation', () => {
    const operations = Object.entries(readDocument().paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/^\/(api\/v1\/)?/, '').replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const declared = routes.filter(({ path }) => !OUTSIDE.test(path)).map(({ method, path }) => `${method} ${path}`);
    expect(operations.toSorted()).toEqual(declared.toSorted());
  });

  it('stands in docs/permissions.md with who may call what', () => {
    const rows = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('|')).map((line) => line.replaceAll(/\s+/g, ' ')).filter((line) => !/^\| -+ /.test(line)); // prettier-ignore
    const own = routes.filter(({ path }) => !path.startsWith('demo/'));
    expect(rows(readFileSync(join(docs, 'permissions.md'), 'utf8'))).toEqual(rows(permissionsTable(own)));
  });

  it('describes every operation and shows no personal number in an address', () => {
    const document = readDocument() as unknown as {
      paths: Record<
        string,
        Record<
          string,
          { summary?: string; description?: string; parameters?: { name: string }[]; responses: Record<string, { description?: string }> }
        >
      >;
    };
    for (const [path, methods] of Object.entries(document.paths)) {
      expect(path).toMatch(/^(\/[a-z0-9-]+(\.pdf)?|\/\{[a-zA-Z]+\})+$/);
      for (const [method, operation] of Object.entries(methods)) {
        const name = `${method} ${path}`;
        expect([name, (operation.summary ?? '').length > 3, (operation.description ?? '').length > 10]).toEqual([name, true, true]);
        const names = (operation.parameters ?? []).map((parameter) => parameter.name).join(' ');
        expect(names).not.toMatch(/pnr|personnummer|personalnumber|ssn/i);
        expect([name, Object.keys(operation.responses).length]).not.toEqual([name, 0]);
      }
    }
  });

  const call = (client: Client, { method, path }: Route): ReturnType<Client['get']> => {
    const address = path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'day' ? '2026-11-20' : name === 'key' ? 'k' : UNKNOWN));
    const options = { headers: { 'if-match': '"1"' } };
    if (method === 'GET') return client.get(address);
    if (method === 'DELETE') return client.delete(address);
    return method === 'PUT' ? client.put(address, {}, options) : client.post(address, {}, options);
  };
  /** Sign-in answers redirects; a live stream does not end by itself. */
  const callable = (): Route[] => routes.filter(({ path }) => !/^(auth\/|live$)/.test(path));

  it('lets nobody in without a session, except where it says so (401 auth.required)', async () => {
    const stranger = new Client(running.url);
    for (const route of callable().filter(({ access }) => access?.audience !== 'OPEN')) {
      const { status, body } = (await call(stranger, route)) as Answer<{ type: string }>;
      expect([route.path, status, body.type]).toEqual([route.path, 401, 'urn:samspel:auth.required']);
    }
  }, 60_000);

  it.each([
    ['karin.fk', 'CASEWORKER'],
    ['maria.chef.fk', 'SUPERVISOR'],
    ['admin.drift', 'ADMINISTRATOR'],
    ['forbund.ledare', 'FEDERATION_MANAGER'],
  ] as const)(
    'answers %s 403 on every route of other roles, and 401 on the person’s own',
    async (hint, role) => {
      const client = signedIn.get(hint)!;
      const closed = callable().filter(({ access }) => access?.audience === 'STAFF' && !access.roles.includes(role));
      for (const route of closed) expect([route.path, (await call(client, route)).status]).toEqual([route.path, 403]);
      for (const route of callable().filter(({ access }) => access?.audience === 'CITIZEN'))
        expect([route.path, (await call(client, route)).status]).toEqual([route.path, 401]);
      expect(closed.length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('answers a citizen 401 on every staff route', async () => {
    const staffRoutes = callable().filter(({ access }) => access?.audience === 'STAFF');
    for (const route of staffRoutes) expect([route.path, (await call(signedIn.get('bengt')!, route)).status]).toEqual([route.path, 401]);
    expect(staffRoutes.length).toBeGreaterThan(30);
  }, 60_000);

  it('never answers a malformed request with a 5xx', async () => {
    for (const route of callable()) {
      for (const client of signedIn.values()) expect((await call(client, route)).status).toBeLessThan(500);
    }
  }, 120_000);
});
