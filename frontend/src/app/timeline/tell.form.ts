import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type CreatedView, type InformationCategory } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { Recipients } from '../consent/recipients.ts';
import { draft } from '../note/draft.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** Tell what has happened, for the own organisation and for those it is shared with. */
@Component({
  selector: 'app-tell-form',
  imports: [ActForm, DateField, Field, Recipients, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'timeline.tell.send' | t" (sent)="tell()" (cancelled)="done.emit()">
      <ui-field
        [label]="'timeline.tell.text' | t"
        [hint]="'note.belongs' | t"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="draft.said()"
      >
        <textarea uiInput rows="5" maxlength="4000" [value]="draft.text()" (valueChange)="draft.write($event)"></textarea>
      </ui-field>
      <ui-date-field
        [label]="'timeline.tell.day' | t"
        [fieldId]="form.id('occurredOn')"
        [error]="form.error('occurredOn')"
        [today]="today()"
        [(value)]="occurredOn"
      />
      <app-recipients
        [view]="view()"
        [legend]="'timeline.tell.recipients' | t"
        [fieldId]="form.id('recipients')"
        [error]="form.error('recipients')"
        [(category)]="category"
        [(chosen)]="recipients"
      />
    </form>
  `,
})
export class TellForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'tell', ['text', 'occurredOn', 'recipients', 'category']);
  protected readonly draft = draft(() => `timeline:${this.view().id}`);
  protected readonly occurredOn = signal(this.today());
  protected readonly category = signal<InformationCategory>('SITUATION');
  protected readonly recipients = signal<readonly string[]>([]);

  private readonly body = computed(() => ({
    text: this.draft.text(),
    occurredOn: this.occurredOn(),
    recipients: this.recipients(),
    category: this.category(),
  }));

  constructor() {
    this.store.whileWriting(() => this.draft.text() !== '');
  }

  protected async tell(): Promise<void> {
    const body = this.body();
    const complete = this.form.check({
      text: body.text.trim() === '' && 'required',
      occurredOn: body.occurredOn === '' ? 'required' : body.occurredOn > this.today() && 'inTheFuture',
    });
    if (!complete) return;
    const told = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.view().id}/timeline`, body, key));
    if (told === undefined) return;
    this.draft.discard();
    this.store.reload();
    this.done.emit();
  }
}
