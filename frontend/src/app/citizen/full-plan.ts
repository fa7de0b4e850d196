import { Component, computed, input, output } from '@angular/core';
import { type MyPlanView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Panel } from '../ui/panel.ts';
import { MyHistory } from './my-history.ts';
import { MyHolder } from './my-holder.ts';
import { MyNextStep } from './my-next-step.ts';
import { MyTeam } from './my-team.ts';
import { PersonPlan } from './plan/person-plan.ts';
import { PlanMatters } from './plan/plan-matters.ts';
import { type PlanWish } from './plan/plan-wish.ts';
import { PlanPapers } from './plan-papers.ts';
import { SaySomething } from './say-something.ts';
import { ConsentSummary } from './consent/consent-summary.ts';
import { OwnGoals } from './voice/own-goals.ts';

/** Min plan on one page: the plan, and beside it (below it on a phone) what the person may say and who is around them. */
@Component({
  selector: 'app-full-plan',
  imports: [
    ...[Button, ConsentSummary, MyHistory, MyHolder, MyNextStep, MyTeam, OwnGoals, Panel],
    ...[PersonPlan, PlanMatters, PlanPapers, SaySomething, TextPipe],
  ],
  template: `
    <div class="cols cols--main">
      <div class="stack">
        @if (view().plan; as plan) {
          <app-person-plan
            [plan]="plan"
            [matters]="view().myWords?.text"
            [questions]="questions()"
            [busy]="busy()"
            [over]="closed()"
            (wish)="wish.emit($event)"
          >
            @if (view().holder; as holder) {
              <app-my-holder canStop [holder]="holder" [handover]="view().handover" (stop)="wish.emit({ kind: 'stop', about: null })" />
            }
          </app-person-plan>
        } @else {
          @if (view().holder; as holder) {
            <app-my-next-step [step]="view().nextStep" [holder]="holder" />
            <app-my-holder canStop [holder]="holder" [handover]="view().handover" (stop)="wish.emit({ kind: 'stop', about: null })" />
            <p class="soft">{{ 'personPlan.notYet' | t: { name: holder.givenName } }}</p>
            <app-plan-matters [text]="view().myWords?.text ?? null" [readOnly]="false" (wish)="wish.emit($event)" />
            <section uiPanel [heading]="'personPlan.goals.heading' | t">
              @if (view().myGoals.length === 0) {
                <p class="soft">{{ 'personPlan.goals.noneYet' | t }}</p>
              }
              <app-own-goals [goals]="view().myGoals" (wish)="wish.emit($event)" />
              <div class="row add">
                <button uiButton="quiet" icon="plus" (click)="wish.emit({ kind: 'goal' })">{{ 'personPlan.goals.write' | t }}</button>
              </div>
            </section>
          }
        }
      </div>
      <div class="stack">
        @if (!closed()) {
          <app-say-something [rates]="view().plan !== null" />
        }
        <app-my-team [team]="view().team" [contacts]="view().contacts" />
        <app-consent-summary [consents]="view().consents" />
        <app-my-history [items]="view().timeline" />
        @if (view().plan !== null) {
          <app-plan-papers />
        }
        <p class="small muted">{{ 'citizen.reference' | t: { reference: view().case?.reference } }}</p>
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .stack {
      --gap: var(--s-5);
    }
    .add {
      margin-block-start: var(--s-4);
    }
    @media print {
      app-say-something,
      app-consent-summary,
      app-my-history,
      app-plan-papers {
        display: none;
      }
    }
  `,
})
export class FullPlan {
  readonly view = input.required<MyPlanView>();
  readonly questions = input.required<number>();
  readonly busy = input.required<boolean>();
  readonly wish = output<PlanWish>();

  protected readonly closed = computed(() => this.view().holder === null);
}
