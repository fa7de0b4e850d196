import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { SessionStore } from '../session/session.store.ts';
import { type Language, LANGUAGES } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Segment } from '../ui/segment.ts';
import { Brand } from './brand.ts';
import { CITIZEN_PLACES } from './navigation.ts';

/** An ordinary page that says nothing about who was here. */
const ELSEWHERE = 'https://www.smhi.se';

/** The top of the person's own pages: the plan, the way out in a hurry, and the language. */
@Component({
  selector: 'app-citizen-header',
  imports: [Brand, Button, RouterLink, RouterLinkActive, Segment, TextPipe],
  template: `
    <div class="top" role="banner">
      <div class="top__in">
        <app-brand />
        @if (session()) {
          <nav class="nav" [attr.aria-label]="'shell.nav.label' | t">
            @for (place of places; track place.path) {
              <a [routerLink]="place.path" routerLinkActive ariaCurrentWhenActive="page">{{ place.label | t }}</a>
            }
          </nav>
        }
        <a uiButton dense icon="exit" class="exit push" [href]="elsewhere" rel="noreferrer" (click)="leave($event)">{{ 'shell.exit' | t }}</a>
      </div>
    </div>
    <div class="modes" role="region" [attr.aria-label]="'shell.modes' | t">
      <ui-segment [legend]="'shell.language.label' | t" [options]="languages()" [value]="words.language()" (valueChange)="speak($event)" />
      @if (session(); as me) {
        <span class="small muted">
          {{ 'shell.signedInAs' | t: { name: me.name } }} · <a class="touch" routerLink="/installningar">{{ 'shell.nav.settings' | t }}</a> ·
          <button type="button" class="linkbtn" (click)="logOut()">{{ 'session.logOut' | t }}</button>
        </span>
      }
    </div>
  `,
})
export class CitizenHeader {
  private readonly store = inject(SessionStore);
  private readonly location = inject(DOCUMENT).location;
  protected readonly words = inject(Words);

  protected readonly places = CITIZEN_PLACES;
  protected readonly session = this.store.current;
  protected readonly elsewhere = ELSEWHERE;
  protected readonly languages = computed(() =>
    LANGUAGES.map((language) => ({
      value: language,
      label: this.words.t(`shell.language.${language}`),
      lang: language === 'en' ? 'en' : 'sv',
    })),
  );

  protected speak(language: string): void {
    void this.words.use(language as Language);
  }

  // Replacing, not following: the back button must not lead here again.
  protected leave(event: Event): void {
    event.preventDefault();
    this.location.replace(ELSEWHERE);
  }

  protected logOut(): void {
    void this.store.logOut();
  }
}
