import { Component, inject, input, output, signal } from '@angular/core';
import { type AssignmentEnd, type AssignmentView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';
import { Note } from '../ui/note.ts';

/** The last day of an assignment. While it answers for open cases that is refused, and the form says so before anybody tries. */
@Component({
  selector: 'app-end-form',
  imports: [ActForm, CountPipe, DateField, Note, TextPipe],
  template: `
    @if (!form.act.failed() && assignment().accountableFor > 0) {
      <ui-note kind="soon" icon="alert"
        ><p>{{ 'operations.end.accountable' | count: assignment().accountableFor }}</p></ui-note
      >
    } @else if (!form.act.failed() && assignment().isContact) {
      <ui-note kind="soon" icon="alert"
        ><p>{{ 'operations.end.contact' | t }}</p></ui-note
      >
    }
    <form [appActForm]="form" kind="stop" [label]="'operations.assignment.end' | t" (sent)="end()" (cancelled)="cancelled.emit()">
      <ui-date-field
        [label]="'operations.end.lastDay' | t"
        [today]="today()"
        [fieldId]="form.id('lastDay')"
        [error]="form.error('lastDay')"
        [(value)]="lastDay"
      />
    </form>
  `,
})
export class EndForm {
  private readonly api = inject(Api);

  readonly assignment = input.required<AssignmentView>();
  readonly saved = output<void>();
  readonly cancelled = output<void>();

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'end', ['lastDay'], 'operations.error.');
  protected readonly lastDay = signal('');

  protected async end(): Promise<void> {
    if (!this.form.check({ lastDay: this.lastDay() === '' && 'required' })) return;
    const body: AssignmentEnd = { lastDay: this.lastDay() };
    await this.form.send(() => this.api.act(`/assignments/${this.assignment().id}/end`, body));
    if (!this.form.act.failed()) this.saved.emit();
  }
}
