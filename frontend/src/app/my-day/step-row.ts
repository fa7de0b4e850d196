import { Component, computed, DestroyRef, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaseView, type MyDayStep } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { Tick } from '../ui/task-list.ts';
import { UndoRow } from '../ui/undo-row.ts';

/** A next step I answer for. Done is undone in place for a few seconds; only then does the team hear of it. */
@Component({
  selector: 'li[appStep]',
  imports: [CountPipe, Problem, RouterLink, Tag, TextPipe, Tick, UndoRow, WhenPipe],
  template: `
    <span class="task__lead"><ui-tick [what]="step().text" [done]="done()" (ticked)="toggle()" /></span>
    <div class="task__text">
      @if (done()) {
        <s class="muted">{{ step().text }}</s>
        <ui-undo-row [what]="'myDay.step.done' | t" (undone)="done.set(false)" (lapsed)="finish()" />
      } @else {
        <a [routerLink]="['/arenden', step().case.id]">{{ step().text }}</a>
        <p class="task__meta">{{ 'myDay.step.meta' | t: { person: step().case.personName, day: step().due | when: 'day' } }}</p>
      }
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" canRetry (retry)="finish()" />
      }
    </div>
    @if (!done()) {
      <span class="task__end">
        @if (days() < 0) {
          <ui-tag kind="late" icon="alert">{{ 'myDay.step.late' | count: -days() }}</ui-tag>
        } @else if (days() === 0) {
          <ui-tag kind="go" icon="clock">{{ 'myDay.step.today' | t }}</ui-tag>
        } @else {
          <ui-tag icon="calendar">{{ 'myDay.step.in' | count: days() }}</ui-tag>
        }
      </span>
    }
  `,
})
export class StepRow {
  private readonly api = inject(Api);

  readonly step = input.required<MyDayStep>({ alias: 'appStep' });
  readonly finished = output<void>();

  protected readonly act = new Act();
  protected readonly done = signal(false);
  protected readonly days = computed(() => this.step().days);

  constructor() {
    // Leaving the page is no way to undo.
    inject(DestroyRef).onDestroy(() => {
      if (this.done() && !this.act.busy()) void this.act.run(() => this.send(this.step()));
    });
  }

  protected toggle(): void {
    this.done.update((done) => !done);
  }

  protected async finish(): Promise<void> {
    await this.act.run(() => this.send(this.step()));
    this.done.set(false);
    if (!this.act.failed()) this.finished.emit();
  }

  // The case's version comes with the case. Another step in its place means that somebody else was first, and theirs stands.
  private async send(step: MyDayStep): Promise<void> {
    const path = `/cases/${step.case.id}`;
    const view = await this.api.get<CaseView>(path);
    if (view.nextStep?.text === step.text) await this.api.act(`${path}/next-step/done`, {}, view.version);
  }
}
