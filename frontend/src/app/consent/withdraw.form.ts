import { Component, computed, inject, input, output } from '@angular/core';
import { type CaseView, type ConsentView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { Note } from '../ui/note.ts';
import { covers } from './coverage.ts';

/** Before a consent is taken back: who loses what, at once, and what stays by law. */
@Component({
  selector: 'app-withdraw-form',
  imports: [ActForm, Icon, Note, TextPipe],
  template: `
    <form [appActForm]="form" kind="stop" [label]="'consent.withdraw.send' | t" (sent)="withdraw()" (cancelled)="done.emit()">
      <p>{{ 'consent.withdraw.lead' | t: { name: view().person.givenName } }}</p>
      <ul class="see" role="list">
        @for (name of losers(); track name) {
          <li><ui-icon name="lock" /> {{ 'consent.withdraw.loses' | t: { organisation: name } }}</li>
        }
        <li><ui-icon name="stop" /> {{ 'consent.withdraw.stops' | t }}</li>
        <li><ui-icon name="bell" /> {{ 'consent.withdraw.told' | t }}</li>
      </ul>
      <ui-note>{{ 'consent.withdraw.stays' | t }}</ui-note>
    </form>
  `,
})
export class WithdrawForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly view = input.required<CaseView>();
  readonly consent = input.required<ConsentView>();
  readonly done = output<void>();
  protected readonly form = new FormState(inject(Words), 'withdraw', []);

  /** Receivers that no other consent in force covers. */
  protected readonly losers = computed(() => {
    const rest = this.view().consents.items.filter(({ id }) => id !== this.consent().id);
    return this.consent()
      .recipients.organisations.filter(({ id }) => !rest.some((other) => covers([other], other.disclosingOrganisation.id, id)))
      .map(({ name }) => name);
  });

  protected async withdraw(): Promise<void> {
    const done = await this.form.send(() => this.api.act(`/consents/${this.consent().id}/withdrawal`).then(() => true));
    if (done === undefined) return;
    this.store.reload();
    this.done.emit();
  }
}
