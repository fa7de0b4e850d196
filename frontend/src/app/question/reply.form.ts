import { Component, inject, input, output } from '@angular/core';
import { type QuestionView } from '@samspel/shared/api.ts';
import { QUESTION_MAX } from '@samspel/shared/case/question.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** The answer to a colleague's question. The two of them read it, nobody else. */
@Component({
  selector: 'app-reply-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'question.answer.send' | t" (sent)="answer()" (cancelled)="cancelled.emit()">
      <ui-field
        [label]="'question.answer.label' | t: { name: question().asker.givenName }"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class ReplyForm {
  private readonly api = inject(Api);

  readonly question = input.required<QuestionView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();
  protected readonly max = QUESTION_MAX;
  protected readonly form = new FormState(inject(Words), 'reply', ['text'], 'question.error.');
  protected readonly kept = draft(() => `question-answer:${this.question().id}`);

  protected async answer(): Promise<void> {
    const text = this.kept.text().trim();
    if (!this.form.check({ text: text === '' && 'required' })) return;
    const sent = await this.form.send(() => this.api.act(`/questions/${this.question().id}/answer`, { text }).then(() => true));
    if (sent === undefined) return;
    this.kept.discard();
    this.done.emit();
  }
}
