import { Component, computed, inject, output, signal } from '@angular/core';
import { type CreatedView, type NewOrganisation } from '@samspel/shared/api.ts';
import { PRINCIPAL_KINDS } from '@samspel/shared/organisation/organisation.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** A new organisation: one secrecy area, under a principal that may have several. */
@Component({
  selector: 'app-organisation-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'operations.organisation.save' | t" (sent)="add()" (cancelled)="cancelled.emit()">
      <ui-field
        [label]="'operations.organisation.name' | t"
        [hint]="'operations.organisation.nameHint' | t"
        [fieldId]="form.id('name')"
        [error]="form.error('name')"
      >
        <input uiInput maxlength="120" [(value)]="name" />
      </ui-field>
      <ui-field [label]="'operations.organisation.shortName' | t" [fieldId]="form.id('shortName')" [error]="form.error('shortName')">
        <input uiInput maxlength="40" [(value)]="shortName" />
      </ui-field>
      <ui-field
        [label]="'operations.organisation.letters' | t"
        [hint]="'operations.organisation.lettersHint' | t"
        [fieldId]="form.id('letters')"
        [error]="form.error('letters')"
      >
        <input uiInput class="input--short" maxlength="3" [(value)]="letters" />
      </ui-field>
      <ui-field
        [label]="'operations.organisation.principal' | t"
        [hint]="'operations.organisation.principalHint' | t"
        [fieldId]="form.id('principalName')"
        [error]="form.error('principalName')"
      >
        <input uiInput maxlength="120" [(value)]="principalName" />
      </ui-field>
      <ui-field [label]="'operations.organisation.kind' | t" [fieldId]="form.id('principalKind')" [error]="form.error('principalKind')">
        <select uiInput [(value)]="kind">
          <option value=""></option>
          @for (each of kinds(); track each.value) {
            <option [value]="each.value">{{ each.label }}</option>
          }
        </select>
      </ui-field>
    </form>
  `,
})
export class OrganisationForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly added = output<void>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(
    this.words,
    'organisation',
    ['name', 'shortName', 'letters', 'principalName', 'principalKind'],
    'operations.error.',
  );
  protected readonly name = signal('');
  protected readonly shortName = signal('');
  protected readonly letters = signal('');
  protected readonly principalName = signal('');
  protected readonly kind = signal('');
  protected readonly kinds = computed(() => PRINCIPAL_KINDS.map((value) => ({ value, label: this.words.t(`operations.kind.${value}`) })));

  protected async add(): Promise<void> {
    const principalKind = PRINCIPAL_KINDS.find((each) => each === this.kind());
    const texts = {
      name: this.name().trim(),
      shortName: this.shortName().trim(),
      letters: this.letters().trim().toLocaleUpperCase('sv'),
      principalName: this.principalName().trim(),
    };
    const complete = this.form.check({
      ...Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, text === '' && 'required'])),
      principalKind: principalKind === undefined && 'required',
    });
    if (!complete || principalKind === undefined) return;
    const body: NewOrganisation = { ...texts, principalKind };
    if ((await this.form.send((key) => this.api.create<CreatedView>('/organisations', body, key))) !== undefined) this.added.emit();
  }
}
