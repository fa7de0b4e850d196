import { computed, linkedSignal, type Signal, signal } from '@angular/core';
import { read, type Read } from './read.ts';

interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor?: string;
}

/** A list that grows: the pages read so far as one, and whether there is more. */
export interface PagedRead<T> extends Read<Page<T>> {
  readonly more: Signal<boolean>;
  next(): void;
}

/**
 * Reads a list page by page. A new address begins anew; `reload()` goes back to the first page.
 * Call it in an injection context. While `path` returns undefined nothing is read.
 */
export function pagedRead<T>(path: string | (() => string | undefined), limit = 20): PagedRead<T> {
  const base = computed(() => (typeof path === 'string' ? path : path()));
  const cursor = linkedSignal<string | undefined, string | undefined>({ source: base, computation: () => undefined });
  const round = signal(0);
  const page = read<Page<T>>(() => {
    const wanted = base();
    if (wanted === undefined) return undefined;
    const from = cursor();
    return `${wanted}${wanted.includes('?') ? '&' : '?'}limit=${limit}${from === undefined ? '' : `&cursor=${encodeURIComponent(from)}`}`;
  });
  const gathered = linkedSignal<
    { base: string | undefined; round: number; cursor: string | undefined; page: Page<T> | undefined; refused: boolean },
    Page<T> | undefined
  >({
    source: () => ({ base: base(), round: round(), cursor: cursor(), page: page.value(), refused: page.problem()?.hidden === true }),
    computation: (now, before) => {
      if (now.refused) return undefined;
      const sameList = before?.source.base === now.base && before?.source.round === now.round;
      const earlier = sameList ? before?.value : undefined;
      if (now.page === undefined) return earlier;
      if (now.cursor === undefined) return now.page;
      // The page that was just read comes after those that are shown; the same page again changes nothing.
      return before?.source.page === now.page ? earlier : { ...now.page, items: [...(earlier?.items ?? []), ...now.page.items] };
    },
  });
  return {
    ...page,
    value: gathered,
    more: computed(() => gathered()?.nextCursor !== undefined),
    next: () => cursor.set(gathered()?.nextCursor),
    reload: () => {
      round.update((n) => n + 1);
      if (cursor() === undefined) page.reload();
      else cursor.set(undefined);
    },
  };
}
