import 'reflect-metadata';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from '../app.module.ts';
import { serveMetrics } from '../health/metrics.ts';
import { Readiness } from '../health/readiness.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { orExit } from '../platform/config/exit.ts';
import { builtClient } from '../platform/http/built-client.ts';
import { configureHttp } from '../platform/http/configure.ts';
import { logger } from '../platform/logging/logging.ts';
import { startWorker } from '../worker.ts';
import { DemoModule } from './demo.module.ts';
import { demoSettings } from './demo-settings.ts';
import { openDemoDatabase } from './demo-database.ts';
import { mountIdentityProvider } from './identity-provider.ts';
import { installKeys } from './installation-keys.ts';
import { openDemoPost } from './mail/demo-post.ts';
import { TownSeed } from './town-seed.ts';
import { welcome } from './welcome.ts';
import { whileBuilding } from './while-building.ts';

/** `npm start`: database, migrations, identity provider, app and worker in one process, and on the first start the demo town. */
const root = join(import.meta.dirname, '..', '..', '..');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

await orExit(async () => {
  const port = Number(process.env['PORT'] ?? 3000);
  const folder = process.env['SAMSPEL_DATA'] ?? join(root, '.data');
  const settings = demoSettings(process.env['PUBLIC_URL'] ?? `http://localhost:${port}`);
  const database = await openDemoDatabase(folder, process.env['DATABASE_URL'], say);
  const environment = readEnvironment({ ...settings, ...installKeys(folder), ...process.env, ...database.settings });
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment, [DemoModule]), {
    logger: logger(environment.LOG_LEVEL === 'log' ? 'warn' : environment.LOG_LEVEL, false),
    bodyParser: false,
    abortOnError: false,
  });
  const readiness = app.get(Readiness);
  readiness.waitFor('demo town');
  app.use(whileBuilding(readiness));
  mountIdentityProvider(app, environment);
  configureHttp(app, builtClient(join(import.meta.dirname, '..')));
  serveMetrics(app, environment);
  const stops = [() => app.close(), () => database.stop()];
  const ending = stopOnSignal(stops);
  await app.listen(environment.PORT, environment.HOST);
  const seeding = app.get(TownSeed).seedOnce(say);
  // Seconds at most, and a town built to its end need not be built anew by the next start.
  stops.unshift(() => seeding);
  await seeding;
  if (ending.aborted) return;
  readiness.arrived('demo town');
  const post = openDemoPost(environment.DATABASE_WORKER_URL, say);
  const worker = await startWorker(environment, { transport: post.transport });
  stops.unshift(
    () => worker.stop(),
    () => post.stop(),
  );
  say(welcome(environment.PUBLIC_URL));
});

/** Stops one after the other in the order given, the database last, once, however often the signal comes. */
function stopOnSignal(stops: readonly (() => Promise<void>)[]): AbortSignal {
  const ending = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (ending.signal.aborted) return;
      ending.abort();
      inTurn(stops).then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`${String(error)}\n`);
          process.exit(1);
        },
      );
    });
  }
  return ending.signal;
}

async function inTurn(stops: readonly (() => Promise<void>)[]): Promise<void> {
  for (const stop of [...stops]) await stop();
}
