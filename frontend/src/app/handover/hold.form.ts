import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { ANSWER_MAX, HOLD_MAX_DAYS } from '@samspel/shared/handover/handover.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { SessionStore } from '../session/session.store.ts';
import { addDays } from '../text/format/days.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { HandoverStore } from './handover-store.ts';

/** A pause with a reason and the day it ends by itself. */
@Component({
  selector: 'app-hold-form',
  imports: [ActForm, DateField, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'handover.hold.send' | t" (sent)="hold()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'handover.hold.lead' | t }}</p>
      <ui-field [label]="'handover.hold.reason' | t" [fieldId]="form.id('reason')" [error]="form.error('reason')" [saved]="kept.said()">
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
      <ui-date-field
        [label]="'handover.hold.until' | t"
        [hint]="'handover.hold.untilHint' | t: { n: days }"
        [fieldId]="form.id('until')"
        [error]="form.error('until')"
        [today]="today()"
        [min]="tomorrow()"
        [(value)]="until"
      />
    </form>
  `,
})
export class HoldForm {
  private readonly store = inject(HandoverStore);

  readonly handover = input.required<HandoverView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly max = ANSWER_MAX;
  protected readonly days = HOLD_MAX_DAYS;
  protected readonly today = inject(SessionStore).today;
  protected readonly tomorrow = computed(() => addDays(this.today(), 1));
  protected readonly form = new FormState(inject(Words), 'hold', ['reason', 'until'], 'handover.error.');
  protected readonly kept = draft(() => `handover-hold:${this.handover().id}`);
  protected readonly until = signal('');

  protected async hold(): Promise<void> {
    const [reason, until] = [this.kept.text().trim(), this.until()];
    const late = until > addDays(this.today(), HOLD_MAX_DAYS);
    const complete = this.form.check({
      reason: reason === '' && 'required',
      until: until === '' ? 'required' : until < this.tomorrow() ? 'past' : late && 'tooLate',
    });
    if (!complete) return;
    const done = await this.store.act((send) => this.form.send(send), 'hold', { reason, until });
    if (!done) return;
    this.kept.discard();
    this.done.emit();
  }
}
