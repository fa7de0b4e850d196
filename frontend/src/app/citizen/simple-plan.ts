import { Component, computed, input, output } from '@angular/core';
import { type MyPlanView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { PlanPapers } from './plan-papers.ts';
import { PlanScreenView } from './plan/plan-screen.ts';
import { type PlanWish } from './plan/plan-wish.ts';
import { simpleScreens } from './simple-screens.ts';
import { SimpleHolder } from './simple-holder.ts';
import { SimpleHistory } from './simple-history.ts';
import { SimpleTeam } from './simple-team.ts';
import { stepInAddress } from './simple/step-in-address.ts';
import { Steps } from './simple/steps.ts';
import { AskMe } from './voice/ask-me.ts';
import { MyMessages } from './voice/my-messages.ts';
import { OwnGoals } from './voice/own-goals.ts';
import { RatePlan } from './voice/rate-plan.ts';

/** Min plan with one thing per screen. Which one is in the address, so that back and reload work. */
@Component({
  selector: 'app-simple-plan',
  imports: [
    ...[AskMe, Button, MyMessages, OwnGoals, PlanPapers, PlanScreenView, RatePlan],
    ...[SimpleHistory, SimpleHolder, SimpleTeam, Steps, TextPipe, WhenPipe],
  ],
  template: `
    <app-steps [number]="step.number()" [of]="screens().length" (go)="step.go($event)">
      @if (screen(); as one) {
        @switch (one.kind) {
          @case ('plan') {
            @if (view().plan; as plan) {
              <app-plan-screen
                [plan]="plan"
                [screen]="one.part"
                [matters]="matters()"
                [questions]="questions()"
                [busy]="busy()"
                [readOnly]="false"
                [class.over]="view().holder === null"
                (wish)="wish.emit($event)"
              />
            }
          }
          @case ('holder') {
            @if (view().holder; as holder) {
              <app-simple-holder class="holder" [holder]="holder" [handover]="view().handover" (stop)="wish.emit({ kind: 'stop', about: null })" />
            }
          }
          @case ('step') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.next' | t }}</h2>
              @if (view().nextStep; as next) {
                <p class="say">{{ next.text }}</p>
                @if (next.due; as day) {
                  <p class="say">{{ 'citizen.simple.due' | t: { day: day | when: 'full-day' } }}</p>
                }
              } @else {
                <p class="say">{{ 'citizen.next.none' | t: { name: view().holder?.givenName } }}</p>
              }
            </div>
          }
          @case ('words') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.matters.heading' | t }}</h2>
              <p class="say">{{ matters() ?? ('personPlan.matters.none' | t) }}</p>
              <button uiButton="second" wide icon="edit" (click)="wish.emit({ kind: 'words' })">{{ 'personPlan.matters.write' | t }}</button>
            </div>
          }
          @case ('goals') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'voice.ownGoal.heading' | t }}</h2>
              @if (view().myGoals.length === 0) {
                <p class="say">{{ 'personPlan.goals.noneYet' | t }}</p>
              }
              <app-own-goals [goals]="view().myGoals" (wish)="wish.emit($event)" />
              <button uiButton="second" wide icon="plus" (click)="wish.emit({ kind: 'goal' })">{{ 'personPlan.goals.write' | t }}</button>
            </div>
          }
          @case ('ask') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'voice.ask.heading' | t }}</h2>
              <app-ask-me />
            </div>
          }
          @case ('rate') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'voice.rate.heading' | t }}</h2>
              <app-rate-plan />
            </div>
          }
          @case ('said') {
            <div class="panel stack">
              <h2 id="simple-heading" tabindex="-1">{{ 'voice.said.heading' | t }}</h2>
              <app-my-messages />
            </div>
          }
          @case ('team') {
            <app-simple-team class="panel stack" [team]="view().team" />
          }
          @case ('history') {
            <app-simple-history class="panel stack" [items]="view().timeline" />
          }
          @case ('paper') {
            <div>
              <h2 id="simple-heading" class="vh" tabindex="-1">{{ 'personPlan.paper.heading' | t }}</h2>
              <app-plan-papers />
            </div>
          }
        }
      }
    </app-steps>
  `,
  styles: ':host { display: block }',
})
export class SimplePlan {
  readonly view = input.required<MyPlanView>();
  readonly questions = input.required<number>();
  readonly busy = input.required<boolean>();
  readonly wish = output<PlanWish>();

  protected readonly screens = computed(() => simpleScreens(this.view()));
  protected readonly step = stepInAddress(() => this.screens().length);
  protected readonly screen = computed(() => this.screens()[this.step.number() - 1]);
  protected readonly matters = computed(() => this.view().myWords?.text ?? this.view().plan?.whatMatters?.text ?? null);
}
