import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { RATING_MAX } from '@samspel/shared/citizen/voice.ts';
import { RECORDED_FORMS } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { FormChoice } from './form-choice.ts';

/** A number the person said to staff, on the day they said it. */
@Component({
  selector: 'app-rating-form',
  imports: [ActForm, DateField, Field, FormChoice, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'personMessages.rating.save' | t" (sent)="save()" (cancelled)="done.emit()">
      <p class="soft">{{ 'personMessages.rating.question' | t }}</p>
      <ui-field [label]="'personMessages.rating.value' | t" [fieldId]="form.id('value')" [error]="form.error('value')">
        <select uiInput [(value)]="value">
          <option value="">{{ 'personMessages.rating.choose' | t }}</option>
          @for (n of values; track n) {
            <option [value]="n">{{ n }}</option>
          }
        </select>
      </ui-field>
      <ui-date-field [label]="'personMessages.rating.on' | t" [fieldId]="form.id('on')" [error]="form.error('on')" [today]="today()" [(value)]="on" />
      <app-form-choice [fieldId]="form.id('form')" [error]="form.error('form')" [(form)]="how" />
    </form>
  `,
})
export class RatingForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly values = Array.from({ length: RATING_MAX + 1 }, (_, n) => String(n));
  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'rating', ['value', 'on', 'form'], 'personMessages.error.');
  protected readonly value = signal('');
  protected readonly on = signal(this.today());
  protected readonly how = signal<string | undefined>(RECORDED_FORMS[0]);
  private readonly path = computed(() => `/cases/${this.view().id}/rating`);

  protected async save(): Promise<void> {
    const [value, on] = [this.value(), this.on()];
    const complete = this.form.check({
      value: value === '' && 'required',
      on: on === '' ? 'required' : on > this.today() && 'inTheFuture',
    });
    if (!complete) return;
    const saved = await this.form.send(() => this.api.act(this.path(), { value: Number(value), on, form: this.how() }).then(() => true));
    this.store.reload();
    if (saved) this.done.emit();
  }
}
