import { Injectable, signal } from '@angular/core';

/**
 * What the HTTP layer knows about the sign-in: it ended while a page was open, or it came back.
 * Pages stay as they are meanwhile, so nothing typed is lost.
 */
@Injectable({ providedIn: 'root' })
export class SignedOut {
  private readonly ended = signal(false);
  private readonly rounds = signal(0);

  readonly now = this.ended.asReadonly();
  /** Rises at every return to a valid sign-in; reads depend on it and fetch again. */
  readonly returned = this.rounds.asReadonly();

  note(): void {
    this.ended.set(true);
  }

  cameBack(): void {
    if (!this.ended()) return;
    this.ended.set(false);
    this.rounds.update((n) => n + 1);
  }
}
