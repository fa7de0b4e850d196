import { Component, input } from '@angular/core';
import { type MyHolderView, type MyNextStepView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';

/** What happens next, as the team has written it; an honest sentence when nothing is written. */
@Component({
  selector: 'app-my-next-step',
  imports: [TextPipe, WhenPipe],
  template: `
    <section class="panel next" aria-labelledby="my-next">
      <h2 id="my-next" class="eyebrow">{{ 'citizen.next.heading' | t }}</h2>
      @if (step(); as next) {
        <p class="next__say">{{ next.text }}</p>
        @if (next.due; as due) {
          <p class="soft">
            {{ 'citizen.next.due' | t }} <time [attr.datetime]="due">{{ due | when: 'full-day' }}</time>
          </p>
        }
      } @else {
        <p class="next__none">{{ 'citizen.next.none' | t: { name: holder().givenName } }}</p>
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .next__say {
      font-size: var(--t-22);
      line-height: 1.875rem;
    }
  `,
})
export class MyNextStep {
  readonly step = input.required<MyNextStepView | null>();
  readonly holder = input.required<MyHolderView>();
}
