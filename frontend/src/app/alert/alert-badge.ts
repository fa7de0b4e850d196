import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Words } from '../text/words.ts';
import { Count } from '../ui/count.ts';
import { Icon } from '../ui/icon.ts';
import { AlertCount } from './alert-count.ts';

/** The bell of the top bar: how many alerts wait for me, and the way to them. */
@Component({
  selector: 'app-alert-badge',
  imports: [Count, Icon, RouterLink, RouterLinkActive],
  template: `
    @if (open() !== undefined) {
      <a class="iconbtn" routerLink="/larm" routerLinkActive ariaCurrentWhenActive="page" [attr.aria-label]="label()" [attr.title]="label()">
        <ui-icon name="bell" />
        @if (open(); as n) {
          <ui-count [of]="n" kind="wait" />
        }
      </a>
    }
  `,
  styles: `
    a {
      position: relative;
      color: var(--ink-2);
      text-decoration: none;
    }
    ui-count {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
      min-inline-size: 1.125rem;
      block-size: 1.125rem;
      padding-inline: 0.25rem;
      font-size: 0.6875rem;
    }
  `,
})
export class AlertBadge {
  private readonly words = inject(Words);
  protected readonly open = inject(AlertCount).open;
  protected readonly label = computed(() => {
    const n = this.open() ?? 0;
    return n === 0 ? this.words.t('shell.alerts.none') : this.words.count('shell.alerts.some', n);
  });
}
