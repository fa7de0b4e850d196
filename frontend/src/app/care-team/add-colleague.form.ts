import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type CreatedView, type Mandate } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ColleaguePicker } from './colleague-picker.ts';
import { RoleFields } from './role-fields.ts';

/** Takes a colleague of the own organisation into the team. */
@Component({
  selector: 'app-add-colleague-form',
  imports: [ActForm, ColleaguePicker, RoleFields, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'careTeam.add.send' | t" (sent)="add()" (cancelled)="done.emit()">
      <app-colleague-picker
        [organisationId]="organisationId()"
        [without]="inTeam()"
        [fieldId]="form.id('assignmentId')"
        [error]="form.error('assignmentId')"
        [(assignmentId)]="assignmentId"
      />
      <app-role-fields [form]="form" [(role)]="role" [(mandate)]="mandate" [(questionArea)]="questionArea" />
    </form>
  `,
})
export class AddColleagueForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly session = inject(SessionStore);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly form = new FormState(inject(Words), 'colleague', ['assignmentId', 'role', 'mandate', 'questionArea']);
  protected readonly assignmentId = signal<string | undefined>(undefined);
  protected readonly role = signal('');
  protected readonly mandate = signal<Mandate | undefined>(undefined);
  protected readonly questionArea = signal('');
  protected readonly organisationId = computed(() => this.session.assignment()?.organisation.id ?? '');
  protected readonly inTeam = computed(() => this.view().participants.map(({ staff }) => staff.assignmentId));

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async add(): Promise<void> {
    const body = { assignmentId: this.assignmentId(), role: this.role(), mandate: this.mandate(), questionArea: this.questionArea() };
    const complete = this.form.check({
      assignmentId: body.assignmentId === undefined && 'required',
      role: body.role.trim() === '' && 'required',
      mandate: body.mandate === undefined && 'required',
    });
    if (!complete) return;
    const added = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.view().id}/care-team/participants`, body, key));
    if (added === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
