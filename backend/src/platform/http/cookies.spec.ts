import type { Request, Response } from 'express';
import { Environment } from '../config/environment.ts';
import { Cookies, isLoopbackTwin } from './cookies.ts';

const SECRET = 'a'.repeat(43);
const at = (kind: Environment['DEPLOYMENT_KIND'], url: string): Environment =>
  Object.assign(new Environment(), { DEPLOYMENT_KIND: kind, PUBLIC_URL: url });

function lineSet(environment: Environment): string {
  const lines: string[] = [];
  const response = { append: (_: string, line: string) => lines.push(line) } as unknown as Response;
  new Cookies(environment).set(response, 'sid', SECRET);
  return lines.join();
}

const read = (environment: Environment, cookie: string): string | undefined =>
  new Cookies(environment).read({ headers: { cookie } } as unknown as Request, 'sid');

describe('cookies', () => {
  it.each([
    ['production', 'https://samspel.example'],
    ['production', 'http://localhost:3000'],
    ['demo', 'https://samspel.localhost'],
    ['demo', 'http://samspel.example'],
  ] as const)('%s at %s: bound to this host and to https', (kind, url) => {
    expect(lineSet(at(kind, url))).toBe(`__Host-sid=${SECRET}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  });

  it('do without only in the demo on plain http of this machine', () => {
    expect(lineSet(at('demo', 'http://localhost:3000'))).toBe(`sid=${SECRET}; Path=/; HttpOnly; SameSite=Lax`);
  });

  it('are read under their own name alone, and only when they can be ours', () => {
    const production = at('production', 'https://samspel.example');
    expect(read(production, `__Host-sid=${SECRET}`)).toBe(SECRET);
    expect(read(production, `sid=${SECRET}`)).toBeUndefined();
    expect(read(production, `__Host-sid=${SECRET}x`)).toBeUndefined();
    expect(read(production, '')).toBeUndefined();
  });

  it.each([
    ['127.0.0.1:3000', true],
    ['[::1]:3000', true],
    ['127.0.0.1:3001', false],
    ['samspel.example:3000', false],
    ['localhost:3000@evil.example', false],
    ['', false],
    [undefined, false],
  ])('the demo on localhost:3000 answers to %s: %s', (host, expected) => {
    expect(isLoopbackTwin(host, at('demo', 'http://localhost:3000'))).toBe(expected);
    expect(isLoopbackTwin(host, at('production', 'http://localhost:3000'))).toBe(false);
  });
});
