import { booleanAttribute, Component, computed, input } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

export type NoteKind = 'plain' | 'done' | 'wait' | 'soon' | 'stop';

/** A boxed remark with a drawing. `urgent` is read out at once; use it for what just went wrong. */
@Component({
  selector: 'ui-note',
  imports: [Icon],
  template: '<ui-icon [name]="icon()" /><div><ng-content /></div>',
  host: { '[class]': 'classes()', '[attr.role]': "urgent() ? 'alert' : null" },
})
export class Note {
  readonly kind = input<NoteKind>('plain');
  readonly icon = input<IconName>('info');
  readonly urgent = input(false, { transform: booleanAttribute });
  protected readonly classes = computed(() => (this.kind() === 'plain' ? 'note' : `note note--${this.kind()}`));
}
