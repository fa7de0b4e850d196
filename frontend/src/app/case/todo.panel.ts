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

/** What is left to do: the reader's own first, then what waits on others. */
@Component({
  selector: 'app-todo-panel',
  imports: [Button, Dialog, Empty, JournalForm, OrgBadge, Panel, Tag, Task, TextPipe],
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
            <li uiTask [heading]="row.text" [meta]="row.meta">
              <ui-org uiTaskLead [org]="row.item.who?.organisation ?? own()" />
              @if (row.daysLate > 0) {
                <ui-tag uiTaskEnd kind="late" icon="alert">{{ row.late }}</ui-tag>
              } @else if (row.waits) {
                <ui-tag uiTaskEnd kind="wait" icon="hourglass">{{ 'case.todo.waits' | t }}</ui-tag>
              }
            </li>
          }
        </ul>
      }
    </section>
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
      { heading: 'case.todo.mine', rows: mine.map((item) => this.row(item)) },
      { heading: 'case.todo.others', rows: others.map((item) => this.row(item)) },
    ].filter(({ rows }) => rows.length > 0);
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
