import { Component, input, output } from '@angular/core';
import { CountPipe } from '../text/text.pipe.ts';

/** "3 nya ändringar – visa". Nothing on the page moves until somebody asks for it. */
@Component({
  selector: 'ui-live-pill',
  imports: [CountPipe],
  template: `
    <span role="status">
      @if (count() > 0) {
        <button type="button" class="live" (click)="reveal.emit()">{{ 'ui.changes' | count: count() }}</button>
      }
    </span>
  `,
})
export class LivePill {
  readonly count = input.required<number>();
  readonly reveal = output<void>();
}
