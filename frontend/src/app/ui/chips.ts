import { Component, input, model } from '@angular/core';

/** A filter of a list: exactly one chip is pressed. */
@Component({
  selector: 'ui-chips',
  template: `
    <div class="chips" role="group" [attr.aria-label]="label()">
      @for (option of options(); track option.value) {
        <button type="button" class="chip" [attr.aria-pressed]="option.value === value()" (click)="value.set(option.value)">
          {{ option.label }}
        </button>
      }
    </div>
  `,
})
export class Chips {
  readonly label = input.required<string>();
  readonly options = input.required<readonly { readonly value: string; readonly label: string }[]>();
  readonly value = model.required<string>();
}
