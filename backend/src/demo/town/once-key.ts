import { createHash, randomUUID } from 'node:crypto';
import type { OnceKey } from '../../platform/http/once.ts';

const NO_BODY = createHash('sha256').digest();

/** A key of its own for each act of the seed, which repeats none. */
export const onceKey = (): OnceKey => ({ key: randomUUID(), route: 'demo town', bodyHash: NO_BODY });
