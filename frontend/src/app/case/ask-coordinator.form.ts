import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { COORDINATOR_MESSAGE_MAX } from '@samspel/shared/case/case.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { ActForm } from './act-form.ts';
import { CaseStore } from './case-store.ts';
import { FormState } from './form-state.ts';

/** The owner asks somebody in the team to lead it. Nothing changes before they have said yes. */
@Component({
  selector: 'app-ask-coordinator-form',
  imports: [ActForm, Field, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'case.coordinator.send' | t" (sent)="ask()" (cancelled)="done.emit()">
      <p class="soft">{{ 'case.coordinator.lead' | t }}</p>
      <ui-radios
        [legend]="'case.coordinator.who' | t"
        [options]="choices()"
        [fieldId]="form.id('assignmentId')"
        [error]="form.error('assignmentId')"
        [(value)]="assignmentId"
      />
      <ui-field [label]="'case.coordinator.message' | t" [optional]="true" [fieldId]="form.id('message')" [error]="form.error('message')">
        <textarea uiInput rows="3" [attr.maxlength]="max" [(value)]="message"></textarea>
      </ui-field>
    </form>
  `,
})
export class AskCoordinatorForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly max = COORDINATOR_MESSAGE_MAX;
  protected readonly form = new FormState(inject(Words), 'coordinator', ['assignmentId', 'message']);
  protected readonly assignmentId = signal<string | undefined>(undefined);
  protected readonly message = signal('');
  protected readonly choices = computed(() =>
    this.view()
      .participants.filter(({ isCoordinator }) => !isCoordinator)
      .map(({ staff, role }) => ({ value: staff.assignmentId, label: staff.name, hint: `${role}, ${staff.organisation.shortName}` })),
  );

  constructor() {
    this.store.whileWriting(() => this.message() !== '');
  }

  protected async ask(): Promise<void> {
    const assignmentId = this.assignmentId();
    if (!this.form.check({ assignmentId: assignmentId === undefined && 'required' })) return;
    const body = { assignmentId, message: this.message() };
    const asked = await this.form.send(() => this.api.act(`/cases/${this.view().id}/coordinator-request`, body).then(() => true));
    if (asked === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
