import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { malformed } from '../problem/problem.ts';

export const MAX_BODY_BYTES = 256 * 1024;
export const MAX_DEPTH = 20;
const INHERITED = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads JSON bodies of the API and nothing else (the demo sign-in beside it reads its own forms): 413 past 256 KiB, 400 when it cannot be
 * parsed, nests deeper than 20 or names what every object has from its prototype. Compressed bodies are refused (415), since a small one may unfold without end.
 */
export function bodyLimits(): RequestHandler[] {
  const json = express.json({ limit: MAX_BODY_BYTES, inflate: false, strict: true, type: 'application/json' });
  return [
    (request, response, next) => (/^\/(api|auth)\//.test(request.path) ? json(request, response, next) : next()),
    (request: Request, _response: Response, next: NextFunction) => {
      const code = faultIn(request.body, MAX_DEPTH);
      next(code ? malformed([{ pointer: '', code }]) : undefined);
    },
  ];
}

/** Goes no deeper than it must, so a deep value cannot exhaust the stack here. */
export function faultIn(value: unknown, levels: number): 'tooDeep' | 'unknown' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (levels === 0) return 'tooDeep';
  // Later layers would overlook these names, where every other unknown name is refused.
  if (INHERITED.some((name) => Object.hasOwn(value, name))) return 'unknown';
  for (const inner of Object.values(value)) {
    const fault = faultIn(inner, levels - 1);
    if (fault) return fault;
  }
  return undefined;
}
