import { Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { compareSwedish } from '../text/format/collation.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Panel } from '../ui/panel.ts';
import { DemoAccounts } from './demo-accounts.ts';
import { type Audience } from './session.ts';
import { signInAddress } from './sign-in-address.ts';

/** Two ways in, and in the demo the invented people one may be. Every way is a full page load: the server signs in. */
@Component({
  imports: [Button, Panel, RouterLink, TextPipe],
  template: `
    <div class="wrap--text">
      <h1>{{ 'session.signIn.title' | t }}</h1>
      <p class="lead">{{ 'session.signIn.lead' | t }}</p>
    </div>
    <div class="cols cols--half sign-in">
      @for (audience of audiences; track audience) {
        <section uiPanel [heading]="'session.signIn.' + audience + '.title' | t">
          <div class="stack">
            <p>{{ 'session.signIn.' + audience + '.text' | t }}</p>
            <a uiButton wide [href]="address(audience)">{{ 'session.signIn.' + audience + '.button' | t }}</a>
          </div>
        </section>
      }
    </div>
    @if (demo().length > 0) {
      <section uiPanel [heading]="'session.demo.title' | t">
        <p class="soft">{{ 'session.demo.text' | t }}</p>
        <ul class="tasks" role="list">
          @for (account of demo(); track account.hint) {
            <li>
              <span class="me" aria-hidden="true">{{ initials(account.name) }}</span>
              <div class="task__text">
                <a [href]="address(account.audience, account.hint)">{{ account.name }}</a>
                <p class="task__meta">{{ account.what }}</p>
              </div>
              <span class="task__end small muted">{{ account.hint }}</span>
            </li>
          }
        </ul>
        <p class="small">
          <a routerLink="/utskick">{{ 'session.demo.mails' | t }}</a>
        </p>
      </section>
    }
  `,
  host: { class: 'stack' },
})
export default class SignInPage {
  private readonly accounts = inject(DemoAccounts);

  readonly returnTo = input<string>();

  protected readonly audiences: readonly Audience[] = ['staff', 'citizen'];
  private readonly read = resource({ loader: () => this.accounts.list() });
  protected readonly demo = computed(() => {
    const accounts = this.read.hasValue() ? this.read.value() : [];
    return [...accounts].sort((a, b) => b.audience.localeCompare(a.audience) || compareSwedish(a.name, b.name));
  });

  protected address(audience: Audience, hint?: string): string {
    return signInAddress(audience, this.returnTo() ?? (audience === 'citizen' ? '/min-plan' : '/'), hint);
  }

  protected initials(name: string): string {
    return name
      .split(' ')
      .map((part) => part.charAt(0))
      .slice(0, 2)
      .join('');
  }
}
