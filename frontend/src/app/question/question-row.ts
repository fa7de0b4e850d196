import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type QuestionView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { InPlace } from '../plan/in-place.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Problem } from '../ui/problem.ts';
import { Tag } from '../ui/tag.ts';
import { ReplyForm } from './reply.form.ts';

/** One question between two: what was asked, that it has been seen, and the answer. */
@Component({
  selector: 'app-question',
  imports: [ActionButton, InPlace, OrgBadge, Problem, ReplyForm, Tag, TextPipe, WhenPipe],
  template: `
    <div class="row">
      <ui-org [org]="other().organisation" beside />
      <b>{{ (question().mine ? 'question.toThem' : 'question.toYou') | t: { name: other().name, organisation: other().organisation.shortName } }}</b>
      <time class="tiny muted" [attr.datetime]="question().askedAt">{{ question().askedAt | when: 'moment' }}</time>
      <span class="push">
        <ui-tag [kind]="status().kind" [icon]="status().icon">{{ status().text }}</ui-tag>
      </span>
    </div>
    <p class="told">{{ question().text }}</p>
    @if (question().answer; as answer) {
      <p class="told">
        <b>{{ 'question.answered' | t: { name: question().receiver.name, when: question().answeredAt | when: 'moment' } }}</b> {{ answer }}
      </p>
    }
    @if (seeing.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (open()) {
      <div appInPlace (appInPlaceClosed)="open.set(false)">
        <app-reply-form [question]="question()" (done)="finish()" (cancelled)="open.set(false)" />
      </div>
    } @else {
      <div class="row">
        <ui-action action="question.answer" kind="second" dense icon="message" [of]="question()" (act)="open.set(true)"
          >{{ 'question.answer.open' | t }}<span class="vh">: {{ question().text }}</span></ui-action
        >
        <ui-action action="question.see" kind="quiet" dense icon="check" [of]="question()" [busy]="seeing.busy()" (act)="see()">{{
          'question.see' | t
        }}</ui-action>
      </div>
    }
  `,
  host: { class: 'question stack', role: 'article', '[attr.aria-label]': 'question().text' },
})
export class QuestionRow {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly question = input.required<QuestionView>();
  readonly changed = output<void>();
  protected readonly open = signal(false);
  protected readonly seeing = new Act();
  protected readonly other = computed(() => (this.question().mine ? this.question().receiver : this.question().asker));
  protected readonly status = computed(() => {
    const { answeredAt, seenAt } = this.question();
    if (answeredAt !== null) return { kind: 'done', icon: 'check-circle', text: this.words.t('question.status.answered') } as const;
    if (seenAt !== null) return { kind: 'go', icon: 'eye', text: this.words.t('question.status.seen') } as const;
    return { kind: 'wait', icon: 'hourglass', text: this.words.t('question.status.waits') } as const;
  });

  protected async see(): Promise<void> {
    await this.seeing.run(() => this.api.act(`/questions/${this.question().id}/receipt`));
    if (!this.seeing.failed()) this.changed.emit();
  }

  protected finish(): void {
    this.open.set(false);
    this.announcer.say(this.words.t('question.answer.done', { name: this.other().givenName }));
    this.changed.emit();
  }
}
