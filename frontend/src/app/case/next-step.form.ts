import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { NEXT_STEP_MAX } from '@samspel/shared/case/case.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Conflict } from '../ui/conflict.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { ActForm } from './act-form.ts';
import { CaseStore } from './case-store.ts';
import { FormState } from './form-state.ts';

/** What happens next, and by when. If somebody else set it meanwhile, both texts stand until one is saved. */
@Component({
  selector: 'app-next-step-form',
  imports: [ActForm, Conflict, DateField, Field, TextInput, TextPipe],
  template: `
    @if (met()) {
      <ui-conflict [who]="'case.step.somebody' | t" [mine]="text()" [theirs]="standing()" (settled)="merge($event)" />
    } @else {
      <form [appActForm]="form" [label]="'case.step.save' | t" (sent)="save()" (cancelled)="done.emit()">
        <ui-field
          [label]="'case.step.text' | t"
          [hint]="'case.step.hint' | t: { name: view().person.givenName }"
          [fieldId]="form.id('text')"
          [error]="form.error('text')"
        >
          <textarea uiInput rows="3" [attr.maxlength]="max" [(value)]="text"></textarea>
        </ui-field>
        <ui-date-field
          [label]="'case.step.due' | t"
          [optional]="true"
          [fieldId]="form.id('due')"
          [error]="form.error('due')"
          [today]="today()"
          [min]="today()"
          [(value)]="due"
        />
      </form>
    }
  `,
})
export class NextStepForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly max = NEXT_STEP_MAX;
  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'step', ['text', 'due']);
  protected readonly text = signal('');
  protected readonly due = signal('');
  private readonly refusedAt = signal<number | null>(null);
  private readonly basedOn = linkedSignal<number, number>({
    source: () => this.view().version,
    computation: (fresh, before) => before?.value ?? fresh,
  });
  /** The newer case has arrived beside the text typed here. */
  protected readonly met = computed(() => this.refusedAt() !== null && this.view().version !== this.refusedAt());
  protected readonly standing = computed(() => this.view().nextStep?.text ?? '');

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async save(): Promise<void> {
    if (!this.form.check({ text: this.text().trim() === '' && 'required' })) return;
    const body = { text: this.text(), due: this.due() === '' ? null : this.due() };
    const version = this.basedOn();
    const saved = await this.form.send(() => this.api.act(`/cases/${this.view().id}/next-step`, body, version).then(() => true));
    this.store.reload();
    if (saved) this.done.emit();
    else if (this.form.act.problem()?.conflict === true) this.refusedAt.set(version);
  }

  protected async merge(text: string): Promise<void> {
    this.text.set(text);
    this.basedOn.set(this.view().version);
    this.refusedAt.set(null);
    await this.save();
  }
}
