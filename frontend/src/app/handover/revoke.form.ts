import { Component, inject, input, output } from '@angular/core';
import { type HandoverRowView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';

/** Asks once before an offer is taken back. */
@Component({
  selector: 'app-revoke-form',
  imports: [ActForm, TextPipe],
  template: `
    <form kind="stop" [appActForm]="form" [label]="'handover.act.revoke' | t" (sent)="revoke()" (cancelled)="cancelled.emit()">
      <p>{{ 'handover.revoke.text' | t: { receiver: handover().to.unit.name } }}</p>
    </form>
  `,
})
export class RevokeForm {
  private readonly api = inject(Api);

  readonly handover = input.required<Pick<HandoverRowView, 'id' | 'version' | 'to'>>();
  readonly done = output<void>();
  /** What stands now is another version than the one that was seen. */
  readonly refused = output<void>();
  readonly cancelled = output<void>();
  protected readonly form = new FormState(inject(Words), 'revoke', []);

  protected async revoke(): Promise<void> {
    const { id, version } = this.handover();
    const done = await this.form.send(() => this.api.act(`/handovers/${id}/revocation`, {}, version).then(() => true));
    if (done) this.done.emit();
    else this.refused.emit();
  }
}
