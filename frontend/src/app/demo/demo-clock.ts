import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter } from 'rxjs';
import { Api } from '../api/api.ts';
import { concernsAll, Live } from '../api/live.ts';
import { read } from '../api/read.ts';
import { SessionStore } from '../session/session.store.ts';

/** What day it is in the demo, and how far that is from the real one. Only the demo answers it, so the API's document has no type for it. */
export interface DemoClockView {
  readonly now: string;
  readonly today: string;
  /** Calendar days ahead; 0 when the clock was never moved. */
  readonly shiftDays: number;
  readonly shiftWorkingDays: number;
  readonly nextWorkingDay: string;
}

/** The demo's clock as this page last heard of it. Outside the demo nothing is ever asked. */
@Injectable({ providedIn: 'root' })
export class DemoClock {
  private readonly api = inject(Api);
  private readonly session = inject(SessionStore);

  private readonly here = computed(() => this.session.current()?.demo === true && this.session.current()?.audience === 'staff');
  private readonly moved = signal(false);

  readonly read = read<DemoClockView>(() => (this.here() ? '/demo/clock' : undefined));

  constructor() {
    inject(Live)
      .events.pipe(filter(concernsAll), takeUntilDestroyed())
      .subscribe(() => this.moved.set(true));
    // What is being read when the clock moves may answer with the day before.
    effect(() => {
      if (!this.moved() || this.read.loading()) return;
      this.moved.set(false);
      this.read.reload();
    });
  }

  /** Moves the day forward for everybody, never back. Answers where it stands then. */
  async jump(workingDays: number, key: string): Promise<DemoClockView> {
    await this.api.create('/demo/clock/jumps', { workingDays }, key);
    const now = await this.api.get<DemoClockView>('/demo/clock');
    this.moved.set(true);
    return now;
  }
}
