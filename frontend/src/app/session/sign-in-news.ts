import { DestroyRef, inject, Injectable } from '@angular/core';

const CHANNEL = 'samspel.sign-in';

/** Tells the other tabs of this browser that somebody signed in, and hears it from them. Carries no data at all. */
@Injectable({ providedIn: 'root' })
export class SignInNews {
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.channel?.close());
  }

  tell(): void {
    this.channel?.postMessage('signed-in');
  }

  listen(heard: () => void): void {
    this.channel?.addEventListener('message', heard);
  }
}
