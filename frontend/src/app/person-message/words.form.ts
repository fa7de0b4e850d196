import { Component, inject, input, output, signal } from '@angular/core';
import { type CaseView, type CreatedView } from '@samspel/shared/api.ts';
import { OWN_WORDS_MAX } from '@samspel/shared/citizen/voice.ts';
import { RECORDED_FORMS } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { FormChoice } from './form-choice.ts';

/** What matters to the person, as they said it. New words take the place of old ones; nobody edits them. */
@Component({
  selector: 'app-words-form',
  imports: [ActForm, Field, FormChoice, Note, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'personMessages.words.send' | t" (sent)="tell()" (cancelled)="cancelled.emit()">
      @if (text() !== '') {
        <ui-note icon="message"
          ><p>{{ 'personMessages.words.replaces' | t: { name: view().person.givenName } }}</p></ui-note
        >
      }
      <ui-field
        [label]="'personMessages.words.label' | t: { name: view().person.givenName }"
        [hint]="'personMessages.words.hint' | t: { name: view().person.givenName }"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="4" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
      <app-form-choice [fieldId]="form.id('form')" [error]="form.error('form')" [(form)]="how" />
    </form>
  `,
})
export class WordsForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  /** What stands. */
  readonly text = input('');
  readonly done = output<void>();
  readonly cancelled = output<void>();
  protected readonly max = OWN_WORDS_MAX;
  protected readonly form = new FormState(inject(Words), 'words', ['text', 'form'], 'personMessages.error.');
  protected readonly kept = draft(() => `told-words:${this.view().id}`);
  protected readonly how = signal<string | undefined>(RECORDED_FORMS[0]);

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async tell(): Promise<void> {
    const text = this.kept.text().trim();
    if (!this.form.check({ text: text === '' && 'required', form: this.how() === undefined && 'required' })) return;
    const made = await this.form.send((key) =>
      this.api.create<CreatedView>(`/cases/${this.view().id}/person-words`, { text, form: this.how() }, key),
    );
    if (made === undefined) return;
    this.kept.discard();
    this.store.reload();
    this.done.emit();
  }
}
