import { computed, effect, inject, linkedSignal, type Signal, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { concernsAll, Live, type LiveEvent } from './live.ts';
import { read, type Read } from './read.ts';

/** A read that is kept fresh behind the page: what has changed is counted, and shown when the reader asks or acts. */
export interface CalmRead<T> extends Read<T> {
  /** How many things are new (or gone) compared with what is shown. */
  readonly changes: Signal<number>;
  /** Shows the newest. */
  show(): void;
}

/**
 * Reads `path` again whenever an event concerns it, without moving anything under the reader's pointer. `reload()` is
 * for the reader's own acts: what comes back is shown at once. Call it in an injection context.
 * @param parts the things in a value whose change a reader would notice; times of reading do not belong here.
 */
export function calmRead<T>(
  path: () => string | undefined,
  concerns: (event: LiveEvent) => boolean,
  parts: (value: T) => readonly unknown[],
): CalmRead<T> {
  const latest = read<T>(path);
  const following = signal(true);
  const shown = linkedSignal<{ path: string | undefined; fresh: T | undefined; follow: boolean }, T | undefined>({
    source: () => ({ path: path(), fresh: latest.value(), follow: following() }),
    computation: (now, before) => {
      const held = before?.source.path === now.path ? before?.value : undefined;
      // What the reader may no longer see goes at once, calm or not.
      return now.follow || now.fresh === undefined || held === undefined ? now.fresh : held;
    },
  });
  // A resource that is being read ignores another request, and what it is about to answer may already be old.
  let again = false;
  const refresh = (): void => {
    if (latest.loading()) again = true;
    else latest.reload();
  };
  effect(() => {
    if (latest.loading() || !again) return;
    again = false;
    latest.reload();
  });
  // A linked signal remembers only what somebody has read: without a reader it would take the news for the first value.
  effect(() => shown());
  inject(Live)
    .events.pipe(takeUntilDestroyed())
    .subscribe((event) => {
      if (!concernsAll(event) && !concerns(event)) return;
      if (!latest.loading()) following.set(false);
      refresh();
    });
  return {
    ...latest,
    value: shown,
    changes: computed(() => difference(shown(), latest.value(), parts)),
    show: () => following.set(true),
    reload: () => {
      following.set(true);
      refresh();
    },
  };
}

function difference<T>(shown: T | undefined, latest: T | undefined, parts: (value: T) => readonly unknown[]): number {
  if (shown === undefined || latest === undefined || shown === latest) return 0;
  const before = new Set(parts(shown).map((part) => JSON.stringify(part)));
  const after = new Set(parts(latest).map((part) => JSON.stringify(part)));
  const missingFrom = (one: Set<string>, other: Set<string>): number => [...one].filter((part) => !other.has(part)).length;
  return missingFrom(after, before) || missingFrom(before, after);
}
