import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type AccessLogItem, type AccessLogView, type CaseView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Dialog } from '../ui/dialog.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { AccessTable } from './access-table.ts';

const PAGE = 20;

/** Who has looked and why; the person reads the same list. */
@Component({
  selector: 'app-access-panel',
  imports: [AccessTable, Dialog, Pager, Panel, Problem, TextPipe],
  template: `
    <section uiPanel [heading]="'case.access.title' | t">
      <p class="small soft">{{ 'case.access.lead' | t: { name: view().person.givenName } }}</p>
      <app-access-table [items]="view().accessLog.items" />
      @if (view().accessLog.total > view().accessLog.items.length) {
        <button type="button" class="linkbtn" (click)="showAll()">{{ all() }}</button>
      }
    </section>
    <ui-dialog [(open)]="open" [heading]="'case.access.allTitle' | t">
      @if (open()) {
        <app-access-table [items]="items()" />
        @if (reading.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="readMore()" />
        }
        <ui-pager [more]="next() !== null" [busy]="reading.busy()" (next)="readMore()" />
      }
    </ui-dialog>
  `,
})
export class AccessPanel {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly reading = new Act();
  protected readonly open = signal(false);
  protected readonly items = linkedSignal<readonly AccessLogItem[]>(() => this.view().accessLog.items);
  protected readonly next = signal<string | null>(null);
  protected readonly all = computed(() => this.words.t('case.access.all', { n: this.view().accessLog.total }));

  protected showAll(): void {
    this.items.set([]);
    this.next.set(null);
    this.open.set(true);
    void this.readMore();
  }

  protected async readMore(): Promise<void> {
    const cursor = this.next();
    const page = await this.reading.run(() =>
      this.api.get<AccessLogView>(`/cases/${this.view().id}/access-log`, { limit: PAGE, ...(cursor !== null && { cursor }) }),
    );
    if (page === undefined) return;
    this.items.update((items) => [...items, ...page.items]);
    this.next.set(page.nextCursor ?? null);
  }
}
