import { Component, computed, effect, inject, input, linkedSignal, output } from '@angular/core';
import { type CreatedView, type NewUnit, type OrganisationCard, type UnitEdit, type UnitView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** A new unit, or all the fields of one. What is typed stays when somebody else saved first; then it is saved on theirs. */
@Component({
  selector: 'app-unit-form',
  imports: [ActForm, Check, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'operations.save' | t" (sent)="save()" (cancelled)="cancelled.emit()">
      <ui-field [label]="'operations.unit.name' | t" [fieldId]="form.id('name')" [error]="form.error('name')">
        <input uiInput maxlength="120" [(value)]="name" />
      </ui-field>
      <ui-field
        [label]="'operations.unit.address' | t"
        [hint]="'operations.unit.addressHint' | t"
        [optional]="true"
        [fieldId]="form.id('functionAddress')"
        [error]="form.error('functionAddress')"
      >
        <input uiInput type="email" maxlength="254" [(value)]="address" />
      </ui-field>
      <ui-field [label]="'operations.unit.phone' | t" [optional]="true" [fieldId]="form.id('phone')" [error]="form.error('phone')">
        <input uiInput type="tel" maxlength="25" [(value)]="phone" />
      </ui-field>
      <ui-field [label]="'operations.unit.parent' | t" [optional]="true" [fieldId]="form.id('parentUnitId')" [error]="form.error('parentUnitId')">
        <select uiInput [(value)]="parent">
          <option value=""></option>
          @for (unit of others(); track unit.id) {
            <option [value]="unit.id">{{ unit.name }}</option>
          }
        </select>
      </ui-field>
      <ui-check
        [label]="'operations.unit.intake' | t"
        [hint]="'operations.unit.intakeHint' | t"
        [fieldId]="form.id('takesIntake')"
        [(checked)]="takesIntake"
      />
    </form>
  `,
})
export class UnitForm {
  private readonly api = inject(Api);

  readonly organisation = input.required<OrganisationCard>();
  /** Absent for a new one. */
  readonly unitId = input<string>();
  readonly saved = output<void>();
  /** Somebody else saved first: the version has to be read again. */
  readonly stale = output<void>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(
    inject(Words),
    'unit',
    ['name', 'functionAddress', 'phone', 'parentUnitId', 'takesIntake'],
    'operations.error.',
  );
  private readonly unit = computed(() => this.organisation().units.find((each) => each.id === this.unitId()));
  protected readonly others = computed(() => this.organisation().units.filter((each) => each.id !== this.unitId() && each.closedOn === null));
  // From the id, not the unit: a newer version of it must not take what has been typed.
  private readonly first = linkedSignal<string | undefined, UnitView | undefined>({
    source: this.unitId,
    computation: (id, before) => (before !== undefined && before.source === id ? before.value : this.unit()),
  });
  protected readonly name = linkedSignal(() => this.first()?.name ?? '');
  protected readonly address = linkedSignal(() => this.first()?.functionAddress ?? '');
  protected readonly phone = linkedSignal(() => this.first()?.phone ?? '');
  protected readonly parent = linkedSignal(() => this.first()?.parentUnitId ?? '');
  protected readonly takesIntake = linkedSignal(() => this.first()?.takesIntake ?? false);

  constructor() {
    effect(() => {
      if (this.form.act.problem()?.conflict === true) this.stale.emit();
    });
  }

  protected async save(): Promise<void> {
    if (!this.form.check({ name: this.name().trim() === '' && 'required' })) return;
    const body: UnitEdit = {
      name: this.name().trim(),
      takesIntake: this.takesIntake(),
      functionAddress: this.address().trim() || null,
      phone: this.phone().trim() || null,
      parentUnitId: this.parent() || null,
    };
    const unit = this.unit();
    await this.form.send((key) => (unit === undefined ? this.add(body, key) : this.api.act(`/units/${unit.id}`, body, unit.version)));
    if (!this.form.act.failed()) this.saved.emit();
  }

  private add(edit: UnitEdit, key: string): Promise<CreatedView> {
    const body: NewUnit = { ...edit, organisationId: this.organisation().id };
    return this.api.create('/units', body, key);
  }
}
