import { Component, input } from '@angular/core';

export const ICON_NAMES = [
  'check',
  'check-circle',
  'clock',
  'hourglass',
  'alert',
  'stop',
  'no',
  'question',
  'arrow',
  'right',
  'left',
  'down',
  'calendar',
  'phone',
  'message',
  'search',
  'eye',
  'lock',
  'shield',
  'users',
  'user',
  'plus',
  'pause',
  'bell',
  'edit',
  'undo',
  'pin',
  'video',
  'sun',
  'plan',
  'exit',
  'hand',
  'half',
  'ring',
  'dash',
  'info',
  'minus',
  'x',
  'download',
  'print',
  'table',
  'stairs',
  'home',
  'back',
  'spin',
] as const;
export type IconName = (typeof ICON_NAMES)[number];

/** A drawing beside a word, never instead of one: it is hidden from screen readers. */
@Component({
  selector: 'ui-icon',
  template: '',
  host: { '[class]': "'ico ico-' + name()", 'aria-hidden': 'true' },
})
export class Icon {
  readonly name = input.required<IconName>();
}
