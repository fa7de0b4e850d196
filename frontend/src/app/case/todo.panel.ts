import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView, type TodoItem } from '@samspel/shared/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { daysBetween } from '../text/format/days.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Panel } from '../ui/panel.ts';
import { Tag } from '../ui/tag.ts';
import { Task } from '../ui/task-list.ts';
import { CaseStore } from './case-store.ts';
import { JournalForm } from './journal.form.ts';
import { todoMeta, todoText, waitsForAnswer } from './todo-text.ts';

/** Of others' tasks so many stand open, soonest first; the reader's own always all do. */
const OTHERS = 5;

/** What is left to do: the reader's own first, then what waits on others. */
@Component({
  selector: 'app-todo-panel',
  imports: [Button, NgTemplateOutlet, Dialog, Empty, JournalForm, OrgBadge, Panel, Tag, Task, TextPipe],
  template: `
    <section uiPanel [heading]="'case.todo.title' | t">
      @if (view().journal.acts > 0) {
        <button uiPanelEnd uiButton="quiet" dense icon="plan" (click)="copying.set(true)">{{ 'case.journal.open' | t }}</button>
      }
      @if (rows().length === 0) {
        <ui-empty [heading]="'case.todo.empty' | t" [checkedAt]="checkedAt()" />
      }
      @for (group of groups(); track group.heading) {
        <h3>{{ group.heading | t }}</h3>
        <ul class="tasks" role="list">
          @for (row of group.rows; track row.item.id) {
            <ng-container [ngTemplateOutlet]="task" [ngTemplateOutletContext]="{ row }" />
          }
        </ul>
        @if (group.later.length > 0) {
          <details class="fold">
            <summary>{{ 'ui.more' | t: { n: group.later.length } }}</summary>
            <ul class="tasks" role="list">
              @for (row of group.later; track row.item.id) {
                <ng-container [ngTemplateOutlet]="task" [ngTemplateOutletContext]="{ row }" />
              }
            </ul>
          </details>
        }
      }
    </section>
    <ng-template #task let-row="row">
      <li uiTask [heading]="row.text" [meta]="row.meta">
        <ui-org uiTaskLead [org]="row.item.who?.organisation ?? own()" />
        @if (row.daysLate > 0) {
          <ui-tag uiTaskEnd kind="late" icon="alert">{{ row.late }}</ui-tag>
        } @else if (row.waits) {
          <ui-tag uiTaskEnd kind="wait" icon="hourglass">{{ 'case.todo.waits' | t }}</ui-tag>
        }
      </li>
    </ng-template>
    <ui-dialog [(open)]="copying" [heading]="'case.journal.title' | t">
      @if (copying()) {
        <app-journal-form [view]="view()" (done)="copying.set(false)" />
      }
    </ui-dialog>
  `,
})
export class TodoPanel {
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  protected readonly copying = signal(false);
  protected readonly checkedAt = computed(() => this.store.read.readAt());
  protected readonly own = computed(() => this.session.assignment()?.organisation ?? null);
  protected readonly rows = computed(() => [...this.view().todo.mine, ...this.view().todo.others]);
  protected readonly groups = computed(() => {
    const { mine, others } = this.view().todo;
    return [
      { heading: 'case.todo.mine', items: mine, shown: mine.length },
      { heading: 'case.todo.others', items: others, shown: others.length > OTHERS + 1 ? OTHERS : others.length },
    ]
      .filter(({ items }) => items.length > 0)
      .map(({ heading, items, shown }) => ({
        heading,
        rows: items.slice(0, shown).map((item) => this.row(item)),
        later: items.slice(shown).map((item) => this.row(item)),
      }));
  });

  private row(item: TodoItem): { item: TodoItem; text: string; meta: string; daysLate: number; late: string; waits: boolean } {
    const daysLate = item.due === null ? 0 : daysBetween(item.due, this.session.today());
    return {
      item,
      text: todoText(item, this.words),
      meta: todoMeta(item, this.words, daysLate > 0),
      daysLate,
      late: this.words.count('case.todo.late', daysLate),
      waits: waitsForAnswer(item),
    };
  }
}
