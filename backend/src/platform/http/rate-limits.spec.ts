import express, { type NextFunction, type Request, type Response } from 'express';
import request from 'supertest';
import { Environment } from '../config/environment.ts';
import { Problem } from '../problem/problem.ts';
import { RATE_LIMITS, type RateLimits, rateLimits } from './rate-limits.ts';

function app(limits: Partial<RateLimits>): express.Express {
  const server = express();
  const environment = Object.assign(new Environment(), { DEPLOYMENT_KIND: 'demo', PUBLIC_URL: 'http://localhost:1' });
  server.use(rateLimits(environment, { signIn: 100, address: 100, reads: 100, writes: 100, ...limits }));
  server.use((_request, response) => void response.send('fine'));
  server.use(
    (error: Problem, _request: Request, response: Response, _next: NextFunction) =>
      void response.status(error.status).set(error.more.headers).send(error.code),
  );
  return server;
}

const statuses = async (server: express.Express, paths: string[], cookie = ''): Promise<number[]> => {
  const found: number[] = [];
  for (const path of paths) found.push((await request(server).get(path).set('cookie', cookie)).status);
  return found;
};

const session = (letter: string): string => `sid=${letter.repeat(43)}`;

describe('rate limits', () => {
  it('stop too many sign-ins from one address and say when to come back', async () => {
    const server = app({ signIn: 2 });
    expect(await statuses(server, ['/auth/login', '/auth/login', '/auth/login', '/api/v1/session', '/arenden'])).toEqual([200, 200, 429, 200, 200]);
    const { headers, text } = await request(server).get('/auth/callback');
    expect(text).toBe('rate.limited');
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('stop one session without stopping its neighbour', async () => {
    const server = app({ reads: 1 });
    expect(await statuses(server, ['/api/v1/cases', '/api/v1/cases'], session('a'))).toEqual([200, 429]);
    expect(await statuses(server, ['/api/v1/cases'], session('b'))).toEqual([200]);
  });

  it('count what changes something apart from what reads', async () => {
    const server = app({ writes: 1 });
    const post = async (): Promise<number> => (await request(server).post('/api/v1/cases').set('cookie', session('a'))).status;
    expect([await post(), await post()]).toEqual([200, 429]);
    expect(await statuses(server, ['/api/v1/cases'], session('a'))).toEqual([200]);
  });

  it('stop an address that changes its session every time', async () => {
    const server = app({ address: 2 });
    const found: number[] = [];
    for (const letter of 'abc') found.push(...(await statuses(server, ['/api/v1/cases'], session(letter))));
    expect(found).toEqual([200, 200, 429]);
  });

  it('let at least sixty visitors a minute sign in to the demo', () => expect(RATE_LIMITS.demo.signIn).toBeGreaterThanOrEqual(60 * 2));
});
