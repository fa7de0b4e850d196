import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';
import pg from 'pg';
import { assertServer } from '../../src/platform/embedded-postgres/assert-server.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts';
import { identify } from '../../src/platform/embedded-postgres/process-identity.ts';

const launcher = join(import.meta.dirname, '../../src/platform/embedded-postgres/embedded-postgres.ts');
const home = join(tmpdir(), `samspel-launcher-${process.pid}`);
let number = 0;
let folder: string;

jest.setTimeout(60_000);
beforeAll(() => mkdirSync(home, { mode: 0o755 }));
beforeEach(() => (folder = join(home, `clone-${(number += 1)}`, '.data')));
afterEach(async () => void (await removeEmbeddedPostgres(folder)));
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Application {
  process: ChildProcess;
  adminUrl: string;
  port: number;
}

/** Another process that starts the server and then only holds it, as the application does. */
async function startApplication(): Promise<Application> {
  const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(launcher)});
    const server = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)} });
    process.stdout.write(JSON.stringify(server) + '\\n'); setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, ...(JSON.parse(line.toString()) as { adminUrl: string; port: number }) };
}

async function kill(application: Application): Promise<void> {
  const gone = once(application.process, 'exit');
  application.process.kill('SIGKILL');
  await gone;
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const postmasterOf = (dataFolder: string): number => Number(readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);

async function gone(pid: number): Promise<void> {
  for (const deadline = Date.now() + 10_000; identify(pid) !== undefined; await new Promise((resolve) => setTimeout(resolve, 20))) {
    if (Date.now() > deadline) throw new Error(`process ${pid} lives on`);
  }
}

describe('the embedded server', () => {
  it('is durable, checksummed and Swedish, and only its starter knows the password', async () => {
    const server = await startEmbeddedPostgres({ folder });
    try {
      expect(server.adopted).toBe(false);
      expect(await ask(server.adminUrl, `select string_agg(w, '' order by w) as words from unnest(array['ö', 'z', 'a', 'ä', 'å']) w`)).toEqual([
        { words: 'azåäö' },
      ]);
      expect(await ask(server.adminUrl, 'show data_checksums')).toEqual([{ data_checksums: 'on' }]);
      expect(statSync(join(server.dataFolder, '..', 'password')).mode & 0o777).toBe(0o600);
      await expect(ask(server.adminUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow('password authentication failed');
    } finally {
      await server.stop();
    }
  });

  it('stops with its starter and keeps its data for the next start', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await ask(first.adminUrl, 'create table kept as select 1 as n');
    const pid = postmasterOf(first.dataFolder);
    await first.stop();
    expect(identify(pid)).toBeUndefined();
    const second = await startEmbeddedPostgres({ folder });
    expect(await ask(second.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('is adopted when its application was killed', async () => {
    const application = await startApplication();
    await ask(application.adminUrl, 'create table kept as select 1 as n');
    await kill(application);
    const server = await startEmbeddedPostgres({ folder });
    expect(server).toMatchObject({ adopted: true, port: application.port });
    expect(await ask(server.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  it('recovers what was acknowledged when application and server were both killed', async () => {
    const application = await startApplication();
    await ask(application.adminUrl, 'create table kept as select 1 as n');
    await kill(application);
    const pid = postmasterOf(join(folder, 'postgres', 'data'));
    process.kill(pid, 'SIGKILL');
    const server = await startEmbeddedPostgres({ folder });
    expect(server.adopted).toBe(false);
    expect(await ask(server.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    await server.stop();
  });

  it('starts although the number in a stale lock file now belongs to another program', async () => {
    const first = await startEmbeddedPostgres({ folder });
    await first.stop();
    writeFileSync(join(first.dataFolder, 'postmaster.pid'), `${process.pid}\n${first.dataFolder}\n1\n5432\n\n127.0.0.1\n0 0\n`);
    const second = await startEmbeddedPostgres({ folder });
    expect(second.adopted).toBe(false);
    await second.stop();
  });

  it('refuses a second application on the same folder', async () => {
    const application = await startApplication();
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(`Process ${application.process.pid} already runs Samspel`);
    await kill(application);
  });

  it('refuses a port that is taken, by name', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expect(startEmbeddedPostgres({ folder, port })).rejects.toThrow(`Port ${port} is taken`);
    other.close();
  });

  it('refuses a folder that holds something else and leaves it as it is', async () => {
    const data = join(folder, 'postgres', 'data');
    mkdirSync(data, { recursive: true });
    writeFileSync(join(data, 'notes.txt'), 'mine');
    await expect(startEmbeddedPostgres({ folder })).rejects.toThrow(/is no database|belongs to another account/);
    expect(readFileSync(join(data, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('lives where its account gets in, also in a clone that only root may enter', async () => {
    mkdirSync(dirname(folder), { recursive: true });
    chmodSync(dirname(folder), 0o700);
    const said: string[] = [];
    const server = await startEmbeddedPostgres({ folder, say: (line) => said.push(line) });
    const outside = !server.dataFolder.startsWith(folder);
    expect(outside).toBe(process.getuid?.() === 0);
    expect(existsSync(join(folder, 'where'))).toBe(outside);
    expect(said.some((line) => line.includes(dirname(server.dataFolder)))).toBe(outside);
    await server.stop();
  });

  it('leaves nothing behind when it was for a test', async () => {
    const server = await startEmbeddedPostgres({ folder, ephemeral: true });
    await expect(assertServer({ query: (sql) => ask(server.adminUrl, sql).then((rows) => ({ rows })) }, { ephemeral: false })).rejects.toThrow(
      'fsync must be on, not off',
    );
    await server.stop();
    expect(existsSync(folder)).toBe(false);
  });

  it('is removed by the next run when a killed run left it', async () => {
    const application = await startApplication();
    const pid = postmasterOf(join(folder, 'postgres', 'data'));
    expect(await removeEmbeddedPostgres(folder)).toBe(false);
    await kill(application);
    expect(await removeEmbeddedPostgres(folder)).toBe(true);
    await gone(pid);
    expect(existsSync(folder)).toBe(false);
  });
});
