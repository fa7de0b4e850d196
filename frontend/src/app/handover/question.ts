import { booleanAttribute, Component, input, model } from '@angular/core';
import { type Option } from '../ui/choice.ts';
import { Icon } from '../ui/icon.ts';
import { uniqueId } from '../ui/unique-id.ts';

/** One numbered question of a form, answered with one of a few. */
@Component({
  selector: 'fieldset[appQuestion]',
  imports: [Icon],
  template: `
    <legend>{{ question() }}</legend>
    <div [class.choices-row]="!stacked()">
      @if (error(); as text) {
        <span class="error" [id]="errorId"><ui-icon name="alert" />{{ text }}</span>
      }
      @for (option of options(); track option.value; let first = $first) {
        <label class="choice">
          <input
            type="radio"
            [attr.id]="first ? fieldId() : null"
            [name]="name"
            [value]="option.value"
            [checked]="option.value === value()"
            (change)="value.set(option.value)"
          />
          <span>
            {{ option.label }}
            @if (option.hint; as text) {
              <small>{{ text }}</small>
            }
          </span>
        </label>
      }
    </div>
  `,
  host: { '[class.field--error]': '!!error()', '[attr.aria-describedby]': 'error() ? errorId : null' },
})
export class Question {
  readonly question = input.required<string>({ alias: 'appQuestion' });
  readonly options = input.required<readonly Option[]>();
  readonly stacked = input(false, { transform: booleanAttribute });
  readonly error = input<string | null>(null);
  readonly fieldId = input(uniqueId('question'));
  readonly value = model<string>();
  protected readonly name = uniqueId('answer');
  protected readonly errorId = uniqueId('question-error');
}
