import type { RequestHandler } from 'express';
import type { Readiness } from '../health/readiness.ts';

/** While the town is built the demo's clock stands on other days, so nobody is let in to act on them. Health is answered all the same. */
export function whileBuilding(readiness: Readiness): RequestHandler {
  return (request, response, next) => {
    if (!readiness.waiting.length || request.path.startsWith('/health/')) return next();
    response
      .status(503)
      .set({ 'retry-after': '2', refresh: '2', 'cache-control': 'no-store' })
      .type('text/plain')
      .send('Sjöstad byggs. Sidan öppnas om några sekunder.\n');
  };
}
