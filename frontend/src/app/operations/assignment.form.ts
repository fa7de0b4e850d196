import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CreatedView, type NewAssignment, type OrganisationList } from '@samspel/shared/api.ts';
import { STAFF_ROLES } from '@samspel/shared/organisation/organisation.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { FunctionTicks, type UnitFunction } from './function-ticks.ts';

/** Gives somebody a role in a unit from a day on. */
@Component({
  selector: 'app-assignment-form',
  imports: [ActForm, DateField, Field, FunctionTicks, Load, Radios, TextInput, TextPipe],
  template: `
    <ui-load [of]="organisations" />
    <form [appActForm]="form" [label]="'operations.save' | t" (sent)="save()" (cancelled)="cancelled.emit()">
      <ui-field [label]="'operations.assignment.unit' | t" [fieldId]="form.id('unitId')" [error]="form.error('unitId')">
        <select uiInput [(value)]="unitId">
          <option value=""></option>
          @for (each of organisations.value()?.items ?? []; track each.id) {
            <optgroup [label]="each.name">
              @for (unit of each.units; track unit.id) {
                <option [value]="unit.id">{{ unit.name }}</option>
              }
            </optgroup>
          }
        </select>
      </ui-field>
      <ui-field [label]="'operations.assignment.title' | t" [fieldId]="form.id('title')" [error]="form.error('title')">
        <input uiInput maxlength="80" [(value)]="title" />
      </ui-field>
      <ui-radios
        [legend]="'operations.assignment.role' | t"
        [options]="roles()"
        [fieldId]="form.id('role')"
        [error]="form.error('role')"
        [(value)]="role"
      />
      <app-function-ticks [fieldId]="form.id('functions')" [(chosen)]="functions" />
      <ui-date-field
        [label]="'operations.assignment.validFrom' | t"
        [today]="today()"
        [fieldId]="form.id('validFrom')"
        [error]="form.error('validFrom')"
        [(value)]="from"
      />
      <ui-date-field
        [label]="'operations.assignment.validTo' | t"
        [optional]="true"
        [today]="today()"
        [min]="from()"
        [fieldId]="form.id('validTo')"
        [error]="form.error('validTo')"
        [(value)]="to"
      />
    </form>
  `,
})
export class AssignmentForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly staffId = input.required<string>();
  readonly saved = output<void>();
  readonly cancelled = output<void>();

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(
    this.words,
    'assignment',
    ['unitId', 'title', 'role', 'functions', 'validFrom', 'validTo'],
    'operations.error.',
  );
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
  protected readonly unitId = signal('');
  protected readonly title = signal('');
  protected readonly role = signal<string | undefined>(undefined);
  protected readonly functions = signal<readonly UnitFunction[]>([]);
  protected readonly from = signal(this.today());
  protected readonly to = signal('');
  protected readonly roles = computed(() =>
    STAFF_ROLES.map((value) => ({ value, label: this.words.t(`operations.role.${value}`), hint: this.words.t(`operations.roleHint.${value}`) })),
  );

  protected async save(): Promise<void> {
    const role = STAFF_ROLES.find((each) => each === this.role());
    const complete = this.form.check({
      unitId: this.unitId() === '' && 'required',
      title: this.title().trim() === '' && 'required',
      role: role === undefined && 'required',
      validFrom: this.from() === '' && 'required',
    });
    if (!complete || role === undefined) return;
    const body: NewAssignment = {
      staffMemberId: this.staffId(),
      unitId: this.unitId(),
      title: this.title().trim(),
      role,
      functions: [...this.functions()],
      validFrom: this.from(),
      validTo: this.to() || null,
    };
    if ((await this.form.send((key) => this.api.create<CreatedView>('/assignments', body, key))) !== undefined) this.saved.emit();
  }
}
