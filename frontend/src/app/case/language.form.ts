import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActForm } from './act-form.ts';
import { CaseStore } from './case-store.ts';
import { FormState } from './form-state.ts';
import { LanguageFields } from './language-fields.ts';

/** Changes the person's language and interpreter, which they see on their own page. */
@Component({
  selector: 'app-language-form',
  imports: [ActForm, LanguageFields, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'case.language.save' | t" (sent)="save()" (cancelled)="done.emit()">
      <app-language-fields [(language)]="language" [(interpreter)]="interpreter" />
    </form>
  `,
})
export class LanguageForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly form = new FormState(inject(Words), 'language', []);
  protected readonly language = linkedSignal(() => this.view().person.language);
  protected readonly interpreter = linkedSignal(() => this.view().person.interpreterLanguage ?? '');

  protected async save(): Promise<void> {
    const body = { language: this.language(), interpreterLanguage: this.interpreter() || null };
    const saved = await this.form.send(() => this.api.act(`/cases/${this.view().id}/person`, body).then(() => true));
    if (saved === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
