import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

export interface ChosenId {
  readonly id: Signal<string | undefined>;
  /** Also opens another tab when it is named. */
  choose(id: string | undefined, tab?: string): void;
}

/** Which organisation or staff member a tab shows: an id in the page's address. Call in an injection context. */
export function chosenId(name: 'organisation' | 'medarbetare'): ChosenId {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const read = (): string | undefined => route.snapshot.queryParamMap.get(name) ?? undefined;
  return {
    id: toSignal(route.queryParamMap.pipe(map((params) => params.get(name) ?? undefined)), { initialValue: read() }),
    choose: (id, tab) => {
      const queryParams = { [name]: id ?? null, ...(tab !== undefined && { flik: tab }) };
      void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge' });
    },
  };
}
