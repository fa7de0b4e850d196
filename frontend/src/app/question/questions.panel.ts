import { Component, computed, inject, input, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type CaseView, type QuestionList } from '@samspel/shared/api.ts';
import { Live } from '../api/live.ts';
import { read } from '../api/read.ts';
import { CaseStore } from '../case/case-store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Count } from '../ui/count.ts';
import { Dialog } from '../ui/dialog.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { AskForm } from './ask.form.ts';
import { QuestionRow } from './question-row.ts';

/** The reader's own questions in the case: those they have asked and those put to them. Nobody else reads them. */
@Component({
  selector: 'app-questions-of-case',
  imports: [AskForm, Button, Count, Dialog, Load, Panel, QuestionRow, TextPipe],
  template: `
    <section uiPanel [heading]="'question.title' | t">
      <span uiPanelEnd class="row">
        @if (waiting() > 0) {
          <ui-count [of]="waiting()" kind="wait" />
        }
        @if (mayAsk()) {
          <button uiButton="quiet" dense icon="plus" (click)="asking.set(true)">{{ 'question.ask.open' | t }}</button>
        }
      </span>
      <ui-load [of]="list" />
      @if (list.value(); as questions) {
        <div class="stack">
          @for (question of questions.items; track question.id) {
            <app-question [question]="question" (changed)="changed()" />
          } @empty {
            <p class="soft">{{ 'question.none' | t }}</p>
          }
        </div>
      }
    </section>
    <ui-dialog [(open)]="asking" [heading]="'question.ask.open' | t">
      @if (asking()) {
        <app-ask-form [view]="view()" (done)="asked()" (cancelled)="asking.set(false)" />
      }
    </ui-dialog>
  `,
})
export class QuestionsPanel {
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  protected readonly asking = signal(false);
  protected readonly list = read<QuestionList>(() => `/cases/${this.view().id}/questions`);
  protected readonly waiting = computed(() => (this.list.value()?.items ?? []).filter(({ mine, answeredAt }) => !mine && answeredAt === null).length);
  protected readonly mayAsk = computed(
    () => this.view().status === 'OPEN' && this.view().consents.state !== 'NONE' && this.view().participants.length > 1,
  );

  constructor() {
    inject(Live)
      .about(() => this.view().id)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (!this.store.editing()) this.list.reload();
      });
  }

  protected changed(): void {
    this.list.reload();
    this.store.reload();
  }

  protected asked(): void {
    this.asking.set(false);
    this.changed();
  }
}
