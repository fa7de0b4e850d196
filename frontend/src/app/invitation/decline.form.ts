import { Component, inject, input, output, signal } from '@angular/core';
import { type DeclineInvitationInput } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** No, with a reason the inviting team reads. The preview is gone afterwards. */
@Component({
  selector: 'app-decline-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'invitation.decline.send' | t" (sent)="decline()" (cancelled)="cancelled.emit()">
      <p>{{ 'invitation.decline.text' | t }}</p>
      <ui-field
        [label]="'invitation.decline.reason' | t"
        [hint]="'invitation.decline.hint' | t"
        [fieldId]="form.id('reason')"
        [error]="form.error('reason')"
      >
        <textarea uiInput rows="4" maxlength="500" [(value)]="reason"></textarea>
      </ui-field>
    </form>
  `,
})
export class DeclineForm {
  private readonly api = inject(Api);

  readonly id = input.required<string>();
  readonly declined = output<void>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(inject(Words), 'decline', ['reason'], 'invitation.error.');
  protected readonly reason = signal('');

  protected async decline(): Promise<void> {
    const body: DeclineInvitationInput = { reason: this.reason().trim() };
    if (!this.form.check({ reason: body.reason === '' && 'required' })) return;
    await this.form.send(() => this.api.act(`/invitations/${this.id()}/refusal`, body));
    if (!this.form.act.failed()) this.declined.emit();
  }
}
