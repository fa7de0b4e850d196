import { DestroyRef, inject, Injectable, InjectionToken, type Signal, signal } from '@angular/core';
import { filter, type Observable, Subject } from 'rxjs';

/** The server says only that something changed; what it is now comes from an authorised read. */
export interface LiveEvent {
  readonly type: string;
  readonly ref: string;
  readonly version?: number;
}

export type LiveState = 'off' | 'connecting' | 'open' | 'waiting';

/** Sent to everybody after a lost connection: anything may have changed meanwhile. */
export const RECONNECTED: LiveEvent = { type: 'live.reconnected', ref: '*' };

/** Anything may have changed: after a lost connection on either side, or when the demo's day was moved. */
export const concernsAll = (event: LiveEvent): boolean => event.type === RECONNECTED.type || event.ref === 'all';

export const OPEN_EVENT_SOURCE = new InjectionToken<(url: string) => EventSource>('open event source', {
  providedIn: 'root',
  factory: () => (url) => new EventSource(url),
});

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** One stream of changes per tab. */
@Injectable({ providedIn: 'root' })
export class Live {
  private readonly open = inject(OPEN_EVENT_SOURCE);
  private readonly heard = new Subject<LiveEvent>();
  private readonly current = signal<LiveState>('off');
  private source: EventSource | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;

  readonly state: Signal<LiveState> = this.current.asReadonly();
  readonly events: Observable<LiveEvent> = this.heard.asObservable();

  /** Events about one thing (a case id, a plan id), and those that concern everything. */
  about(ref: () => string | undefined): Observable<LiveEvent> {
    return this.events.pipe(filter((event) => event.ref === ref() || concernsAll(event)));
  }

  start(url: string): void {
    this.stop();
    this.connect(url);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    this.failures = 0;
    this.current.set('off');
  }

  private connect(url: string): void {
    this.current.set('connecting');
    const source = this.open(url);
    this.source = source;
    source.onopen = () => {
      this.current.set('open');
      if (this.failures > 0) this.heard.next(RECONNECTED);
      this.failures = 0;
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const event = parse(message.data);
      if (event !== null) this.heard.next(event);
    };
    source.onerror = () => this.retry(url, source);
  }

  // The browser retries a dropped connection by itself but never a refused one (401, 503), and it does so without
  // backing off; with a thousand open tabs after a restart that matters.
  private retry(url: string, source: EventSource): void {
    source.close();
    this.failures += 1;
    this.current.set('waiting');
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.failures - 1));
    this.timer = setTimeout(() => this.connect(url), pause * (0.75 + Math.random() / 2));
  }
}

/** Counts changes a page has not shown yet, so nothing jumps under the pointer. */
export class UnseenChanges {
  private readonly unseen = signal(0);
  readonly count: Signal<number> = this.unseen.asReadonly();

  seen(): void {
    this.unseen.set(0);
  }

  add(): void {
    this.unseen.update((n) => n + 1);
  }
}

/**
 * Changes to one thing since the page last read it. Call in an injection context.
 * @param shownVersion events up to this version are what the page already shows (its own acts among them).
 */
export function unseenChanges(ref: () => string | undefined, shownVersion: () => number | undefined = () => undefined): UnseenChanges {
  const unseen = new UnseenChanges();
  const subscription = inject(Live)
    .about(ref)
    .subscribe((event) => {
      const shown = shownVersion();
      if (event.version === undefined || shown === undefined || event.version > shown) unseen.add();
    });
  inject(DestroyRef).onDestroy(() => subscription.unsubscribe());
  return unseen;
}

function parse(data: string): LiveEvent | null {
  try {
    const event = JSON.parse(data) as Partial<LiveEvent>;
    return typeof event.type === 'string' && typeof event.ref === 'string' ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
}
