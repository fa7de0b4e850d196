import { Component, effect, inject, input, linkedSignal, output } from '@angular/core';
import { type AssignmentEdit, type AssignmentView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { FunctionTicks, type UnitFunction } from './function-ticks.ts';

@Component({
  selector: 'app-assignment-edit-form',
  imports: [ActForm, Field, FunctionTicks, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'operations.save' | t" (sent)="save()" (cancelled)="cancelled.emit()">
      <ui-field [label]="'operations.assignment.title' | t" [fieldId]="form.id('title')" [error]="form.error('title')">
        <input uiInput maxlength="80" [(value)]="title" />
      </ui-field>
      <app-function-ticks [fieldId]="form.id('functions')" [(chosen)]="functions" />
    </form>
  `,
})
export class AssignmentEditForm {
  private readonly api = inject(Api);

  readonly assignment = input.required<AssignmentView>();
  readonly saved = output<void>();
  readonly stale = output<void>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(inject(Words), 'assignment', ['title', 'functions'], 'operations.error.');
  // A newer version of the same assignment must not take what has been typed.
  private readonly first = linkedSignal<AssignmentView, AssignmentView>({
    source: this.assignment,
    computation: (now, before) => (before?.value.id === now.id ? before.value : now),
  });
  protected readonly title = linkedSignal(() => this.first().title);
  protected readonly functions = linkedSignal<readonly UnitFunction[]>(() => this.first().functions);

  constructor() {
    effect(() => {
      if (this.form.act.problem()?.conflict === true) this.stale.emit();
    });
  }

  protected async save(): Promise<void> {
    const body: AssignmentEdit = { title: this.title().trim(), functions: [...this.functions()] };
    if (!this.form.check({ title: body.title === '' && 'required' })) return;
    const { id, version } = this.assignment();
    await this.form.send(() => this.api.act(`/assignments/${id}`, body, version));
    if (!this.form.act.failed()) this.saved.emit();
  }
}
