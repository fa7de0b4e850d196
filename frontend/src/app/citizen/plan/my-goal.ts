import { Component, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { ActivityLine } from './activity-line.ts';
import { type MyGoalView } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';
import { SayAbout } from './say-about.ts';

/** One goal in the words the person reads, and what is done to reach it. */
@Component({
  selector: 'app-my-goal',
  imports: [ActivityLine, Button, SayAbout, TextPipe],
  template: `
    <h3 class="aim">{{ goal().words }}</h3>
    @if (goal().ownWords; as own) {
      @if (own !== goal().words) {
        <p class="soft">{{ 'personPlan.goals.inYourWords' | t: { words: own } }}</p>
      }
    }
    @if (goal().mine) {
      <p class="small muted">{{ 'personPlan.goals.yours' | t }}</p>
    }
    @if (goal().kind === 'SUB') {
      <p class="small muted">{{ 'personPlan.goals.step' | t }}</p>
    }
    @if (goal().attainment; as status) {
      <p class="small">{{ 'personPlan.attainment.' + status | t }}</p>
    }
    <ul role="list" class="done-here">
      @for (activity of goal().activities; track activity.id) {
        <li>
          @if (activity.doneBy === 'ME') {
            <p class="mine">{{ 'personPlan.goals.mine' | t: { words: activity.words } }}</p>
          } @else {
            <app-activity-line [activity]="activity" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
          }
        </li>
      } @empty {
        @if (!goal().mine) {
          <li class="soft">{{ 'personPlan.goals.nothing' | t }}</li>
        }
      }
    </ul>
    @if (goal().mine) {
      <div class="row own-row">
        <button
          uiButton="quiet"
          dense
          icon="edit"
          [blocked]="readOnly()"
          (click)="wish.emit({ kind: 'goal-edit', id: goal().id, text: goal().text })"
        >
          {{ 'personPlan.goals.edit' | t }}<span class="vh">: {{ goal().words }}</span>
        </button>
        <button uiButton="quiet" dense icon="x" [blocked]="readOnly()" (click)="wish.emit({ kind: 'goal-remove', id: goal().id })">
          {{ 'personPlan.goals.remove' | t }}<span class="vh">: {{ goal().words }}</span>
        </button>
      </div>
    } @else {
      <app-say-about goal [about]="{ itemId: goal().id, words: goal().words }" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-2);
    }
    .aim {
      font-size: var(--t-18);
      line-height: 1.625rem;
      overflow-wrap: anywhere;
    }
    .mine {
      padding-block: var(--s-3);
      border-block-start: 1px solid var(--line);
    }
    .own-row {
      margin-inline-start: calc(-1 * var(--s-3));
    }
    .done-here {
      padding: 0;
      list-style: none;
    }
  `,
})
export class MyGoal {
  readonly goal = input.required<MyGoalView>();
  readonly readOnly = input.required<boolean>();
  readonly wish = output<PlanWish>();
}
