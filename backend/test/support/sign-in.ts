import { randomUUID } from 'node:crypto';
import { checkContract } from './contract.ts';

/** What JSON.parse answers: the assertion on it is the check. */
export type Json = ReturnType<typeof JSON.parse>;

export interface Answer<Body = Json> {
  status: number;
  /** Parsed JSON, or the text of anything else. */
  body: Body;
  headers: Headers;
}

export type RequestOptions = { headers?: Record<string, string>; accept?: string };

/** A browser as far as HTTP goes: keeps cookies, sends what the client sends. A path without a leading slash is below `/api/v1/`. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get<Body = Json>(path: string, options?: RequestOptions): Promise<Answer<Body>> {
    return this.send('GET', path, undefined, options);
  }

  /** With an idempotency key of its own, unless `options` brings one. */
  post<Body = Json>(path: string, body: unknown = {}, options: RequestOptions = {}): Promise<Answer<Body>> {
    return this.send('POST', path, body, { ...options, headers: { 'idempotency-key': randomUUID(), ...options.headers } });
  }

  put<Body = Json>(path: string, body: unknown = {}, options?: RequestOptions): Promise<Answer<Body>> {
    return this.send('PUT', path, body, options);
  }

  delete<Body = Json>(path: string, options?: RequestOptions): Promise<Answer<Body>> {
    return this.send('DELETE', path, undefined, options);
  }

  /** Follows redirects one by one, as a browser does, and answers the last page. */
  async follow(path: string, options?: RequestOptions): Promise<Answer<string> & { url: string }> {
    let url = new URL(path, this.url);
    for (let hop = 0; hop < 20; hop++) {
      const response = await this.fetch('GET', url, undefined, options);
      const location = response.headers.get('location');
      if (!location) return { status: response.status, body: await response.text(), headers: response.headers, url: url.toString() };
      url = new URL(location, url);
    }
    throw new Error('redirected in circles');
  }

  async fetch(method: string, url: URL, body?: string, { headers = {}, accept }: RequestOptions = {}): Promise<Response> {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...(accept && { accept }), cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), ...headers },
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/max-age=0(;|$)/i.test(line)) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  private async send<Body>(method: string, path: string, body: unknown, options: RequestOptions = {}): Promise<Answer<Body>> {
    const url = new URL(path.startsWith('/') ? path : `/api/v1/${path}`, this.url);
    const own = { ...(method !== 'GET' && { 'x-requested-with': 'samspel' }), ...(body !== undefined && { 'content-type': 'application/json' }) };
    const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
    const response = await this.fetch(method, url, text, { ...options, headers: { ...own, ...options.headers } });
    const content = await response.text();
    const type = response.headers.get('content-type') ?? '';
    const answer = (/json/.test(type) ? JSON.parse(content) : content) as Body;
    if (/json/.test(type)) checkContract(method, url, response.status, type, answer);
    return { status: response.status, headers: response.headers, body: answer };
  }
}

/** Signs a demo account in the way a browser does: plain redirects through the identity provider, no question. Add to `client` to have two sessions in one browser. */
export async function signIn(url: string, hint: string, audience: 'staff' | 'citizen' = 'staff', client = new Client(url)): Promise<Client> {
  const { status, url: landed } = await client.follow(
    `/auth/login?audience=${audience}&login_hint=${encodeURIComponent(hint)}&returnTo=/health/live`,
  );
  if (status !== 200 || !landed.endsWith('/health/live')) throw new Error(`${hint} could not sign in: ${status} at ${landed.split('?')[0]}`);
  return client;
}

/** Several staff at once, in the order of their hints. */
export function signInAll<const Hints extends readonly string[]>(url: string, hints: Hints): Promise<{ [Index in keyof Hints]: Client }> {
  return Promise.all(hints.map((hint) => signIn(url, hint))) as Promise<{ [Index in keyof Hints]: Client }>;
}
