import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyDayActivity } from '@samspel/shared/api.ts';
import { UNDO_SECONDS } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { Later } from '../plan/later.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { Tick } from '../ui/task-list.ts';
import { UndoRow } from '../ui/undo-row.ts';

/** An activity I answer for, done in one click; or one that my organisation is asked to take, which is answered in the case. */
@Component({
  selector: 'li[appDayActivity]',
  imports: [Button, CountPipe, OrgBadge, Problem, RouterLink, Tag, TextPipe, Tick, UndoRow, WhenPipe],
  template: `
    <span class="task__lead">
      @if (mayComplete()) {
        <ui-tick [what]="activity().text" [done]="later.done()" (ticked)="later.toggle()" />
      } @else {
        <ui-org [org]="activity().owner.organisation" />
      }
    </span>
    <div class="task__text">
      @if (later.done()) {
        <s class="muted">{{ activity().text }}</s>
        <ui-undo-row [what]="'myDay.step.done' | t" [seconds]="seconds" (undone)="later.toggle()" (lapsed)="finish()" />
      } @else {
        <a [routerLink]="['/arenden', activity().case.id]" fragment="plan">{{ activity().text }}</a>
        <p class="task__meta">
          @if (asked()) {
            {{ activity().case.personName }} ·
            {{ 'myDay.activity.asked' | t: { name: activity().owner.name, day: activity().due | when: 'day' } }}
          } @else {
            {{ 'myDay.step.meta' | t: { person: activity().case.personName, day: activity().due | when: 'day' } }}
          }
        </p>
      }
      @if (later.act.problem(); as problem) {
        <ui-problem [problem]="problem" canRetry (retry)="finish()" />
      }
    </div>
    @if (!later.done()) {
      <span class="task__end row">
        @if (asked()) {
          <a uiButton="second" dense [routerLink]="['/arenden', activity().case.id]" fragment="plan"
            >{{ 'myDay.activity.answer' | t }}<span class="vh">: {{ activity().text }}</span></a
          >
        } @else if (activity().days < 0) {
          <ui-tag kind="late" icon="alert">{{ 'myDay.step.late' | count: -activity().days }}</ui-tag>
        } @else if (activity().days === 0) {
          <ui-tag kind="go" icon="clock">{{ 'myDay.step.today' | t }}</ui-tag>
        } @else {
          <ui-tag icon="calendar">{{ 'myDay.step.in' | count: activity().days }}</ui-tag>
        }
      </span>
    }
  `,
})
export class ActivityLine {
  private readonly api = inject(Api);

  readonly activity = input.required<MyDayActivity>({ alias: 'appDayActivity' });
  readonly finished = output<void>();

  protected readonly seconds = UNDO_SECONDS;
  protected readonly later = new Later(() => this.api.act(`/activities/${this.activity().id}/completion`, {}, this.activity().version));
  protected readonly asked = computed(() => this.activity().state === 'REQUESTED' && this.activity().actions.includes('activity.accept'));
  protected readonly mayComplete = computed(() => this.activity().actions.includes('activity.complete'));

  protected async finish(): Promise<void> {
    if (await this.later.finish()) this.finished.emit();
  }
}
