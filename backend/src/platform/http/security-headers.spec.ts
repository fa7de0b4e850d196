import express from 'express';
import request from 'supertest';
import { Environment } from '../config/environment.ts';
import { nonceOf, securityHeaders } from './security-headers.ts';

function app(kind: Environment['DEPLOYMENT_KIND']): express.Express {
  const server = express();
  server.use(securityHeaders(Object.assign(new Environment(), { DEPLOYMENT_KIND: kind })));
  server.use((_request, response) => void response.send(nonceOf(response)));
  return server;
}

describe('security headers', () => {
  it('let only scripts with this response’s nonce run', async () => {
    const first = await request(app('production')).get('/');
    const csp = first.headers['content-security-policy']!;
    expect(csp.split(';')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        `script-src 'nonce-${first.text}' 'strict-dynamic'`,
        `style-src 'self' 'nonce-${first.text}'`,
        "img-src 'self' data:",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ]),
    );
    expect(csp).not.toContain('unsafe');
    expect((await request(app('production')).get('/')).text).not.toBe(first.text);
  });

  it('close the rest, and ask for https only where there is any', async () => {
    const { headers } = await request(app('production')).get('/');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    });
    expect((await request(app('demo')).get('/')).headers).not.toHaveProperty('strict-transport-security');
  });

  it.each([
    ['/api/v1/session', 'no-store'],
    ['/auth/login', 'no-store'],
    ['/arenden', undefined],
    ['/apixyz', undefined],
  ])('%s: cache-control %s', async (path, value) => {
    expect((await request(app('demo')).get(path)).headers['cache-control']).toBe(value);
  });

  it('give the API reference a policy of its own, still without inline scripts', async () => {
    const csp = (await request(app('demo')).get('/api/docs')).headers['content-security-policy']!;
    expect(csp).toContain("script-src 'self';");
    expect(csp).not.toContain('trusted-types');
    expect((await request(app('demo')).get('/api/docsx')).headers['content-security-policy']).toContain('trusted-types');
  });
});
