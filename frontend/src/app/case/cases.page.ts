import { Component, computed, effect, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaseListView, type CaseRow } from '@samspel/shared/api.ts';
import { CASE_FILTERS } from '@samspel/shared/case/case.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Chips } from '../ui/chips.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { addressChoice } from './address.ts';
import { CaseTable } from './case-table.ts';

const PAGE = 20;

/** The reader's cases, longest without movement first. */
@Component({
  imports: [Button, CaseTable, Chips, Empty, Load, Pager, Panel, Problem, RouterLink, TextPipe],
  template: `
    <div class="page-head">
      <h1>{{ 'shell.nav.cases' | t }}</h1>
      <a uiButton icon="plus" class="push" routerLink="/arenden/nytt">{{ 'case.list.open' | t }}</a>
    </div>
    <div class="stack">
      <ui-chips [label]="'case.list.filter.label' | t" [options]="filters()" [value]="filter.value()" (valueChange)="filter.choose($event)" />
      <ui-load [of]="first" />
      @if (first.value(); as list) {
        @if (rows().length > 0) {
          <section uiPanel [attr.aria-label]="'shell.nav.cases' | t">
            <app-case-table [rows]="rows()" />
          </section>
        } @else {
          <ui-empty
            icon="users"
            [level]="2"
            [heading]="'case.list.empty.' + filter.value() | t"
            [text]="'case.list.emptyText' | t"
            [checkedAt]="first.readAt()"
          />
        }
        @if (reading.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="readMore()" />
        }
        <ui-pager [more]="next() !== undefined" [busy]="reading.busy()" (next)="readMore()" />
      }
    </div>
  `,
})
export default class CasesPage {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);
  private readonly more = signal<readonly CaseRow[]>([]);

  protected readonly reading = new Act();
  protected readonly filter = addressChoice('visa', CASE_FILTERS);
  protected readonly first = read<CaseListView>(() => `/cases?filter=${this.filter.value()}&limit=${PAGE}`);
  protected readonly next = signal<string | undefined>(undefined);
  protected readonly rows = computed(() => [...(this.first.value()?.items ?? []), ...this.more()]);
  protected readonly filters = computed(() => CASE_FILTERS.map((value) => ({ value, label: this.words.t(`case.list.filter.${value}`) })));

  constructor() {
    effect(() => {
      const first = this.first.value();
      this.more.set([]);
      this.next.set(first?.nextCursor);
      if (first !== undefined) this.announcer.say(this.words.count('case.list.found', first.items.length));
    });
  }

  protected async readMore(): Promise<void> {
    const cursor = this.next();
    if (cursor === undefined) return;
    const page = await this.reading.run(() => this.api.get<CaseListView>('/cases', { filter: this.filter.value(), limit: PAGE, cursor }));
    if (page === undefined) return;
    this.more.update((rows) => [...rows, ...page.items]);
    this.next.set(page.nextCursor);
  }
}
