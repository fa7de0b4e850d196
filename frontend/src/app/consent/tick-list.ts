import { Component, input, model } from '@angular/core';
import { Check } from '../ui/choice.ts';
import { Icon } from '../ui/icon.ts';

/** Any number of a few, all in sight. */
@Component({
  selector: 'app-tick-list',
  imports: [Check, Icon],
  template: `
    <fieldset class="fieldset" [class.field--error]="!!error()" [attr.aria-describedby]="error() ? fieldId() + '-error' : null">
      <legend>{{ legend() }}</legend>
      @if (error(); as text) {
        <span class="error" [id]="fieldId() + '-error'"><ui-icon name="alert" />{{ text }}</span>
      }
      @for (option of options(); track option.value; let first = $first) {
        <ui-check
          [label]="option.label"
          [hint]="option.hint"
          [fieldId]="first ? fieldId() : fieldId() + '-' + option.value"
          [checked]="chosen().includes(option.value)"
          (checkedChange)="set(option.value, $event)"
        />
      }
    </fieldset>
  `,
  host: { class: 'field-group' },
})
export class TickList {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly { readonly value: string; readonly label: string; readonly hint?: string }[]>();
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly chosen = model.required<readonly string[]>();

  protected set(value: string, checked: boolean): void {
    this.chosen.update((all) => (checked ? [...all, value] : all.filter((each) => each !== value)));
  }
}
