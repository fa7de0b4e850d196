import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type MyConsentView, type MyHolderView } from '@samspel/shared/api.ts';
import { localeOf } from '../text/language.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Panel } from '../ui/panel.ts';
import { MyConsent } from './my-consent.ts';
import { listed, organisationsIn, receiversOf, stands } from './plan-parts.ts';
import { TakeBack } from './take-back.ts';

/** What one has said yes to, and the way to take it back: press, read what happens, press. */
@Component({
  selector: 'app-my-consents',
  imports: [Button, CountPipe, MyConsent, Panel, TakeBack, TextPipe],
  template: `
    <section uiPanel [heading]="'citizen.consent.given' | t">
      <p>{{ organisations() > 0 ? ('citizen.consent.sum' | count: organisations()) : ('citizen.consent.nothing' | t) }}</p>
      <ul role="list" class="consents">
        @for (consent of standing(); track consent.id) {
          <li>
            <h3>{{ say(consent) }}</h3>
            <app-my-consent [consent]="consent" />
            <button uiButton="second" icon="undo" (click)="taking.set(consent)">
              {{ 'citizen.consent.takeBack' | t }}<span class="vh">: {{ say(consent) }}</span>
            </button>
          </li>
        }
      </ul>
      @if (ended().length > 0) {
        <details class="fold">
          <summary>{{ 'citizen.consent.ended' | count: ended().length }}</summary>
          <ul role="list" class="consents">
            @for (consent of ended(); track consent.id) {
              <li>
                <p>{{ say(consent) }}</p>
                <app-my-consent [consent]="consent" />
              </li>
            }
          </ul>
        </details>
      }
      <app-take-back [(consent)]="taking" [holder]="holder()" (done)="changed.emit()" />
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .consents {
      padding: 0;
      list-style: none;
    }
    .consents > li {
      padding-block: var(--s-4);
      border-block-start: 1px solid var(--line);
    }
    .consents > li:last-child {
      padding-block-end: 0;
    }
    p + .consents {
      margin-block-start: var(--s-3);
    }
    button,
    app-my-consent {
      margin-block-start: var(--s-3);
    }
  `,
})
export class MyConsents {
  private readonly words = inject(Words);

  readonly consents = input.required<readonly MyConsentView[]>();
  readonly holder = input.required<MyHolderView | null>();
  readonly changed = output<void>();

  protected readonly taking = signal<MyConsentView | null>(null);
  protected readonly organisations = computed(() => organisationsIn(this.consents()));
  protected readonly standing = computed(() => this.consents().filter(stands));
  protected readonly ended = computed(() => this.consents().filter((consent) => !stands(consent)));

  protected say(consent: MyConsentView): string {
    const names = listed(receiversOf(consent), localeOf(this.words.language()));
    return this.words.t('citizen.consent.may', { organisation: consent.disclosingOrganisation.shortName, names });
  }
}
