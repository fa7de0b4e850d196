import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type PersonMessageView } from '@samspel/shared/api.ts';
import { offered } from '../case/acts.ts';
import { CaseStore } from '../case/case-store.ts';
import { InPlace } from '../plan/in-place.ts';
import { SessionStore } from '../session/session.store.ts';
import { dayOf } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Announcer } from '../ui/announcer.ts';
import { Icon } from '../ui/icon.ts';
import { Tag } from '../ui/tag.ts';
import { AnswerForm } from './answer.form.ts';
import { MESSAGE_ICONS, messageSay } from './message-words.ts';

/** One thing the person has said: what, since when, who sees to it that they are answered and by when. */
@Component({
  selector: 'app-person-message',
  imports: [ActionButton, AnswerForm, Icon, InPlace, Tag, TextPipe, WhenPipe],
  template: `
    <div class="message__head">
      <h3><ui-icon [name]="icon()" /> {{ say() }}</h3>
      @if (message().state === 'OPEN') {
        <ui-tag [kind]="late() ? 'late' : 'wait'" [icon]="late() ? 'alert' : 'hourglass'">{{
          (late() ? 'personMessages.wasDue' : 'personMessages.due') | t: { day: message().dueAt | when: 'day' }
        }}</ui-tag>
      } @else {
        <ui-tag kind="done" icon="check-circle">{{ 'personMessages.state.' + message().state | t }}</ui-tag>
      }
    </div>
    @if (message().text !== '') {
      <blockquote class="quote told">{{ message().text }}</blockquote>
    }
    <p class="small muted">
      {{ 'personMessages.meta' | t: { when: message().madeAt | when: 'moment', name: message().responsible.name } }}
      @if (message().recorded; as recorded) {
        {{ 'personMessages.recorded.' + recorded.form | t: { name: recorded.by.name } }}
      }
    </p>
    @if (message().answer; as answer) {
      <p class="told">
        <b>{{ 'personMessages.answered' | t: { name: message().answeredBy?.name ?? '' } }}</b> {{ answer }}
      </p>
    }
    @if (open()) {
      <div appInPlace (appInPlaceClosed)="open.set(false)">
        <app-answer-form [message]="message()" [givenName]="view().person.givenName" (done)="finish()" (cancelled)="open.set(false)" />
      </div>
    } @else {
      <ui-action action="message.answer" kind="second" dense icon="message" [of]="acts()" (act)="open.set(true)"
        >{{ 'personMessages.answer.open' | t }}<span class="vh">: {{ say() }}</span></ui-action
      >
    }
  `,
  host: { class: 'message stack', role: 'article', '[attr.aria-label]': 'say()' },
})
export class MessageCard {
  private readonly words = inject(Words);
  private readonly store = inject(CaseStore);
  private readonly announcer = inject(Announcer);
  private readonly today = inject(SessionStore).today;

  readonly message = input.required<PersonMessageView>();
  readonly view = input.required<CaseView>();
  readonly answered = output<void>();
  protected readonly open = signal(false);
  protected readonly acts = computed(() => offered(this.message()));
  protected readonly icon = computed(() => MESSAGE_ICONS[this.message().kind]);
  protected readonly late = computed(() => dayOf(this.message().dueAt) < this.today());
  protected readonly say = computed(() => messageSay(this.message(), this.view().person.givenName, this.words));

  protected finish(): void {
    this.open.set(false);
    this.store.reload();
    this.answered.emit();
    this.announcer.say(this.words.t('personMessages.answer.done', { name: this.view().person.givenName }));
  }
}
