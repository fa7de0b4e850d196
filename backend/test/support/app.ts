import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Gate } from '../../src/access/gate.ts';
import { AppModule } from '../../src/app.module.ts';
import { DemoModule } from '../../src/demo/demo.module.ts';
import { demoSettings } from '../../src/demo/demo-settings.ts';
import { mountIdentityProvider } from '../../src/demo/identity-provider.ts';
import { Clock } from '../../src/platform/clock/clock.ts';
import { Environment, readEnvironment } from '../../src/platform/config/environment.ts';
import { configureHttp } from '../../src/platform/http/configure.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

export interface RunningApp {
  url: string;
  app: NestExpressApplication;
  clock: Clock;
  database: TestDatabase;
  close(): Promise<void>;
}

/** Lock 1 held open: every policy says yes, so that only row security stands. */
class OpenGate extends Gate {
  override requireVisible(): void {}
  override require(): void {}
}

export interface StartOptions {
  /** Hold lock 1 open. */
  gateOpen?: boolean;
  settings?: Record<string, string>;
  database?: TestDatabase;
  /** Folder of the built client; none by default. */
  web?: string;
}

/** The whole application on a database of its own, behind a loopback port of its own, with the demo identity provider beside it. */
export async function startApp(options: StartOptions = {}): Promise<RunningApp> {
  const database = options.database ?? (await freshDatabase());
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const environment = readEnvironment({ ...testSettings(url, database), ...options.settings });
  const builder = Test.createTestingModule({ imports: [AppModule.with(environment, [DemoModule])] });
  if (options.gateOpen) builder.overrideProvider(Gate).useClass(OpenGate);
  const app = (await builder.compile()).createNestApplication<NestExpressApplication>({ bodyParser: false, logger: ['error'] });
  mountIdentityProvider(app, app.get(Environment));
  configureHttp(app, options.web ?? '/nonexistent');
  await app.init();
  server.on('request', app.getHttpAdapter().getInstance() as (...args: unknown[]) => void);
  const close = async (): Promise<void> => {
    await app.close();
    await stop(server);
    await database.drop();
  };
  return { url, app, clock: app.get(Clock), database, close };
}

function testSettings(url: string, database: TestDatabase): Record<string, string> {
  const { urls } = database;
  return {
    ...demoSettings(url),
    DATABASE_URL: urls.app,
    DATABASE_WORKER_URL: urls.worker,
    DATABASE_AUDIT_URL: urls.audit,
    IDENTIFIER_KEY: Buffer.alloc(32, 1).toString('base64'),
    IDENTIFIER_INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
  };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
