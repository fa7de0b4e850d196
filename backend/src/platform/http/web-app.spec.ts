import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import request from 'supertest';
import { Environment } from '../config/environment.ts';
import { securityHeaders } from './security-headers.ts';
import { webApp } from './web-app.ts';

let folder: string;
let server: express.Express;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samspel-web-'));
  mkdirSync(join(folder, 'i18n'));
  writeFileSync(
    join(folder, 'index.html'),
    '<script src="main-ABCDEF12.js" nonce="__CSP_NONCE__"></script><app-root ngCspNonce="__CSP_NONCE__"></app-root>',
  );
  writeFileSync(join(folder, 'main-ABCDEF12.js'), 'void 0;');
  writeFileSync(join(folder, 'chunk-bT_t20-b.js'), 'void 0;');
  writeFileSync(join(folder, 'i18n', 'sv.json'), '{}');
  writeFileSync(join(folder, '.build'), 'fingerprint');
  writeFileSync(join(folder, '..', 'samspel-secret.txt'), 'secret');
  server = express();
  server.use(securityHeaders(Object.assign(new Environment(), { DEPLOYMENT_KIND: 'demo' })));
  server.use(webApp(folder));
  server.use((_request, response) => void response.status(404).send('not ours'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'samspel-secret.txt'));
});

describe('the built client', () => {
  it.each(['/', '/arenden', '/arenden/01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42', '/index.html'])(
    '%s is the page, with this response’s nonce in it',
    async (path) => {
      const { status, text, headers } = await request(server).get(path).set('accept', 'text/html');
      const nonce = /'nonce-([^']+)'/.exec(headers['content-security-policy']!)![1]!;
      expect([status, headers['cache-control']]).toEqual([200, 'no-cache']);
      expect(text.split(nonce)).toHaveLength(3);
      expect(text).not.toContain('__CSP_NONCE__');
    },
  );

  it('keeps files that carry their hash for ever and asks anew for the others', async () => {
    for (const file of ['/main-ABCDEF12.js', '/chunk-bT_t20-b.js']) {
      expect((await request(server).get(file)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
    expect((await request(server).get('/i18n/sv.json')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/main-OLDOLD12.js',
    '/.build',
    '/..%2fsamspel-secret.txt',
    '/i18n/..%2f..%2fsamspel-secret.txt',
    '/api/v1/unknown',
    '/auth/unknown',
    '/health/unknown',
    '/idp/unknown',
  ])('%s is not a page', async (path) => {
    const { status, text } = await request(server).get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/secret|fingerprint|app-root/);
  });

  it('answers no other method and nobody who wants data', async () => {
    expect((await request(server).post('/')).status).toBe(404);
    expect((await request(server).get('/arenden').set('accept', 'application/json')).status).toBe(404);
  });
});
