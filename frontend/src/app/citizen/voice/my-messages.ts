import { Component, computed, inject, input } from '@angular/core';
import { type MessageKind } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Words } from '../../text/words.ts';
import { Button } from '../../ui/button.ts';
import { Problem } from '../../ui/problem.ts';
import { Tag } from '../../ui/tag.ts';
import { messageState, messageTitle } from './message-words.ts';
import { MyVoice } from './my-voice.ts';
import { type MyMessageView } from '@samspel/shared/api.ts';

/** What the person has said, who is to answer and by when, and what the answer was. Nothing they said disappears. */
@Component({
  selector: 'app-my-messages',
  imports: [Button, Problem, Tag, TextPipe, WhenPipe],
  template: `
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <ul role="list" class="said">
      @for (message of rows(); track message.id) {
        <li>
          <p class="title">{{ title(message) }}</p>
          <p class="small muted">
            {{ message.madeAt | when: 'full-day' }}
            @if (message.recordedForm; as form) {
              · {{ 'voice.said.written.' + form | t }}
            }
          </p>
          @if (message.about; as about) {
            <p class="small">{{ 'voice.about' | t: { words: about.words } }}</p>
          }
          @if (message.text) {
            <p class="own">{{ message.text }}</p>
          }
          @if (message.answer; as answer) {
            <div class="answer">
              <p class="small muted">
                {{ 'voice.said.answered' | t: { name: message.answeredBy?.givenName, day: message.answeredAt | when: 'full-day' } }}
              </p>
              <p>{{ answer }}</p>
            </div>
          } @else {
            <ui-tag [kind]="look(message).kind" [icon]="look(message).icon">{{ 'voice.said.state.' + message.state | t }}</ui-tag>
            @if (message.state === 'OPEN') {
              <p class="small">
                {{ 'voice.said.promise' | t: { name: message.responsible.givenName, day: message.dueOn | when: 'full-day' } }}
              </p>
            }
          }
          @if (message.actions.includes('me.withdraw')) {
            <button uiButton="quiet" dense icon="undo" [busy]="act.busy()" (click)="takeBack(message)">
              {{ 'voice.undo' | t }}<span class="vh">: {{ title(message) }}</span>
            </button>
          }
        </li>
      } @empty {
        <li class="soft">{{ 'voice.said.none' | t }}</li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    .said button {
      margin-inline-start: calc(-1 * var(--s-3));
    }
    .said {
      padding: 0;
      list-style: none;
    }
    .said > li {
      display: grid;
      justify-items: start;
      gap: var(--s-1);
      padding-block: var(--s-3);
      border-block-start: 1px solid var(--line);
    }
    .said > li:first-child {
      border-block-start: 0;
      padding-block-start: 0;
    }
    .title {
      font-weight: 600;
    }
    .own,
    .answer p {
      white-space: pre-line;
    }
    .answer {
      justify-self: stretch;
      padding: var(--s-3);
      border-radius: var(--r-ctl);
      background: var(--sunken);
    }
  `,
})
export class MyMessages {
  private readonly voice = inject(MyVoice);
  private readonly words = inject(Words);

  /** Only these kinds; all when absent. */
  readonly only = input<readonly MessageKind[]>();

  protected readonly act = new Act();
  protected readonly rows = computed(() => {
    const only = this.only();
    return this.voice.items().filter(({ kind }) => only === undefined || only.includes(kind));
  });

  protected title(message: MyMessageView): string {
    return messageTitle(message, this.words);
  }

  protected look(message: MyMessageView): ReturnType<typeof messageState> {
    return messageState(message);
  }

  protected async takeBack({ id }: MyMessageView): Promise<void> {
    await this.act.run(() => this.voice.withdraw(id));
  }
}
