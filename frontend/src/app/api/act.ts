import { computed, type Signal, signal } from '@angular/core';
import { ApiProblem } from './problem.ts';

/**
 * One intended act of a form or button: whether it is under way, why it was refused, and the key that makes a
 * second try the same act. Typed text lives in the component and is never touched from here.
 */
export class Act {
  private key = crypto.randomUUID();
  private readonly running = signal(false);
  private readonly refused = signal<ApiProblem | null>(null);

  readonly busy: Signal<boolean> = this.running.asReadonly();
  readonly problem: Signal<ApiProblem | null> = this.refused.asReadonly();
  readonly failed = computed(() => this.refused() !== null);

  /**
   * Runs the act unless it is already running.
   * @returns its result, or undefined when it was refused (see `problem`) or already under way.
   */
  async run<T>(send: (key: string) => Promise<T>): Promise<T | undefined> {
    if (this.running()) return undefined;
    this.running.set(true);
    this.refused.set(null);
    try {
      const result = await send(this.key);
      this.key = crypto.randomUUID();
      return result;
    } catch (error) {
      const problem = ApiProblem.from(error);
      // The same key with another body is an error of its own (422), so a clear refusal ends this act;
      // only when nobody knows whether it happened must the next try carry the same key.
      if (!problem.unknownOutcome && problem.status !== 401) this.key = crypto.randomUUID();
      this.refused.set(problem);
      return undefined;
    } finally {
      this.running.set(false);
    }
  }

  forget(): void {
    this.refused.set(null);
  }
}
