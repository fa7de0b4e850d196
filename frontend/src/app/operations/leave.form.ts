import { Component, inject, input, output, signal } from '@angular/core';
import { type AssignmentView, type CreatedView, type NewLeave } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';
import { DeputyChoice } from './deputy-choice.ts';

@Component({
  selector: 'app-leave-form',
  imports: [ActForm, DateField, DeputyChoice, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'operations.leave.save' | t" (sent)="save()" (cancelled)="cancelled.emit()">
      <ui-date-field
        [label]="'operations.leave.firstDay' | t"
        [today]="today()"
        [fieldId]="form.id('firstDay')"
        [error]="form.error('firstDay')"
        [(value)]="firstDay"
      />
      <ui-date-field
        [label]="'operations.leave.lastDay' | t"
        [today]="today()"
        [min]="firstDay()"
        [fieldId]="form.id('lastDay')"
        [error]="form.error('lastDay')"
        [(value)]="lastDay"
      />
      <app-deputy-choice
        [assignment]="assignment()"
        [fieldId]="form.id('deputyAssignmentId')"
        [error]="form.error('deputyAssignmentId')"
        [(deputy)]="deputy"
      />
    </form>
  `,
})
export class LeaveForm {
  private readonly api = inject(Api);

  readonly assignment = input.required<AssignmentView>();
  readonly saved = output<void>();
  readonly cancelled = output<void>();

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'leave', ['firstDay', 'lastDay', 'deputyAssignmentId'], 'operations.error.');
  protected readonly firstDay = signal('');
  protected readonly lastDay = signal('');
  protected readonly deputy = signal<string | undefined>(undefined);

  protected async save(): Promise<void> {
    if (!this.form.check({ firstDay: this.firstDay() === '' && 'required', lastDay: this.lastDay() === '' && 'required' })) return;
    const body: NewLeave = { firstDay: this.firstDay(), lastDay: this.lastDay(), deputyAssignmentId: this.deputy() ?? null };
    const path = `/assignments/${this.assignment().id}/leave`;
    if ((await this.form.send((key) => this.api.create<CreatedView>(path, body, key))) !== undefined) this.saved.emit();
  }
}
