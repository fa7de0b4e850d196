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
import { accountableOf, referenceOf, whyText } from './alert-words.ts';

interface Way {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly fragment?: string;
}

/** One alert: why, since when, the way to what it is about, and "I have seen it". */
@Component({
  selector: 'li[appAlert]',
  imports: [Button, Problem, RouterLink, Tag, TextPipe, WhenPipe],
  template: `
    <div class="task__text">
      @if (way(); as way) {
        <a [routerLink]="way.path" [queryParams]="way.query" [fragment]="way.fragment">{{ reference() }}: {{ why() }}</a>
      } @else {
        <span class="task__name">{{ reference() }}: {{ why() }}</span>
      }
      <p class="task__meta">
        @if (alert().handover; as handover) {
          <span>{{ 'alert.link' | t: { from: handover.from.unit.name, to: handover.to.unit.name } }}</span>
        }
        <span>{{ 'alert.since' | t: { when: alert().raisedAt | when: 'moment' } }}</span>
        @if (accountable(); as staff) {
          <span>{{ 'alert.accountable' | t: { name: staff.name } }}</span>
        }
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
          {{ 'alert.acknowledge' | t }}<span class="vh">, {{ reference() }}</span>
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
  protected readonly reference = computed(() => referenceOf(this.alert()));
  protected readonly accountable = computed(() => accountableOf(this.alert()));
  protected readonly way = computed<Way | null>(() => {
    const { handover, activity, message } = this.alert();
    if (handover !== null) return this.wayTo(handover);
    // Whoever is alerted from outside the team knows that it waits and with whom, and reaches no case.
    const caseId = activity?.caseId ?? message?.caseId ?? null;
    return caseId === null ? null : { path: `/arenden/${caseId}`, query: {}, fragment: activity === null ? 'sager' : 'plan' };
  });

  protected async acknowledge(): Promise<void> {
    await this.act.run(() => this.api.act(`/alerts/${this.alert().id}/acknowledgement`));
    if (!this.act.failed()) this.acknowledged.emit();
  }

  /** A supervisor reads a handover's words only when it is their own; otherwise its row on the board. */
  private wayTo({ id, caseId, from, accountable, nominee }: NonNullable<AlertView['handover']>): Way {
    const me = this.session.assignment()?.id;
    const mine = caseId !== null || [from.staff, accountable, nominee].some((staff) => staff?.assignmentId === me);
    const onBoard = !mine && this.session.current()?.navigation.some((entry) => entry === 'stalled');
    return onBoard ? { path: '/fastnat', query: { rad: id } } : { path: `/overlamningar/${id}`, query: {} };
  }
}
