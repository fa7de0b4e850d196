import { Component, computed, input, output } from '@angular/core';
import { Icon } from './icon.ts';

/** The heading of a column one can sort by; put `[attr.aria-sort]` on the `th` around it. */
@Component({
  selector: 'ui-sort',
  imports: [Icon],
  template: `
    <button type="button" class="sort" (click)="sort.emit()">
      <ng-content />
      @if (direction() !== 'none') {
        <ui-icon name="down" [class.is-up]="up()" />
      }
    </button>
  `,
})
export class SortButton {
  readonly direction = input.required<'ascending' | 'descending' | 'none'>();
  readonly sort = output<void>();
  protected readonly up = computed(() => this.direction() === 'ascending');
}
