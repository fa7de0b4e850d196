import { Component, input } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Icon, type IconName } from './icon.ts';

/** Nothing here, when that was last true, and what to do instead (projected). */
@Component({
  selector: 'ui-empty',
  imports: [Icon, TextPipe, WhenPipe],
  template: `
    <ui-icon [name]="icon()" />
    @if (level() === 2) {
      <h2>{{ heading() }}</h2>
    } @else {
      <h3>{{ heading() }}</h3>
    }
    @if (text(); as more) {
      <p>{{ more }}</p>
    }
    @if (checkedAt(); as at) {
      <p class="small muted">{{ 'ui.checked' | t: { time: at | when: 'time' } }}</p>
    }
    <ng-content />
  `,
  host: { class: 'empty' },
})
export class Empty {
  readonly heading = input.required<string>();
  readonly text = input<string>();
  /** 2 where nothing but the page's h1 stands above it. */
  readonly level = input<2 | 3>(3);
  readonly icon = input<IconName>('check-circle');
  readonly checkedAt = input<Date | null>(null);
}
