import { Component, input, output } from '@angular/core';
import { type MyWordsView } from '@samspel/shared/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { type PlanWish } from '../plan/plan-wish.ts';

/** Goals the person has written themself. The team reads them at once. */
@Component({
  selector: 'app-own-goals',
  imports: [Button, TextPipe],
  template: `
    @for (goal of goals(); track goal.itemId) {
      <div class="aim">
        <p class="text">{{ goal.text }}</p>
        <div class="row">
          <button uiButton="quiet" dense icon="edit" (click)="wish.emit({ kind: 'goal-edit', id: goal.itemId, text: goal.text })">
            {{ 'personPlan.goals.edit' | t }}<span class="vh">: {{ goal.text }}</span>
          </button>
          <button uiButton="quiet" dense icon="x" (click)="wish.emit({ kind: 'goal-remove', id: goal.itemId })">
            {{ 'personPlan.goals.remove' | t }}<span class="vh">: {{ goal.text }}</span>
          </button>
        </div>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .row {
      margin-inline-start: calc(-1 * var(--s-3));
    }
    .aim {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-1);
    }
    .aim + .aim {
      margin-block-start: var(--s-4);
      padding-block-start: var(--s-4);
      border-block-start: 1px solid var(--line);
    }
    .text {
      font-size: var(--t-18);
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
})
export class OwnGoals {
  readonly goals = input.required<readonly MyWordsView[]>();
  readonly wish = output<PlanWish>();
}
