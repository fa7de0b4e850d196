import { Component, computed, input } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

/** `wait`: responsibility is on its way. `stop`/`solid`: nobody owns it, error, no way back. `late` is an outline, never red. */
export type TagKind = 'plain' | 'go' | 'wait' | 'stop' | 'done' | 'later' | 'late' | 'solid';

/** A status: always a drawing and a word, never colour alone. */
@Component({
  selector: 'ui-tag',
  imports: [Icon],
  template: '<ui-icon [name]="icon()" /><ng-content />',
  host: { '[class]': 'classes()' },
})
export class Tag {
  readonly icon = input.required<IconName>();
  readonly kind = input<TagKind>('plain');
  protected readonly classes = computed(() => (this.kind() === 'plain' ? 'tag' : `tag tag--${this.kind()}`));
}
