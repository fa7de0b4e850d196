import { booleanAttribute, Component, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { type About, type PlanWish } from './plan-wish.ts';

/** Folded away until it is needed: what the person may say about one part of the plan. */
@Component({
  selector: 'app-say-about',
  imports: [Button, TextPipe],
  template: `
    <details class="fold">
      <summary>
        {{ (goal() ? 'personPlan.say.aboutGoal' : 'personPlan.say.more') | t }}<span class="vh">: {{ about().words }}</span>
      </summary>
      <div class="row">
        @if (canStop()) {
          <button uiButton="second" icon="hand" [blocked]="readOnly()" (click)="wish.emit({ kind: 'stop', about: about() })">
            {{ 'personPlan.say.stop' | t }}
          </button>
        }
        <button uiButton="second" icon="message" [blocked]="readOnly()" (click)="wish.emit({ kind: 'remark', about: about() })">
          {{ 'personPlan.say.wrong' | t }}
        </button>
      </div>
    </details>
  `,
  styles: `
    :host {
      display: block;
    }
    .row {
      margin-block-start: var(--s-2);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class SayAbout {
  readonly about = input.required<About>();
  readonly goal = input(false, { transform: booleanAttribute });
  readonly canStop = input(false, { transform: booleanAttribute });
  readonly readOnly = input.required<boolean>();
  readonly wish = output<PlanWish>();
}
