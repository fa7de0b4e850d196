import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { documentedHeader } from '../openapi/header.ts';
import { versionRequired, versionStale } from '../problem/problem.ts';

/** The version a change builds on, from `If-Match: "7"` (RFC 9110 13.1.1). 428 when missing; `*` is refused, it would defeat the purpose. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<Request>().get('if-match');
    const version = /^"(\d{1,9})"$/.exec(header ?? '')?.[1];
    if (!version) throw versionRequired();
    return Number(version);
  },
  [documentedHeader({ name: 'If-Match', description: 'The version the change builds on: the ETag that was read.', required: true, example: '"7"' })],
);

export const etag = (version: number): string => `"${version}"`;

/** 412 with the current version when somebody else was first. */
export function requireVersion(current: { version: number }, expected: number): void {
  if (current.version !== expected) throw versionStale(etag(current.version));
}
