import { Injectable } from '@nestjs/common';
import { forbidden, notVisible } from '../platform/problem/problem.ts';

/** What a policy answers: yes, or no with the reason code that the client shows in words. */
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly because: string };

export const allowed: Decision = { allowed: true };
export const refused = (because: string): Decision => ({ allowed: false, because });

/** Lock 1. One place turns a policy's answer into a refusal, so that tests can hold this lock open and prove that lock 2 alone suffices. */
@Injectable()
export class Gate {
  /** Cannot see = 404, in the same words as for what does not exist. */
  requireVisible(decision: Decision): void {
    if (!decision.allowed) throw notVisible();
  }

  /** Can see but may not = 403 with the reason. */
  require(decision: Decision): void {
    if (!decision.allowed) throw forbidden(decision.because);
  }
}
