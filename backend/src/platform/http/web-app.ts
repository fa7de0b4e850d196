import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { nonceOf } from './security-headers.ts';

/** Paths that are never the client's. */
const NOT_PAGES = /^\/(api|auth|idp|health|metrics)(\/|$)/;
const FILE = /\.[a-z0-9]+$/i;
/** The builder puts a hash of the content into these names. */
const HASHED = /^\/\w+-[\w-]{8}\.(js|css)$/;
const YEAR_MS = 31_536_000_000;

/** Serves the built client: its files, and for every other path index.html, whose address the client reads itself. */
export function webApp(folder: string): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!['GET', 'HEAD'].includes(request.method) || NOT_PAGES.test(request.path)) return next();
    if (FILE.test(request.path) && request.path !== '/index.html') return sendFile(folder, request, response, next);
    if (!request.accepts('html')) return next();
    readFile(join(folder, 'index.html'), 'utf8').then(
      (html) =>
        response
          .set('cache-control', 'no-cache')
          .type('html')
          .send(html.replaceAll('__CSP_NONCE__', nonceOf(response))),
      (error: NodeJS.ErrnoException) => next(error.code === 'ENOENT' ? undefined : error),
    );
  };
}

function sendFile(folder: string, request: Request, response: Response, next: NextFunction): void {
  const immutable = HASHED.test(request.path);
  const caching = immutable ? { immutable, maxAge: YEAR_MS } : { cacheControl: false };
  if (!immutable) response.set('cache-control', 'no-cache');
  response.sendFile(request.path, { root: folder, dotfiles: 'ignore', ...caching }, (error?: NodeJS.ErrnoException) => {
    // A client that has gone away is nobody to answer.
    if (error && !response.headersSent) next(error.code === 'ECONNABORTED' ? undefined : error);
  });
}
