import { Component, inject, input, output, signal } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { ColleaguePicker } from '../care-team/colleague-picker.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { HandoverStore } from './handover-store.ts';

/** Names who is to answer. They are not the owner before they have said yes themself, and the clock runs on. */
@Component({
  selector: 'app-nominate-form',
  imports: [ActForm, ColleaguePicker, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'handover.nominate.send' | t" (sent)="nominate()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'handover.nominate.lead' | t }}</p>
      <app-colleague-picker
        [organisationId]="handover().to.organisation.id"
        [fieldId]="form.id('assignmentId')"
        [error]="form.error('assignmentId')"
        [(assignmentId)]="assignmentId"
      />
    </form>
  `,
})
export class NominateForm {
  private readonly store = inject(HandoverStore);

  readonly handover = input.required<HandoverView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(inject(Words), 'nominate', ['assignmentId'], 'handover.error.');
  protected readonly assignmentId = signal<string | undefined>(undefined);

  protected async nominate(): Promise<void> {
    const assignmentId = this.assignmentId();
    if (!this.form.check({ assignmentId: assignmentId === undefined && 'required' })) return;
    const done = await this.store.act((send) => this.form.send(send), 'nomination', { assignmentId });
    if (done) this.done.emit();
  }
}
