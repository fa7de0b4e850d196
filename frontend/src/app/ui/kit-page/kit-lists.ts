import { Component, computed, inject, signal } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { OrgBadge } from '../org-badge.ts';
import { Owner } from '../owner.ts';
import { Pager } from '../pager.ts';
import { Panel } from '../panel.ts';
import { SortButton } from '../sort-button.ts';
import { SummaryRow } from '../summary.ts';
import { Table } from '../table.ts';
import { TabTemplate, UiTabs } from '../tabs.ts';
import { Tag } from '../tag.ts';
import { Task, Tick } from '../task-list.ts';
import { Timeline, type TimelineEntry } from '../timeline.ts';
import { UndoRow } from '../undo-row.ts';
import { AF, AHMED, FK, KARIN } from './samples.ts';

@Component({
  selector: 'app-kit-lists',
  imports: [
    OrgBadge,
    Owner,
    Pager,
    Panel,
    SortButton,
    SummaryRow,
    Table,
    TabTemplate,
    Tag,
    Task,
    TextPipe,
    Tick,
    Timeline,
    UiTabs,
    UndoRow,
    WhenPipe,
  ],
  template: `
    <section uiPanel [heading]="'kit.lists.title' | t">
      <div class="cols cols--half">
        <div class="stack">
          <h3>{{ 'kit.lists.tasks' | t }}</h3>
          <ul class="tasks" role="list">
            <li uiTask [heading]="'kit.lists.call' | t" [meta]="'kit.lists.due' | t: { day: '2026-11-24' | when: 'day' }">
              <ui-tick uiTaskLead [what]="'kit.lists.call' | t" [done]="done()" (ticked)="done.set(!done())" />
              <ui-tag uiTaskEnd kind="late" icon="alert">{{ 'kit.tags.late' | t }}</ui-tag>
            </li>
            <li uiTask [heading]="'kit.lists.receive' | t" [meta]="af.name">
              <ui-org uiTaskLead [org]="af" />
              <ui-tag uiTaskEnd kind="wait" icon="hourglass">{{ 'kit.tags.wait' | t }}</ui-tag>
            </li>
          </ul>
          <ui-undo-row [what]="'kit.lists.undo' | t" [seconds]="600" />
          <h3>{{ 'kit.lists.summary' | t }}</h3>
          <dl class="summary">
            <div uiSummaryRow [label]="'kit.lists.matters' | t">
              {{ 'kit.lists.words' | t }}<button uiSummaryEnd type="button" class="linkbtn">{{ 'kit.lists.change' | t }}</button>
            </div>
            <div uiSummaryRow [label]="'kit.lists.followUp' | t">{{ '2026-11-26T09:00:00Z' | when: 'full-moment' }}</div>
          </dl>
          <blockquote class="quote">
            {{ 'kit.lists.words' | t }}<cite>{{ 'kit.lists.person' | t }}</cite>
          </blockquote>
        </div>
        <div>
          <ui-timeline [entries]="entries()" />
          <ui-pager [more]="true" />
          <details class="fold">
            <summary>{{ 'kit.lists.fold' | t }}</summary>
            <p>{{ 'kit.holder.more' | t }}</p>
          </details>
        </div>
      </div>
    </section>
    <section uiPanel [heading]="'kit.lists.table' | t">
      <table uiTable>
        <caption class="vh">
          {{
            'kit.lists.table' | t
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ 'kit.lists.person' | t }}</th>
            <th scope="col">{{ 'kit.holder.heading' | t }}</th>
            <th scope="col" class="r" aria-sort="descending">
              <ui-sort direction="descending">{{ 'kit.lists.days' | t }}</ui-sort>
            </th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows; track row.name) {
            <tr>
              <th scope="row">{{ row.name }}</th>
              <td><ui-owner [name]="row.holder" [org]="row.org" /></td>
              <td class="r">{{ row.days }}</td>
            </tr>
          }
        </tbody>
      </table>
    </section>
    <section uiPanel [heading]="'kit.lists.tabs' | t">
      <ui-tabs [label]="'kit.lists.tabs' | t" selected="now">
        <ng-template uiTab="now" [label]="'kit.lists.now' | t"
          ><p>{{ 'kit.sentence' | t }}</p></ng-template
        >
        <ng-template uiTab="before" [label]="'kit.lists.before' | t"
          ><p>{{ 'kit.holder.more' | t }}</p></ng-template
        >
      </ui-tabs>
    </section>
  `,
  host: { class: 'kit' },
})
export class KitLists {
  private readonly words = inject(Words);
  protected readonly af = AF;
  protected readonly done = signal(false);
  protected readonly rows = [
    { name: 'Alva Ek', holder: KARIN, org: FK, days: 3 },
    { name: 'Hamid Rezai', holder: AHMED, org: AF, days: 1 },
  ];
  protected readonly entries = computed<readonly TimelineEntry[]>(() => [
    { id: '1', at: '2026-11-18T13:10:00Z', who: KARIN, org: FK, text: this.words.t('kit.lists.offered'), pass: true },
    { id: '2', at: '2026-10-28T12:00:00Z', who: this.words.t('kit.lists.person'), org: null, text: this.words.t('kit.lists.slept') },
  ]);
}
