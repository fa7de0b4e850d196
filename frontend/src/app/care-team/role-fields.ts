import { Component, computed, inject, input, model } from '@angular/core';
import { type Mandate } from '@samspel/shared/api.ts';
import { MANDATES } from '@samspel/shared/care-team/care-team.ts';
import { type FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** What somebody does in the team; the same three questions whenever one joins or changes. */
@Component({
  selector: 'app-role-fields',
  imports: [Field, Radios, TextInput, TextPipe],
  template: `
    <ui-field [label]="'careTeam.role.label' | t" [hint]="'careTeam.role.hint' | t" [fieldId]="form().id('role')" [error]="form().error('role')">
      <input uiInput maxlength="80" [(value)]="role" />
    </ui-field>
    <ui-radios
      [legend]="'careTeam.mandate.label' | t"
      [options]="mandates()"
      [fieldId]="form().id('mandate')"
      [error]="form().error('mandate')"
      [value]="mandate()"
      (valueChange)="choose($event)"
    />
    <ui-field
      [label]="'careTeam.area.label' | t"
      [hint]="'careTeam.area.hint' | t"
      [optional]="true"
      [fieldId]="form().id('questionArea')"
      [error]="form().error('questionArea')"
    >
      <input uiInput maxlength="200" [(value)]="questionArea" />
    </ui-field>
  `,
  host: { class: 'field-group stack' },
})
export class RoleFields {
  private readonly words = inject(Words);

  readonly form = input.required<FormState>();
  readonly role = model.required<string>();
  readonly mandate = model.required<Mandate | undefined>();
  readonly questionArea = model.required<string>();
  protected readonly mandates = computed(() =>
    MANDATES.map((value) => ({ value, label: this.words.t(`careTeam.mandate.${value}`), hint: this.words.t(`careTeam.mandate.hint.${value}`) })),
  );

  protected choose(value: string | undefined): void {
    this.mandate.set(MANDATES.find((each) => each === value));
  }
}
