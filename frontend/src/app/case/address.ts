import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

export interface AddressChoice<V extends string> {
  readonly value: Signal<V>;
  choose(value: string): void;
}

/**
 * A choice that lives in the page's address, so that it survives a reload and can be sent to a colleague. The first of
 * `values` is what an address without the name means. Call in an injection context.
 */
export function addressChoice<const V extends string>(name: string, values: readonly [V, ...V[]]): AddressChoice<V> {
  const route = inject(ActivatedRoute);
  const router = inject(Router);
  const known = (text: string | null): V => values.find((value) => value === text) ?? values[0];
  const value = toSignal(route.queryParamMap.pipe(map((params) => known(params.get(name)))), {
    initialValue: known(route.snapshot.queryParamMap.get(name)),
  });
  return {
    value,
    choose: (chosen) => {
      const queryParams = { [name]: known(chosen) === values[0] ? null : chosen };
      void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge', replaceUrl: true });
    },
  };
}
