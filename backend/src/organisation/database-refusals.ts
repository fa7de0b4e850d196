import { QueryFailedError } from 'typeorm';
import type { Problem } from '../platform/problem/problem.ts';

/** Turns what a named constraint of the database refused into the answer a person can act on; anything else goes on as it was. */
export async function refusing<T>(work: Promise<T>, answers: Record<string, () => Problem>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { constraint = '' } = (error instanceof QueryFailedError ? error.driverError : {}) as { constraint?: string };
    throw answers[constraint]?.() ?? error;
  }
}
