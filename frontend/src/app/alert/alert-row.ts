import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type AlertView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { whyText } from './alert-words.ts';

/** One alert: why, since when, the way to the handover, and "I have seen it". */
@Component({
  selector: 'li[appAlert]',
  imports: [Button, Problem, RouterLink, Tag, TextPipe, WhenPipe],
  template: `
    <div class="task__text">
      <a [routerLink]="way().path" [queryParams]="way().query">{{ alert().handover.reference }}: {{ why() }}</a>
      <p class="task__meta">
        <span>{{ 'alert.link' | t: { from: alert().handover.from.unit.name, to: alert().handover.to.unit.name } }}</span>
        <span>{{ 'alert.since' | t: { when: alert().raisedAt | when: 'moment' } }}</span>
        <span>{{ 'alert.accountable' | t: { name: alert().handover.accountable.name } }}</span>
      </p>
      @if (act.problem(); as problem) {
        <ui-problem [problem]="problem" canRetry (retry)="acknowledge()" />
      }
    </div>
    <span class="task__end" role="status">
      @if (alert().resolvedAt; as at) {
        <ui-tag kind="done" icon="check-circle">{{ 'alert.resolved' | t: { when: at | when: 'moment' } }}</ui-tag>
      } @else if (seen() || alert().acknowledgedAt !== null) {
        <ui-tag icon="check">{{
          (alert().acknowledgedAt === null ? 'alert.seenNow' : 'alert.seen') | t: { when: alert().acknowledgedAt | when: 'moment' }
        }}</ui-tag>
      } @else {
        <button uiButton="second" dense icon="check" [busy]="act.busy()" (click)="acknowledge()">
          {{ 'alert.acknowledge' | t }}<span class="vh">, {{ alert().handover.reference }}</span>
        </button>
      }
    </span>
  `,
})
export class AlertItem {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  readonly alert = input.required<AlertView>({ alias: 'appAlert' });
  /** Acknowledged here, a moment ago. */
  readonly seen = input(false);
  readonly acknowledged = output<void>();

  protected readonly act = new Act();
  protected readonly why = computed(() => whyText(this.alert(), this.words));
  /** A supervisor reads a handover's words only when it is their own; otherwise its row on the board. */
  protected readonly way = computed(() => {
    const { id, caseId, from, accountable, nominee } = this.alert().handover;
    const me = this.session.assignment()?.id;
    const mine = caseId !== null || [from.staff, accountable, nominee].some((staff) => staff?.assignmentId === me);
    const onBoard = !mine && this.session.current()?.navigation.some((entry) => entry === 'stalled');
    return onBoard ? { path: '/fastnat', query: { rad: id } } : { path: `/overlamningar/${id}`, query: {} };
  });

  protected async acknowledge(): Promise<void> {
    await this.act.run(() => this.api.act(`/alerts/${this.alert().id}/acknowledgement`));
    if (!this.act.failed()) this.acknowledged.emit();
  }
}
