import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { ESCALATION_CODES } from '@samspel/shared/handover/handover.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';

/** Takes it up with the supervisor of the other side, with a coded reason: no words that could tell what the case is about. */
@Component({
  selector: 'app-escalate-form',
  imports: [ActForm, Radios, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'stalled.escalate.send' | t" (sent)="send()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'stalled.escalate.lead' | t: { unit: other() } }}</p>
      <ui-radios
        boxed
        [legend]="'stalled.escalate.why' | t"
        [options]="options()"
        [fieldId]="form.id('code')"
        [error]="form.error('code')"
        [(value)]="code"
      />
    </form>
  `,
})
export class EscalateForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly row = input.required<StalledRowView>();
  /** The unit whose supervisor is told. */
  readonly other = input.required<string>();
  readonly settled = output<string>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(this.words, 'escalate', ['code'], 'stalled.error.');
  protected readonly code = signal<string | undefined>(undefined);
  protected readonly options = computed(() => ESCALATION_CODES.map((value) => ({ value, label: this.words.t(`stalled.escalate.code.${value}`) })));

  protected async send(): Promise<void> {
    if (!this.form.check({ code: this.code() === undefined && 'required' })) return;
    await this.form.send(() => this.api.act(`/stalled-handovers/${this.row().id}/escalation`, { code: this.code() }));
    if (!this.form.act.failed()) this.settled.emit(this.words.t('stalled.done.escalated', { unit: this.other() }));
  }
}
