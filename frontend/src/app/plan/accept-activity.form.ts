import { Component, inject, input, linkedSignal, output } from '@angular/core';
import { type ActivityView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';

/** A yes to what another organisation has asked for: whoever says it owns the activity from then on, by the day they can keep. */
@Component({
  selector: 'app-accept-activity-form',
  imports: [ActForm, DateField, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'plan.accept.send' | t" (sent)="accept()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'plan.accept.lead' | t: { name: activity().owner.givenName } }}</p>
      <ui-date-field
        [label]="'plan.field.dueOn' | t"
        [fieldId]="form.id('dueOn')"
        [error]="form.error('dueOn')"
        [today]="today()"
        [min]="today()"
        [(value)]="dueOn"
      />
      <ui-date-field
        [label]="'plan.field.startOn' | t"
        [optional]="true"
        [fieldId]="form.id('startOn')"
        [error]="form.error('startOn')"
        [today]="today()"
        [(value)]="startOn"
      />
    </form>
  `,
})
export class AcceptActivityForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly activity = input.required<ActivityView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'accept', ['dueOn', 'startOn'], 'plan.error.');
  protected readonly dueOn = linkedSignal(() => this.activity().dueOn);
  protected readonly startOn = linkedSignal(() => this.activity().startOn ?? '');

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async accept(): Promise<void> {
    const [dueOn, startOn] = [this.dueOn(), this.startOn()];
    if (!this.form.check({ dueOn: dueOn === '' && 'required', startOn: startOn !== '' && startOn > dueOn && 'afterDue' })) return;
    const { id, version } = this.activity();
    const body = { dueOn, ...(startOn !== '' && { startOn }) };
    const accepted = await this.form.send(() => this.api.act(`/activities/${id}/acceptance`, body, version).then(() => true));
    if (accepted) this.done.emit();
    else this.store.reload();
  }
}
