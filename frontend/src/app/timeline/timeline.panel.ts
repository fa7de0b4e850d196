import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { type CaseView, type TimelineItemView, type TimelineListView } from '@samspel/shared/api.ts';
import { TIMELINE_FILTERS } from '@samspel/shared/timeline/timeline.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { offered } from '../case/acts.ts';
import { addressChoice } from '../case/address.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Chips } from '../ui/chips.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Icon } from '../ui/icon.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { Timeline } from '../ui/timeline.ts';
import { entryOf } from './entry.ts';
import { TellForm } from './tell.form.ts';

/** What has happened, newest first; the first page comes with the case, the rest when it is asked for. */
@Component({
  selector: 'app-timeline-panel',
  imports: [ActionButton, Chips, Dialog, Empty, Icon, Pager, Panel, Problem, TellForm, TextPipe, Timeline],
  template: `
    <section uiPanel [heading]="'timeline.title' | t">
      <ui-action uiPanelEnd action="timeline.tell" kind="quiet" dense icon="plus" [of]="acts()" (act)="telling.set(true)">{{
        'timeline.tell.open' | t
      }}</ui-action>
      <div class="stack">
        <ui-chips [label]="'timeline.filter.label' | t" [options]="filters()" [value]="filter.value()" (valueChange)="filter.choose($event)" />
        @if (entries().length > 0) {
          <ui-timeline [entries]="entries()">
            <ng-template let-entry>
              <p class="told">{{ entry.text }}</p>
              @if (entry.readers; as readers) {
                <p class="tiny muted"><ui-icon name="eye" /> {{ 'timeline.readers' | t: { readers: readers } }}</p>
              }
            </ng-template>
          </ui-timeline>
        } @else if (!reading.busy()) {
          <ui-empty [heading]="'timeline.empty' | t" />
        }
        @if (reading.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="readMore()" />
        }
        <ui-pager [more]="next() !== null" [busy]="reading.busy()" (next)="readMore()" />
      </div>
    </section>
    <ui-dialog [(open)]="telling" [heading]="'timeline.tell.title' | t">
      @if (telling()) {
        <app-tell-form [view]="view()" (done)="telling.set(false)" />
      }
    </ui-dialog>
  `,
})
export class TimelinePanel {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly reading = new Act();
  protected readonly telling = signal(false);
  protected readonly filter = addressChoice('handelser', TIMELINE_FILTERS);
  protected readonly items = signal<readonly TimelineItemView[]>([]);
  protected readonly next = signal<string | null>(null);

  protected readonly acts = computed(() => offered(this.view()));
  protected readonly filters = computed(() => TIMELINE_FILTERS.map((value) => ({ value, label: this.words.t(`timeline.filter.${value}`) })));
  protected readonly entries = computed(() => this.items().map((item) => entryOf(item, this.view().person.givenName, this.words)));

  constructor() {
    // A newer case brings a newer first page; what had been unfolded below it is asked for again.
    effect(() => {
      const { items, nextCursor } = this.view().timeline;
      const all = this.filter.value() === 'all';
      this.items.set(all ? items : []);
      this.next.set(all ? nextCursor : null);
      if (!all) untracked(() => void this.readMore());
    });
  }

  protected async readMore(): Promise<void> {
    const kind = this.filter.value();
    const cursor = this.next();
    const page = await this.reading.run(() =>
      this.api.get<TimelineListView>(`/cases/${this.view().id}/timeline`, { kind, limit: 20, ...(cursor !== null && { cursor }) }),
    );
    if (page === undefined || kind !== this.filter.value()) return;
    this.items.update((items) => (cursor === null ? page.items : [...items, ...page.items]));
    this.next.set(page.nextCursor ?? null);
  }
}
