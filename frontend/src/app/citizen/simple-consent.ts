import { Component, computed, inject, input, output } from '@angular/core';
import { type MyConsentView } from '@samspel/shared/api.ts';
import { localeOf } from '../text/language.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { listed, receiversOf } from './plan-parts.ts';
import { categoriesIn } from './consent/proposal-words.ts';

/** One yes, one sentence at a time; or that there is none. */
@Component({
  selector: 'app-simple-consent',
  imports: [Button, TextPipe, WhenPipe],
  template: `
    <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.consents' | t }}</h2>
    @if (consent(); as one) {
      <p class="say">{{ 'citizen.simple.may' | t: { organisation: one.disclosingOrganisation.shortName, names: names() } }}</p>
      <p class="say">{{ 'citizen.consent.about' | t: { kinds: kinds() } }}</p>
      @if (one.exclusions; as not) {
        <p class="say">{{ 'citizen.consent.not' | t: { what: not } }}</p>
      }
      <p class="say">{{ 'citizen.simple.until' | t: { day: one.validTo | when: 'full-day' } }}</p>
      <button uiButton="second" wide icon="undo" (click)="takeBack.emit(one)">{{ 'citizen.consent.takeBack' | t }}</button>
    } @else {
      <p class="say">{{ 'citizen.consent.nothing' | t }}</p>
    }
    <p class="say">{{ 'citizen.simple.change' | t }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    button {
      margin-block: var(--s-4);
    }
  `,
})
export class SimpleConsent {
  private readonly words = inject(Words);

  readonly consent = input.required<MyConsentView | null>();
  readonly takeBack = output<MyConsentView>();
  protected readonly names = computed(() => {
    const consent = this.consent();
    return consent === null ? '' : listed(receiversOf(consent), localeOf(this.words.language()));
  });
  protected readonly kinds = computed(() => categoriesIn(this.consent()?.informationCategories ?? [], this.words));
}
