import { Component, input, output } from '@angular/core';
import { Menu, MenuItem, MenuTrigger } from '@angular/aria/menu';
import { Icon, type IconName } from './icon.ts';

export interface MenuEntry {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  readonly icon?: IconName;
  /** The one in use now. */
  readonly current?: boolean;
}

/** A button that opens a few acts. The button's content, and so its name, is projected; `label` names what opens. */
@Component({
  selector: 'ui-menu',
  imports: [Icon, Menu, MenuItem, MenuTrigger],
  template: `
    <button ngMenuTrigger type="button" [class]="look()" [menu]="menu"><ng-content /></button>
    <div ngMenu #menu="ngMenu" class="menu" [attr.aria-label]="label()" (itemSelected)="choose($event)">
      @for (entry of entries(); track entry.value) {
        <div
          ngMenuItem
          class="menu__item"
          [role]="entry.current === undefined ? 'menuitem' : 'menuitemradio'"
          [attr.aria-checked]="entry.current === undefined ? null : entry.current"
          [value]="entry.value"
          [searchTerm]="entry.label"
        >
          @if (entry.current) {
            <ui-icon name="check" />
          } @else if (entry.icon; as icon) {
            <ui-icon [name]="icon" />
          } @else {
            <span></span>
          }
          <span>
            {{ entry.label }}
            @if (entry.note; as note) {
              <small>{{ note }}</small>
            }
          </span>
        </div>
      }
    </div>
  `,
  host: { class: 'menu-anchor' },
})
export class UiMenu {
  readonly label = input.required<string>();
  readonly entries = input.required<readonly MenuEntry[]>();
  /** The class of the trigger: `iconbtn`, `as`, `btn btn--second` … */
  readonly look = input('iconbtn');
  readonly chosen = output<string>();

  protected choose(value: unknown): void {
    if (typeof value === 'string') this.chosen.emit(value);
  }
}
