import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TextPipe } from '../text/text.pipe.ts';
import { Icon } from '../ui/icon.ts';
import { CITIZEN_PLACES } from './navigation.ts';

/** The person's places within reach of a thumb; hidden where the same places stand at the top. */
@Component({
  selector: 'app-tab-bar',
  imports: [Icon, RouterLink, RouterLinkActive, TextPipe],
  template: `
    <nav class="tabbar" [attr.aria-label]="'shell.nav.labelBelow' | t">
      @for (place of places; track place.path) {
        <a [routerLink]="place.path" routerLinkActive ariaCurrentWhenActive="page"><ui-icon [name]="place.icon" />{{ place.label | t }}</a>
      }
    </nav>
  `,
})
export class TabBar {
  protected readonly places = CITIZEN_PLACES;
}
