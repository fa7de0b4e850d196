import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyDayMessage } from '@samspel/shared/api.ts';
import { AnswerForm } from '../person-message/answer.form.ts';
import { InPlace } from '../plan/in-place.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Tag } from '../ui/tag.ts';

/** Persons who wait for an answer from me, whoever is due first on top. */
@Component({
  selector: 'app-person-waits',
  imports: [AnswerForm, Button, InPlace, RouterLink, Tag, TextPipe, WhenPipe],
  template: `
    <ul class="tasks tasks--plain" role="list">
      @for (row of rows(); track row.id) {
        <li>
          <div class="task__text">
            @if (row.inTeam) {
              <a [routerLink]="['/arenden', row.case.id]" fragment="sager">{{ row.say }}</a>
            } @else {
              <span class="task__name">{{ row.say }}</span>
            }
            @if (row.text !== '') {
              <p class="told">”{{ row.text }}”</p>
            }
            <p class="task__meta">{{ row.case.reference }} · {{ row.madeAt | when: 'moment' }}</p>
            @if (open() === row.id) {
              <div appInPlace (appInPlaceClosed)="open.set(null)">
                <app-answer-form
                  [message]="row"
                  [givenName]="row.case.personName"
                  (done)="finish(row.case.personName)"
                  (cancelled)="open.set(null)"
                />
              </div>
            } @else {
              <button uiButton="second" dense icon="message" (click)="open.set(row.id)">
                {{ 'personMessages.answer.open' | t }}<span class="vh">: {{ row.say }}</span>
              </button>
            }
          </div>
          <span class="task__end">
            <ui-tag [kind]="row.late ? 'late' : 'wait'" [icon]="row.late ? 'alert' : 'hourglass'">{{
              (row.late ? 'myDay.message.wasDue' : 'myDay.message.due') | t: { day: row.dueAt | when: 'day' }
            }}</ui-tag>
          </span>
        </li>
      }
    </ul>
  `,
})
export class PersonWaits {
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly messages = input.required<readonly MyDayMessage[]>();
  readonly answered = output<void>();
  protected readonly open = signal<string | null>(null);
  protected readonly rows = computed(() =>
    this.messages().map((each) => ({ ...each, say: this.words.t(`myDay.message.say.${each.kind}`, { person: each.case.personName }) })),
  );

  protected finish(name: string): void {
    this.open.set(null);
    this.announcer.say(this.words.t('personMessages.answer.done', { name }));
    this.answered.emit();
  }
}
