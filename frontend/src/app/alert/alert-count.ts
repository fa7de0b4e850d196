import { computed, inject, Injectable } from '@angular/core';
import { filter } from 'rxjs';
import { type AlertCountView } from '@samspel/shared/api.ts';
import { concernsAll, Live } from '../api/live.ts';
import { read } from '../api/read.ts';
import { SessionStore } from '../session/session.store.ts';

/** How many alerts wait for whoever is signed in, for the header of every page. */
@Injectable({ providedIn: 'root' })
export class AlertCount {
  private readonly session = inject(SessionStore);
  private readonly alerted = computed(() => this.session.current()?.navigation.includes('my-day') === true);
  private readonly first = read<AlertCountView>(() => (this.alerted() ? '/alerts/count' : undefined));

  /** undefined: nobody who gets alerts is signed in. */
  readonly open = computed(() => (this.alerted() ? (this.first.value()?.open ?? 0) : undefined));

  constructor() {
    inject(Live)
      .events.pipe(filter((event) => concernsAll(event) || event.type === 'my-day' || event.type === 'stalled'))
      .subscribe(() => this.reload());
  }

  reload(): void {
    this.first.reload();
  }
}
