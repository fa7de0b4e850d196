import { Component, input, model } from '@angular/core';
import { UNIT_FUNCTIONS } from '@samspel/shared/organisation/organisation.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Check } from '../ui/choice.ts';

export type UnitFunction = (typeof UNIT_FUNCTIONS)[number];

/** What an assignment does for its unit beside its own work. */
@Component({
  selector: 'app-function-ticks',
  imports: [Check, TextPipe],
  template: `
    <fieldset class="fieldset">
      <legend>{{ 'operations.assignment.functions' | t }}</legend>
      @for (each of all; track each; let first = $first) {
        <ui-check
          [label]="'operations.function.' + each | t"
          [hint]="'operations.functionHint.' + each | t"
          [fieldId]="first ? fieldId() : fieldId() + '-' + each"
          [checked]="chosen().includes(each)"
          (checkedChange)="set(each, $event)"
        />
      }
    </fieldset>
  `,
})
export class FunctionTicks {
  readonly fieldId = input.required<string>();
  readonly chosen = model.required<readonly UnitFunction[]>();
  protected readonly all = UNIT_FUNCTIONS;

  protected set(each: UnitFunction, on: boolean): void {
    this.chosen.set(UNIT_FUNCTIONS.filter((one) => (one === each ? on : this.chosen().includes(one))));
  }
}
