import { Component, input } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

/** A small button with a drawing only; its words are for those who do not see it and for the pointer that waits. */
@Component({
  selector: 'button[uiIconButton], a[uiIconButton]',
  imports: [Icon],
  template: '<ui-icon [name]="icon()" />',
  host: { class: 'iconbtn', '[attr.aria-label]': 'label()', '[attr.title]': 'label()' },
})
export class IconButton {
  readonly icon = input.required<IconName>({ alias: 'uiIconButton' });
  readonly label = input.required<string>();
}
