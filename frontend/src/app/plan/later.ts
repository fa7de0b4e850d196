import { DestroyRef, inject, signal } from '@angular/core';
import { Act } from '../api/act.ts';

/**
 * Something reported as done that can be taken back in place: only when the time is out does anybody hear of it.
 * Leaving the page is no way to undo. Make it in an injection context.
 */
export class Later {
  readonly act = new Act();
  readonly done = signal(false);

  constructor(private readonly send: () => Promise<unknown>) {
    inject(DestroyRef).onDestroy(() => {
      if (this.done() && !this.act.busy()) void this.act.run(this.send);
    });
  }

  toggle(): void {
    this.act.forget();
    this.done.update((done) => !done);
  }

  /** Sends it. True when it was received. */
  async finish(): Promise<boolean> {
    await this.act.run(this.send);
    this.done.set(false);
    return !this.act.failed();
  }
}
