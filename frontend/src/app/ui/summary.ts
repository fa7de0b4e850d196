import { Component, input } from '@angular/core';

/** One row of `<dl class="summary">`: `<div uiSummaryRow label="…">value <a uiSummaryEnd>Ändra</a></div>`. */
@Component({
  selector: 'div[uiSummaryRow]',
  template: `
    <dt>{{ label() }}</dt>
    <dd><ng-content /></dd>
    <dd><ng-content select="[uiSummaryEnd]" /></dd>
  `,
})
export class SummaryRow {
  readonly label = input.required<string>();
}
