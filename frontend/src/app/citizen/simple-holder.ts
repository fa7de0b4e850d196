import { Component, computed, inject, input, output } from '@angular/core';
import { type MyHolderView, type PersonHandoverView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { planSentences } from './plan-truth.ts';

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
    @for (text of truth(); track text) {
      <p class="say">{{ text }}</p>
    }
    <p class="say">{{ 'citizen.simple.ask' | t: { name: holder().givenName } }}</p>
    <div class="holder__foot">
      @if (holder().phone; as phone) {
        <a uiButton wide icon="phone" [href]="'tel:' + phone">{{ 'citizen.call' | t: { name: holder().givenName } }}</a>
      }
      <button uiButton="second" wide icon="hand" (click)="stop.emit()">{{ 'personPlan.say.stop' | t }}</button>
    </div>
  `,
  styles: ':host { display: block }',
})
export class SimpleHolder {
  private readonly words = inject(Words);

  readonly holder = input.required<MyHolderView>();
  readonly handover = input<PersonHandoverView | null>(null);
  readonly stop = output<void>();

  protected readonly truth = computed(() => {
    const handover = this.handover();
    return handover === null ? [] : planSentences(handover, this.words);
  });
}
