import { Component, input } from '@angular/core';
import { type PlanView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Icon } from '../ui/icon.ts';

/** The statute's four items of a SIP: which stand, and what the others lack. */
@Component({
  selector: 'app-four-items',
  imports: [Icon, TextPipe],
  template: `
    <h3 class="vh">{{ 'plan.four.title' | t }}</h3>
    <ul class="four" role="list">
      @for (each of items(); track each.item) {
        <li [class.is-missing]="!each.ok">
          <ui-icon [name]="each.ok ? 'check' : 'ring'" />
          <span>
            @if (each.ok) {
              {{ 'plan.four.ok.' + each.item | t: { n: each.n, authority: authority() ?? '' } }}
            } @else {
              @for (code of each.missing; track code) {
                <span class="four__lack">{{ 'plan.four.missing.' + code | t }}</span>
              } @empty {
                {{ 'plan.four.lack.' + each.item | t }}
              }
            }
          </span>
        </li>
      }
    </ul>
  `,
})
export class FourItems {
  readonly items = input.required<PlanView['fourItems']>();
  /** Whose the overall responsibility is. */
  readonly authority = input<string | null>(null);
}
