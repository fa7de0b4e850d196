import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { demoSettings } from '../../src/demo/demo-settings.ts';
import type { TestDatabase } from './database.ts';

const BACKEND = join(import.meta.dirname, '..', '..');
/** The built server: what is killed is what is shipped. */
export const BUILD = join(BACKEND, process.env['SAMSPEL_BUILD'] ?? 'dist');

/** App, demo identity provider and worker in one process, as `npm start` puts them together, without its own database and demo town. */
const ENTRY = `
  await import('reflect-metadata');
  const from = (path) => import(process.env.BUILD + '/' + path);
  const { NestFactory } = await import('@nestjs/core');
  const { readEnvironment } = await from('platform/config/environment.js');
  const { AppModule } = await from('app.module.js');
  const { DemoModule } = await from('demo/demo.module.js');
  const environment = readEnvironment(process.env);
  const app = await NestFactory.create(AppModule.with(environment, [DemoModule]), { logger: ['error'], bodyParser: false, abortOnError: false });
  (await from('demo/identity-provider.js')).mountIdentityProvider(app, environment);
  (await from('platform/http/configure.js')).configureHttp(app, '/nonexistent');
  await app.listen(environment.PORT, environment.HOST);
  await (await from('worker.js')).startWorker(environment);
  process.stdout.write('ready\\n');`;

export interface AppProcess {
  url: string;
  /** From nothing to answering. */
  start(): Promise<void>;
  /** `kill -9`: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** What it wrote to standard error in all its lives. */
  said(): string;
}

/** A process of the whole application on the given database, always on the same loopback port, however often it is started. */
export async function appProcess(database: TestDatabase, smtpUrl: string): Promise<AppProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...demoSettings(url),
    ...{ PATH: process.env['PATH'], NODE_NO_WARNINGS: '1', BUILD, PORT: String(port), SMTP_URL: smtpUrl, MAIL_FROM: 'samspel@samspel.example' },
    ...{ DATABASE_URL: database.urls.app, DATABASE_WORKER_URL: database.urls.worker, DATABASE_AUDIT_URL: database.urls.audit },
    ...{ IDENTIFIER_KEY: Buffer.alloc(32, 1).toString('base64'), IDENTIFIER_INDEX_KEY: Buffer.alloc(32, 2).toString('base64') },
  };
  let child: ChildProcess | undefined;
  let said = '';
  return {
    url,
    said: () => said,
    start: async () => {
      const started = spawn(process.execPath, ['--input-type=module', '-e', ENTRY], { cwd: BACKEND, env, stdio: ['ignore', 'pipe', 'pipe'] });
      child = started;
      started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      const gone = once(started, 'exit').then(() => Promise.reject(new Error(`the app ended while it started: ${said}`)));
      await Promise.race([once(started.stdout, 'data'), gone]);
      gone.catch(() => undefined);
    },
    kill: async () => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
