import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyConsentView } from '@samspel/shared/api.ts';
import { CountPipe, TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Panel } from '../../ui/panel.ts';
import { organisationsIn } from '../plan-parts.ts';

/** How many share about the person just now, and the way to see or change it. */
@Component({
  selector: 'app-consent-summary',
  imports: [Button, CountPipe, Panel, RouterLink, TextPipe],
  template: `
    <section uiPanel [heading]="'citizen.consent.heading' | t">
      <p>{{ organisations() > 0 ? ('citizen.consent.sum' | count: organisations()) : ('citizen.consent.nothing' | t) }}</p>
      <a uiButton="second" wide icon="shield" routerLink="/samtycke">{{ 'citizen.consent.see' | t }}</a>
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    a {
      margin-block-start: var(--s-3);
    }
  `,
})
export class ConsentSummary {
  readonly consents = input.required<readonly MyConsentView[]>();
  protected readonly organisations = computed(() => organisationsIn(this.consents()));
}
