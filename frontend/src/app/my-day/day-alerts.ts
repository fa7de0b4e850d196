import { Component, computed, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AlertList } from '@samspel/shared/api.ts';
import { AlertCount } from '../alert/alert-count.ts';
import { AlertItem } from '../alert/alert-row.ts';
import { calmRead } from '../api/calm-read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Count } from '../ui/count.ts';

const NEWEST = 5;

/** What I must know, newest first, acknowledged where it stands. An acknowledged one stays in sight until the day is read again. */
@Component({
  selector: 'app-day-alerts',
  imports: [AlertItem, Count, RouterLink, TextPipe],
  template: `
    @if (list.value(); as view) {
      @if (view.items.length > 0) {
        <h2 id="day-alerts">{{ 'handover.alert.title' | t }} <ui-count [of]="view.open" kind="wait" /></h2>
        <section class="panel" aria-labelledby="day-alerts">
          <ul class="tasks tasks--plain" role="list">
            @for (alert of view.items; track alert.id) {
              <li [appAlert]="alert" [seen]="seen().has(alert.id)" (acknowledged)="note(alert.id)"></li>
            }
          </ul>
          @if (more()) {
            <p class="small">
              <a routerLink="/larm">{{ 'handover.alert.all' | t }}</a>
            </p>
          }
        </section>
      }
    }
  `,
})
export class DayAlerts {
  private readonly count = inject(AlertCount);

  readonly acknowledged = output<void>();
  /** News in it is shown with the news of the day. */
  readonly list = calmRead<AlertList>(
    () => `/alerts?state=open&limit=${NEWEST}`,
    (event) => event.type === 'my-day' || event.type === 'stalled',
    ({ items }) => items.map(({ id }) => id),
  );
  protected readonly seen = signal<ReadonlySet<string>>(new Set());
  protected readonly more = computed(() => this.list.value()?.nextCursor !== undefined);

  protected note(id: string): void {
    this.seen.update((seen) => new Set([...seen, id]));
    this.count.reload();
    this.acknowledged.emit();
  }
}
