import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { type Mandate, type ParticipantView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { RoleFields } from './role-fields.ts';

/** Changes role, mandate or question area of somebody in the team. */
@Component({
  selector: 'app-change-role-form',
  imports: [ActForm, RoleFields, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'careTeam.change.save' | t" (sent)="save()" (cancelled)="done.emit()">
      <app-role-fields [form]="form" [(role)]="role" [(mandate)]="mandate" [(questionArea)]="questionArea" />
    </form>
  `,
})
export class ChangeRoleForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly participant = input.required<ParticipantView>();
  readonly done = output<void>();
  protected readonly form = new FormState(inject(Words), 'role', ['role', 'mandate', 'questionArea']);
  protected readonly role = linkedSignal(() => this.participant().role);
  protected readonly mandate = linkedSignal<Mandate | undefined>(() => this.participant().mandate);
  protected readonly questionArea = linkedSignal(() => this.participant().questionArea);

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async save(): Promise<void> {
    if (!this.form.check({ role: this.role().trim() === '' && 'required' })) return;
    const { id, version } = this.participant();
    const body = { role: this.role(), mandate: this.mandate(), questionArea: this.questionArea() };
    const saved = await this.form.send(() => this.api.act(`/participants/${id}`, body, version).then(() => true));
    if (saved === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
