import { booleanAttribute, Component, computed, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Panel } from '../../ui/panel.ts';
import { ownActionsOf } from './next-words.ts';
import { PlanActivities } from './plan-activities.ts';
import { AboutPlan } from './about-plan.ts';
import { MyGoal } from './my-goal.ts';
import { PlanMatters } from './plan-matters.ts';
import { PlanMore } from './plan-more.ts';
import { PlanNext } from './plan-next.ts';
import { PlanPages } from './plan-pages.ts';
import { type MyPlanBody } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';

/** `full`: everything on one page. `simple`: one thing at a time. */
export type PlanMode = 'full' | 'simple';

/**
 * The published plan as the person reads it. The person's own page and "Så här ser Eva det" are this same component;
 * `readOnly` leaves every button in its place and lets none of them be pressed.
 */
@Component({
  selector: 'app-person-plan',
  imports: [Button, Panel, PlanActivities, AboutPlan, MyGoal, PlanMatters, PlanMore, PlanNext, PlanPages, TextPipe],
  template: `
    @if (mode() === 'simple') {
      <app-plan-pages [plan]="plan()" [matters]="myWords()" [readOnly]="readOnly()" [busy]="busy()" (wish)="pass($event)" />
    } @else {
      @if (!over()) {
        <app-plan-next [plan]="plan()" [questions]="questions()" />
      }
      <ng-content />
      <app-plan-matters [text]="myWords()" [readOnly]="readOnly()" (wish)="pass($event)">
        <ng-content select="[planMatters]" />
      </app-plan-matters>
      <section uiPanel [heading]="'personPlan.goals.heading' | t">
        @for (goal of plan().goals; track goal.id) {
          <app-my-goal [goal]="goal" [readOnly]="readOnly()" (wish)="pass($event)" />
        } @empty {
          <p class="soft">{{ 'personPlan.goals.none' | t }}</p>
        }
        <div class="row add">
          <button uiButton="quiet" icon="plus" [blocked]="readOnly()" (click)="pass({ kind: 'goal' })">
            {{ 'personPlan.goals.write' | t }}
          </button>
        </div>
      </section>
      <app-plan-activities [heading]="'personPlan.other.heading' | t" [activities]="others()" [readOnly]="readOnly()" (wish)="pass($event)" />
      <app-plan-activities [heading]="'personPlan.own.heading' | t" [activities]="mine()" [readOnly]="readOnly()" (wish)="pass($event)" />
      <app-plan-more [plan]="plan()" [readOnly]="readOnly()" (wish)="pass($event)" />
      <app-about-plan [plan]="plan()" [over]="over()" [readOnly]="readOnly()" [busy]="busy()" (wish)="pass($event)" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-5);
    }
    app-my-goal + app-my-goal {
      margin-block-start: var(--s-5);
      padding-block-start: var(--s-5);
      border-block-start: 1px solid var(--line);
    }
    .add {
      margin-block-start: var(--s-4);
    }
    app-plan-activities:empty,
    app-plan-more:empty {
      display: none;
    }
  `,
  host: { '[class.over]': 'over()' },
})
export class PersonPlan {
  readonly plan = input.required<MyPlanBody>();
  readonly mode = input<PlanMode>('full');
  readonly readOnly = input(false, { transform: booleanAttribute });
  /** The person's words as they stand now; otherwise the published ones. */
  readonly matters = input<string | null>();
  /** The case is closed: the plan is there to be read, and nothing waits to be said or done. */
  readonly over = input(false, { transform: booleanAttribute });
  readonly busy = input(false);
  /** About consent, that wait for the person's yes or no. */
  readonly questions = input(0);
  readonly wish = output<PlanWish>();

  protected readonly myWords = computed(() => this.matters() ?? this.plan().whatMatters?.text ?? null);
  protected readonly mine = computed(() => ownActionsOf(this.plan()));
  /** What belongs to no goal; what stands under a goal is not said twice. */
  protected readonly others = computed(() => this.plan().otherActivities.filter(({ doneBy }) => doneBy !== 'ME'));

  // A button that may not be pressed is still heard by whoever listens on it.
  protected pass(wish: PlanWish): void {
    if (!this.readOnly() && !this.over()) this.wish.emit(wish);
  }
}
