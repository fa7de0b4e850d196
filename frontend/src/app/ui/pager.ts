import { Component, input, output } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from './button.ts';

/** "Visa 20 till", when there is more. */
@Component({
  selector: 'ui-pager',
  imports: [Button, TextPipe],
  template: `
    @if (more()) {
      <button uiButton="quiet" dense [busy]="busy()" (click)="next.emit()">{{ 'ui.more' | t: { n: step() } }}</button>
    }
  `,
})
export class Pager {
  readonly more = input.required<boolean>();
  readonly step = input(20);
  readonly busy = input(false);
  readonly next = output<void>();
}
