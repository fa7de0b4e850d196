import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.ts';
import { serveMetrics } from './health/metrics.ts';
import { type Environment, readEnvironment } from './platform/config/environment.ts';
import { orExit } from './platform/config/exit.ts';
import { builtClient } from './platform/http/built-client.ts';
import { configureHttp } from './platform/http/configure.ts';
import { logger } from './platform/logging/logging.ts';
import { runWorkerProcess, startWorker } from './worker.ts';

/** The production process. The demo has an entry of its own, which never reaches a production build. */
await orExit(async () => {
  const environment = readEnvironment(process.env);
  await (environment.PROCESS_ROLE === 'worker' ? runWorkerProcess(environment) : runApp(environment));
});

async function runApp(environment: Environment): Promise<void> {
  const log = logger(environment.LOG_LEVEL, environment.DEPLOYMENT_KIND === 'production');
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(environment), { logger: log, bodyParser: false, abortOnError: false });
  configureHttp(app, builtClient(import.meta.dirname));
  const metrics = serveMetrics(app, environment);
  app.enableShutdownHooks();
  await app.listen(environment.PORT, environment.HOST);
  const worker = environment.PROCESS_ROLE === 'all' ? await startWorker(environment) : undefined;
  app.getHttpServer().on('close', () => {
    metrics?.close();
    void worker?.stop();
  });
}
