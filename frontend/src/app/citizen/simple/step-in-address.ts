import { afterNextRender, computed, ElementRef, inject, Injector, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';

export interface StepInAddress {
  /** From 1 to as many as there are. */
  readonly number: Signal<number>;
  go(n: number): Promise<void>;
}

/** Which screen is shown, kept in the address so that back and reload work. Call in an injection context. */
export function stepInAddress(of: () => number): StepInAddress {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const injector = inject(Injector);
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const wanted = toSignal(route.queryParamMap.pipe(map((params) => Number(params.get('sida')))), { initialValue: 1 });
  return {
    number: computed(() => Math.min(Math.max(1, Math.trunc(wanted()) || 1), Math.max(1, of()))),
    // A new screen is a new page to whoever listens: its heading takes the focus.
    go: async (n) => {
      await router.navigate([], { relativeTo: route, queryParams: { sida: n } });
      afterNextRender({ read: () => host.querySelector<HTMLElement>('#simple-heading')?.focus() }, { injector });
    },
  };
}
