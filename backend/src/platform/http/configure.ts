import type { NestExpressApplication } from '@nestjs/platform-express';
import { Environment } from '../config/environment.ts';
import { serveReference } from '../openapi/reference.ts';
import { ProblemFilter } from '../problem/problem.filter.ts';
import { bodyLimits } from './body-limits.ts';
import { rateLimits } from './rate-limits.ts';
import { securityHeaders } from './security-headers.ts';
import { validationPipe } from './validation.ts';
import { webApp } from './web-app.ts';

/** Where routes hang: the API under its version, sign-in and health beside it. */
export const API_PREFIX = ['api/v1', { exclude: ['auth/{*rest}', 'health/{*rest}'] }] satisfies Parameters<NestExpressApplication['setGlobalPrefix']>;

/** Everything around the routes, in the order a request meets it. Shared by every process entry and the tests. `web`: the built client's folder. */
export function configureHttp(app: NestExpressApplication, web: string): void {
  const environment = app.get(Environment);
  app.set('trust proxy', environment.TRUST_PROXY);
  app.disable('x-powered-by');
  // Weak ETags over bodies would be mistaken for versions.
  app.disable('etag');
  app.use(securityHeaders(environment), rateLimits(environment), ...bodyLimits());
  app.setGlobalPrefix(...API_PREFIX);
  serveReference(app);
  app.use(webApp(web));
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter());
}
