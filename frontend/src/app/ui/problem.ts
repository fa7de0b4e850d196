import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { type ApiProblem } from '../api/problem.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from './button.ts';
import { Note } from './note.ts';

/** Why something did not work, in place and in plain words, with a way on when trying again can help. */
@Component({
  selector: 'ui-problem',
  imports: [Button, Note, TextPipe],
  template: `
    <ui-note kind="stop" icon="alert" [urgent]="true">
      <p>
        <b>{{ title() }}</b> {{ detail() }}
      </p>
      @if (retries()) {
        <p class="row">
          <button uiButton="second" dense icon="undo" (click)="retry.emit()">{{ 'ui.retry' | t }}</button>
        </p>
      }
    </ui-note>
  `,
})
export class Problem {
  private readonly words = inject(Words);

  readonly problem = input.required<ApiProblem>();
  readonly canRetry = input(false, { transform: booleanAttribute });
  readonly retry = output<void>();

  protected readonly retries = computed(() => this.canRetry() && this.problem().unknownOutcome);
  protected readonly title = computed(() => this.say('title', this.problem().title));
  protected readonly detail = computed(() => this.say('detail', this.problem().detail));

  // Our own words first, since they follow the language; the server's Swedish for codes newer than this client.
  private say(part: 'title' | 'detail', fromServer: string): string {
    const { code, status } = this.problem();
    return (
      this.words.known(`problem.code.${code}.${part}`) ??
      (fromServer || (this.words.known(`problem.status.${status}.${part}`) ?? this.words.t(`problem.other.${part}`)))
    );
  }
}
