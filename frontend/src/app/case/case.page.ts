import { Component, effect, inject, input, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { PageTitle } from '../shell/page-title.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { CaseSheet } from './case-sheet.ts';
import { CaseStore } from './case-store.ts';
import { IdentityBar } from './identity-bar.ts';

/** The shared case. When the reader loses it while it is open, nothing of it stays on the screen. */
@Component({
  imports: [Button, CaseSheet, Empty, IdentityBar, Load, RouterLink, TextPipe],
  providers: [CaseStore],
  template: `
    @if (store.view(); as view) {
      <app-identity-bar [view]="view" />
      <div class="wrap">
        <app-case-sheet [view]="view" />
      </div>
    } @else if (store.lost()) {
      <div class="wrap" role="alert">
        <h1 class="vh">{{ 'case.lost.title' | t }}</h1>
        <ui-empty icon="lock" [level]="2" [heading]="'case.lost.title' | t" [text]="'case.lost.text' | t">
          <a uiButton="second" routerLink="/arenden">{{ 'case.lost.back' | t }}</a>
        </ui-empty>
      </div>
    } @else {
      <div class="wrap">
        <h1 class="vh">{{ 'shell.title.case' | t }}</h1>
        <ui-load [of]="store.read" />
      </div>
    }
  `,
  styleUrl: './case.page.css',
  // The sections of the page are components of their own and share these few rules; they are loaded with this page only.
  encapsulation: ViewEncapsulation.None,
})
export default class CasePage {
  protected readonly store = inject(CaseStore);
  private readonly title = inject(PageTitle);
  private readonly words = inject(Words);

  readonly id = input.required<string>();

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => {
      const person = this.store.view()?.person;
      if (person !== undefined) this.title.name(`${person.givenName} ${person.familyName}`);
      else if (this.store.lost()) this.title.name(this.words.t('shell.title.case'));
    });
  }
}
