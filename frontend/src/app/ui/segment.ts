import { Component, input, model } from '@angular/core';
import { Icon, type IconName } from './icon.ts';
import { uniqueId } from './unique-id.ts';

export interface SegmentOption {
  readonly value: string;
  readonly label: string;
  readonly icon?: IconName;
  /** Language of the label, when it is not the page's. */
  readonly lang?: string;
}

/** A few views of the same thing: radio buttons that look like one switch. */
@Component({
  selector: 'ui-segment',
  imports: [Icon],
  template: `
    <fieldset class="segment">
      <legend class="vh">{{ legend() }}</legend>
      @for (option of options(); track option.value) {
        <label [attr.lang]="option.lang">
          <input type="radio" [name]="name" [value]="option.value" [checked]="option.value === value()" (change)="value.set(option.value)" />
          @if (option.icon; as icon) {
            <ui-icon [name]="icon" />
          }
          {{ option.label }}
        </label>
      }
    </fieldset>
  `,
})
export class Segment {
  readonly legend = input.required<string>();
  readonly options = input.required<readonly SegmentOption[]>();
  readonly value = model.required<string>();
  protected readonly name = uniqueId('segment');
}
