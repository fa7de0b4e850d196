import express, { type NextFunction, type Request, type Response } from 'express';
import request from 'supertest';
import { bodyLimits, faultIn, MAX_BODY_BYTES, MAX_DEPTH } from './body-limits.ts';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

function app(): express.Express {
  const server = express();
  server.use(...bodyLimits());
  server.use((incoming, response) => void response.json({ body: (incoming.body as unknown) ?? null }));
  server.use((error: { status: number }, _request: Request, response: Response, _next: NextFunction) => void response.status(error.status).end());
  return server;
}

const post = (body: string, path = '/api/v1/x', type = 'application/json'): request.Test =>
  request(app()).post(path).set('content-type', type).send(body);

describe('bodies', () => {
  it('are read up to 256 KiB', async () => {
    const frame = '{"a":""}'.length;
    expect((await post(`{"a":"${'x'.repeat(MAX_BODY_BYTES - frame)}"}`)).status).toBe(200);
    expect((await post(`{"a":"${'x'.repeat(MAX_BODY_BYTES - frame + 1)}"}`)).status).toBe(413);
  });

  it('nest to twenty levels', async () => {
    expect((await post(nested(MAX_DEPTH))).status).toBe(200);
    expect((await post(nested(MAX_DEPTH + 1))).status).toBe(400);
    expect((await post(nested(100_000))).status).toBe(400);
    expect(faultIn({ a: {} }, 1)).toBe('tooDeep');
    expect(faultIn({ a: null, b: 'text' }, 1)).toBeUndefined();
  });

  it('never name an object’s prototype, at whatever depth', async () => {
    expect((await post('{"a":[{"__proto__":{"role":"ADMINISTRATOR"}}]}')).status).toBe(400);
    expect((await post('{"constructor":{}}')).status).toBe(400);
    expect((await post('{"a":{"prototype":1}}')).status).toBe(400);
    expect((await post('{"a":"__proto__"}')).status).toBe(200);
  });

  it('are JSON objects or lists, whole and uncompressed', async () => {
    expect((await post('{"a":')).status).toBe(400);
    expect((await post('"a"')).status).toBe(400);
    expect((await request(app()).post('/api/v1/x').set({ 'content-type': 'application/json', 'content-encoding': 'gzip' }).send('{}')).status).toBe(
      415,
    );
  });

  it('of another kind, or of somebody else’s paths, are left unread', async () => {
    expect((await post('a=1', '/api/v1/x', 'application/x-www-form-urlencoded')).body).toEqual({ body: null });
    expect((await post('{"a":1}', '/idp/token')).body).toEqual({ body: null });
  });
});
