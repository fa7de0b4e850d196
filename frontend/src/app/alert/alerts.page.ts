import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { type AlertList, type AlertView } from '@samspel/shared/api.ts';
import { calmRead } from '../api/calm-read.ts';
import { addressChoice } from '../case/address.ts';
import { keptRows, type ShownRow } from '../stalled/kept-rows.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Chips } from '../ui/chips.ts';
import { Empty } from '../ui/empty.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { AlertCount } from './alert-count.ts';
import { AlertItem } from './alert-row.ts';

const STEP = 50;
const MOST = 100;

/** What I have been alerted to, newest first. An alert goes away by itself when what it is about has moved on. */
@Component({
  imports: [AlertItem, Chips, Empty, LivePill, Load, Pager, Panel, TextPipe, WhenPipe],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ 'alert.title' | t }}</h1>
        @if (list.value(); as view) {
          <p class="lead" role="status">{{ lead(view.open) }}</p>
        }
      </div>
      <div class="row">
        <ui-live-pill [count]="list.changes()" (reveal)="list.show()" />
        @if (list.readAt(); as at) {
          <p class="small muted">{{ 'alert.checked' | t: { time: at | when: 'time' } }}</p>
        }
      </div>
    </div>
    <div class="stack">
      <ui-chips [label]="'alert.filter.label' | t" [options]="filters()" [value]="state.value()" (valueChange)="state.choose($event)" />
      <ui-load [of]="list" />
      @if (list.value(); as view) {
        <section uiPanel [attr.aria-label]="'alert.title' | t">
          @if (rows().length > 0) {
            <ul class="tasks tasks--plain" role="list">
              @for (each of rows(); track each.row.id) {
                <li [appAlert]="each.row" [seen]="seen().has(each.row.id)" (acknowledged)="acknowledged(each.row)"></li>
              }
            </ul>
            <ui-pager
              [more]="view.nextCursor !== undefined && limit() < most"
              [step]="most - limit()"
              [busy]="list.loading()"
              (next)="limit.set(most)"
            />
          } @else {
            <ui-empty
              icon="bell"
              [level]="2"
              [heading]="'alert.none.' + state.value() | t"
              [text]="'alert.noneText' | t"
              [checkedAt]="list.readAt()"
            />
          }
        </section>
      }
    </div>
  `,
})
export default class AlertsPage {
  private readonly words = inject(Words);
  private readonly count = inject(AlertCount);

  protected readonly most = MOST;
  protected readonly limit = signal(STEP);
  protected readonly state = addressChoice('visa', ['open', 'all']);
  protected readonly list = calmRead<AlertList>(
    () => `/alerts?state=${this.state.value()}&limit=${this.limit()}`,
    ({ type }) => type === 'my-day' || type === 'stalled',
    ({ items }) => items.map(({ id, resolvedAt, acknowledgedAt }) => [id, resolvedAt, acknowledgedAt]),
  );
  protected readonly seen = linkedSignal<string, ReadonlySet<string>>({ source: this.state.value, computation: () => new Set() });
  protected readonly rows = linkedSignal<{ items: readonly AlertView[]; seen: ReadonlySet<string> }, readonly ShownRow<AlertView>[]>({
    source: () => ({ items: this.list.value()?.items ?? [], seen: this.seen() }),
    computation: ({ items, seen }, before) => keptRows(before?.value ?? [], items, seen),
  });
  protected readonly filters = computed(() => (['open', 'all'] as const).map((value) => ({ value, label: this.words.t(`alert.filter.${value}`) })));

  protected lead(open: number): string {
    return open === 0 ? this.words.t('alert.lead.none') : this.words.count('alert.lead.some', open);
  }

  protected acknowledged(alert: AlertView): void {
    this.seen.update((before) => new Set(before).add(alert.id));
    this.list.reload();
    this.count.reload();
  }
}
