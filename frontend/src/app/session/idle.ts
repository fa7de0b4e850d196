import { computed, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';
import { SignedOut } from '../api/signed-out.ts';
import { SessionStore } from './session.store.ts';

const WARNING_MS = 2 * 60_000;
/** Somebody who types or clicks is here; the server hears it at most this often. */
const HEARTBEAT_MS = 4 * 60_000;
const ACTIVITY = ['keydown', 'pointerdown'] as const;

/** Follows the limits of the session: keeps it alive while somebody works, warns two minutes before it ends. */
@Injectable({ providedIn: 'root' })
export class Idle {
  private readonly store = inject(SessionStore);
  private readonly signedOut = inject(SignedOut);
  private readonly document = inject(DOCUMENT);
  private readonly now = signal(Date.now());
  private lastTouch = Date.now();

  /** The instant the session ends unless somebody does something, in ms; the absolute end cannot be moved. */
  readonly endsAt = computed(() => {
    const session = this.store.current();
    return session === null ? Infinity : Math.min(Date.parse(session.idleExpiresAt), Date.parse(session.absoluteExpiresAt));
  });
  readonly final = computed(() => {
    const session = this.store.current();
    return session !== null && session.absoluteExpiresAt <= session.idleExpiresAt;
  });
  readonly state = computed<'working' | 'warning' | 'ended'>(() => {
    if (this.store.current() === null) return 'working';
    if (this.signedOut.now() || this.now() >= this.endsAt()) return 'ended';
    return this.now() >= this.endsAt() - WARNING_MS ? 'warning' : 'working';
  });

  constructor() {
    // The server's refusal and our own clock are one state: whichever comes first stops the page's reads.
    effect(() => {
      if (this.state() === 'ended' && !this.signedOut.now()) this.signedOut.note();
    });
    // Work in another tab keeps the same session alive without this tab hearing of it.
    effect(() => {
      if (this.state() === 'warning') void this.store.refresh().catch(() => undefined);
    });
  }

  start(): void {
    for (const kind of ACTIVITY) this.document.addEventListener(kind, () => void this.active(), { passive: true, capture: true });
    setInterval(() => this.now.set(Date.now()), 5_000);
  }

  /** Goes on working: the answer to the warning. */
  async stay(): Promise<void> {
    this.lastTouch = Date.now();
    await this.store.touch();
    this.now.set(Date.now());
  }

  private async active(): Promise<void> {
    if (this.state() !== 'working' || this.store.current() === null || Date.now() - this.lastTouch < HEARTBEAT_MS) return;
    await this.stay().catch(() => undefined);
  }
}
