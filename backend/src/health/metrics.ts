import { type Server, createServer } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { collectDefaultMetrics, register } from 'prom-client';
import { measureSweep } from '../alert/sweep-figures.ts';
import { Database } from '../platform/database/database.ts';
import type { Environment } from '../platform/config/environment.ts';
import { measureJobs } from './job-metrics.ts';

/** Prometheus figures: on the main port in the demo, on a port of their own where METRICS_PORT says so. No labels carry ids or names. */
export function serveMetrics(app: NestExpressApplication, environment: Environment): Server | undefined {
  register.clear();
  collectDefaultMetrics();
  measureJobs(app.get(Database));
  measureSweep();
  if (environment.METRICS_PORT === 0) {
    if (environment.DEPLOYMENT_KIND === 'demo') app.use('/metrics', answer);
    return undefined;
  }
  return createServer((_, response) => void answer(undefined, response)).listen(environment.METRICS_PORT, environment.HOST);
}

async function answer(_: unknown, response: { setHeader(name: string, value: string): unknown; end(body: string): unknown }): Promise<void> {
  response.setHeader('content-type', register.contentType);
  response.end(await register.metrics());
}
