import { httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal, type Signal } from '@angular/core';
import { apiUrl } from './api.ts';
import { ApiProblem } from './problem.ts';
import { SignedOut } from './signed-out.ts';

/** Something a page shows. `<ui-load [of]="…">` renders every state of it except the value itself. */
export interface Read<T> {
  /** The last value read for this path; stays while it is read again, goes when the reader may no longer see it. */
  readonly value: Signal<T | undefined>;
  readonly problem: Signal<ApiProblem | null>;
  readonly loading: Signal<boolean>;
  /** When the value was last true. */
  readonly readAt: Signal<Date | null>;
  /** The ETag of the value, for `If-Match`. */
  readonly etag: Signal<string | null>;
  reload(): void;
}

interface Kept<T> {
  readonly path: string | undefined;
  readonly value: T | undefined;
  readonly at: Date | null;
  readonly etag: string | null;
}

/**
 * Reads an API path and follows it: again when the path changes, when the reader signs in again, and on `reload()`.
 * Call it in an injection context. While `path` returns undefined nothing is read.
 */
export function read<T>(path: () => string | undefined): Read<T> {
  const signedOut = inject(SignedOut);
  const resource = httpResource<T>(() => {
    signedOut.returned();
    const wanted = path();
    return wanted === undefined ? undefined : { url: apiUrl(wanted) };
  });
  const problem = computed(() => {
    const error = resource.error();
    return error === undefined ? null : ApiProblem.from(error);
  });
  const kept = linkedSignal<{ path: string | undefined; problem: ApiProblem | null; fresh: T | undefined }, Kept<T>>({
    source: () => ({ path: path(), problem: problem(), fresh: resource.hasValue() ? resource.value() : undefined }),
    computation: (now, previous) => {
      if (now.fresh !== undefined && !resource.isLoading()) {
        return { path: now.path, value: now.fresh, at: new Date(), etag: resource.headers()?.get('ETag') ?? null };
      }
      const before = previous?.value;
      // After a withdrawal of consent the case answers 404: what was on the screen must go with it.
      if (before === undefined || before.path !== now.path || now.problem?.hidden === true) {
        return { path: now.path, value: undefined, at: null, etag: null };
      }
      return before;
    },
  });
  return {
    value: computed(() => kept().value),
    problem,
    loading: resource.isLoading,
    readAt: computed(() => kept().at),
    etag: computed(() => kept().etag),
    reload: () => void resource.reload(),
  };
}
