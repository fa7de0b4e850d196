import { booleanAttribute, Component, input, model } from '@angular/core';
import { Icon } from './icon.ts';
import { uniqueId } from './unique-id.ts';

export interface Option<V extends string = string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  /** Why it cannot be chosen; a choice without reason is never shut. */
  readonly shutBecause?: string;
}

/** One of a few, all in sight. */
@Component({
  selector: 'ui-radios',
  imports: [Icon],
  template: `
    <fieldset class="fieldset" [class.field--error]="!!error()" [attr.aria-describedby]="error() ? errorId : null">
      <legend>{{ legend() }}</legend>
      @if (error(); as text) {
        <span class="error" [id]="errorId"><ui-icon name="alert" />{{ text }}</span>
      }
      @for (option of options(); track option.value; let first = $first) {
        <label class="choice" [class.choice--box]="boxed()">
          <input
            type="radio"
            [attr.id]="first ? fieldId() : null"
            [name]="name"
            [value]="option.value"
            [checked]="option.value === value()"
            [disabled]="option.shutBecause !== undefined"
            (change)="value.set(option.value)"
          />
          <span>
            {{ option.label }}
            @if (option.shutBecause ?? option.hint; as text) {
              <small>{{ text }}</small>
            }
          </span>
        </label>
      }
    </fieldset>
  `,
  host: { class: 'field-group' },
})
export class Radios {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly Option[]>();
  readonly boxed = input(false, { transform: booleanAttribute });
  readonly error = input<string | null>(null);
  /** The id of the first choice, where an error summary points. */
  readonly fieldId = input(uniqueId('radios'));
  readonly value = model<string>();
  protected readonly name = uniqueId('radio');
  protected readonly errorId = uniqueId('radios-error');
}

/** Yes or no to one thing. */
@Component({
  selector: 'ui-check',
  template: `
    <label class="choice" [class.choice--box]="boxed()">
      <input
        type="checkbox"
        [attr.id]="fieldId()"
        [checked]="checked()"
        [disabled]="shutBecause() !== undefined"
        (change)="checked.set(!checked())"
      />
      <span>
        {{ label() }}
        @if (shutBecause() ?? hint(); as text) {
          <small>{{ text }}</small>
        }
      </span>
    </label>
  `,
})
export class Check {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly shutBecause = input<string>();
  readonly boxed = input(false, { transform: booleanAttribute });
  readonly fieldId = input(uniqueId('check'));
  readonly checked = model(false);
}
