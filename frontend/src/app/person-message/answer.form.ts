import { Component, inject, input, output } from '@angular/core';
import { type PersonMessageView } from '@samspel/shared/api.ts';
import { MESSAGE_MAX } from '@samspel/shared/citizen/voice.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** The answer, as the person will read it: in the case, or from Min dag. */
@Component({
  selector: 'app-answer-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'personMessages.answer.send' | t" (sent)="answer()" (cancelled)="cancelled.emit()">
      <ui-field
        [label]="'personMessages.answer.label' | t: { name: givenName() }"
        [hint]="'personMessages.answer.hint' | t: { name: givenName() }"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="4" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class AnswerForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore, { optional: true });

  readonly message = input.required<Pick<PersonMessageView, 'id' | 'version'>>();
  readonly givenName = input.required<string>();
  readonly done = output<void>();
  readonly cancelled = output<void>();
  protected readonly max = MESSAGE_MAX;
  protected readonly form = new FormState(inject(Words), 'answer', ['text'], 'personMessages.error.');
  protected readonly kept = draft(() => `answer:${this.message().id}`);

  constructor() {
    this.store?.whileWriting(() => true);
  }

  protected async answer(): Promise<void> {
    const text = this.kept.text().trim();
    if (!this.form.check({ text: text === '' && 'required' })) return;
    const { id, version } = this.message();
    const sent = await this.form.send(() => this.api.act(`/person-messages/${id}/answer`, { text }, version).then(() => true));
    if (sent === undefined) {
      this.store?.reload();
      return;
    }
    this.kept.discard();
    this.done.emit();
  }
}
