import { booleanAttribute, Component, input } from '@angular/core';
import { uniqueId } from './unique-id.ts';

/** A sheet of paper with a heading: `<section uiPanel heading="Team">`; what has `uiPanelEnd` stands right of the heading. */
@Component({
  selector: 'section[uiPanel]',
  template: `
    @if (heading(); as text) {
      <div class="panel__head">
        <h2 [id]="headingId">{{ text }}</h2>
        <ng-content select="[uiPanelEnd]" />
      </div>
    }
    <ng-content />
  `,
  host: { class: 'panel', '[class.panel--flush]': 'flush()', '[attr.aria-labelledby]': 'heading() ? headingId : null' },
})
export class Panel {
  readonly heading = input<string>();
  readonly flush = input(false, { transform: booleanAttribute });
  protected readonly headingId = uniqueId('panel');
}
