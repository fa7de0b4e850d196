import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type HandoverView, type OrganisationList } from '@samspel/shared/api.ts';
import { ANSWER_MAX, DECLINE_CODES } from '@samspel/shared/handover/handover.ts';
import { read } from '../api/read.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { placeOf } from '../text/format/place.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { HandoverStore } from './handover-store.ts';

/** No, with a coded reason that can be counted, and where it belongs instead when one knows. The sender still answers. */
@Component({
  selector: 'app-decline-handover-form',
  imports: [ActForm, Field, Radios, TextInput, TextPipe],
  template: `
    <form kind="stop" [appActForm]="form" [label]="'handover.decline.send' | t" (sent)="decline()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'handover.decline.lead' | t: { name: handover().accountable.givenName } }}</p>
      <ui-radios
        [legend]="'handover.decline.why' | t"
        [options]="codes()"
        [fieldId]="form.id('code')"
        [error]="form.error('code')"
        [(value)]="code"
      />
      <ui-field
        [label]="'handover.decline.suggested' | t"
        [optional]="true"
        [fieldId]="form.id('suggestedUnitId')"
        [error]="form.error('suggestedUnitId')"
      >
        <select uiInput [(value)]="unitId">
          <option value="">{{ 'handover.decline.noSuggestion' | t }}</option>
          @for (unit of units(); track unit.id) {
            <option [value]="unit.id">{{ unit.name }}</option>
          }
        </select>
      </ui-field>
      <ui-field
        [label]="'handover.decline.text' | t"
        [hint]="'handover.decline.textHint' | t"
        [optional]="true"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class DeclineHandoverForm {
  private readonly store = inject(HandoverStore);
  private readonly words = inject(Words);

  readonly handover = input.required<HandoverView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly max = ANSWER_MAX;
  protected readonly form = new FormState(this.words, 'decline', ['code', 'suggestedUnitId', 'text'], 'handover.error.');
  protected readonly code = signal<string | undefined>(undefined);
  protected readonly unitId = signal('');
  protected readonly kept = draft(() => `handover-decline:${this.handover().id}`);
  protected readonly codes = computed(() => DECLINE_CODES.map((value) => ({ value, label: this.words.t(`handover.code.${value}`) })));
  private readonly organisations = read<OrganisationList>(() => '/organisations');
  /** Anywhere but here. */
  protected readonly units = computed(() =>
    (this.organisations.value()?.items ?? [])
      .filter(({ kind }) => kind !== 'FEDERATION')
      .flatMap(({ name, units }) => units.map((unit) => ({ id: unit.id, name: placeOf(name, unit.name) })))
      .filter(({ id }) => id !== this.handover().to.unit.id),
  );

  protected async decline(): Promise<void> {
    const code = DECLINE_CODES.find((each) => each === this.code());
    if (!this.form.check({ code: code === undefined && 'required' })) return;
    const text = this.kept.text().trim();
    const body = { code, ...(this.unitId() !== '' && { suggestedUnitId: this.unitId() }), ...(text !== '' && { text }) };
    const done = await this.store.act((send) => this.form.send(send), 'refusal', body);
    if (!done) return;
    this.kept.discard();
    this.done.emit();
  }
}
