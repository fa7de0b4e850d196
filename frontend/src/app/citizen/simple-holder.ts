import { Component, input } from '@angular/core';
import { type MyHolderView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';

@Component({
  selector: 'app-simple-holder',
  imports: [Button, TextPipe],
  template: `
    <h2 id="simple-heading" class="eyebrow" tabindex="-1">{{ 'citizen.simple.holder' | t }}</h2>
    <p class="holder__say">{{ 'citizen.simple.helps' | t: { name: holder().givenName } }}</p>
    <p class="say">
      {{
        (holder().organisation.kind === 'REGION' ? 'citizen.simple.worksRegion' : 'citizen.simple.works')
          | t: { name: holder().givenName, organisation: holder().organisation.shortName }
      }}
    </p>
    <p class="say">{{ 'citizen.simple.ask' | t: { name: holder().givenName } }}</p>
    @if (holder().phone; as phone) {
      <div class="holder__foot">
        <a uiButton wide icon="phone" [href]="'tel:' + phone">{{ 'citizen.call' | t: { name: holder().givenName } }}</a>
      </div>
    }
  `,
  styles: ':host { display: block }',
})
export class SimpleHolder {
  readonly holder = input.required<MyHolderView>();
}
