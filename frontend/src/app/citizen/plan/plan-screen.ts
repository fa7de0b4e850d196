import { Component, computed, inject, input, output } from '@angular/core';
import { SessionStore } from '../../session/session.store.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Words } from '../../text/words.ts';
import { Button } from '../../ui/button.ts';
import { helperName } from './activity-words.ts';
import { mustDo, nextFacts, ownActionsOf } from './next-words.ts';
import { type PlanScreen } from './plan-screens.ts';
import { type MyPlanBody } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';
import { SimpleActivity } from './simple-activity.ts';

/** One thing of the plan, in large words and with at most one or two things to press. */
@Component({
  selector: 'app-plan-screen',
  imports: [Button, SimpleActivity, TextPipe, WhenPipe],
  template: `
    @switch (screen().kind) {
      @case ('next') {
        <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.next.heading' | t }}</h2>
        <p class="say">{{ plan().next?.words ?? ('personPlan.next.none' | t) }}</p>
        @for (fact of facts(); track $index) {
          <p class="say">{{ fact }}</p>
        }
        <p class="say">
          <b>{{ must() }}</b>
        </p>
      }
      @case ('matters') {
        <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.matters.heading' | t }}</h2>
        <p class="say">{{ matters() ?? ('personPlan.matters.none' | t) }}</p>
        <button uiButton="second" wide icon="edit" [blocked]="readOnly()" (click)="wish.emit({ kind: 'words' })">
          {{ (matters() === null ? 'personPlan.matters.write' : 'personPlan.matters.edit') | t }}
        </button>
      }
      @case ('goal') {
        <p class="eyebrow">{{ 'personPlan.simple.goal' | t }}</p>
        @if (goal(); as one) {
          <h2 id="simple-heading" tabindex="-1">{{ one.words }}</h2>
          @for (activity of one.activities; track activity.id) {
            <app-simple-activity [activity]="activity" [today]="today()" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
          } @empty {
            <p class="say">{{ 'personPlan.goals.nothing' | t }}</p>
          }
          @if (!one.mine) {
            <button
              uiButton="second"
              wide
              icon="message"
              [blocked]="readOnly()"
              (click)="wish.emit({ kind: 'remark', about: { itemId: one.id, words: one.words } })"
            >
              {{ 'personPlan.say.wrong' | t }}
            </button>
          }
        }
      }
      @case ('mine') {
        <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.own.heading' | t }}</h2>
        @for (activity of mine(); track activity.id) {
          <app-simple-activity reports [activity]="activity" [today]="today()" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
        }
      }
      @case ('others') {
        <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.other.heading' | t }}</h2>
        @for (activity of others(); track activity.id) {
          <app-simple-activity [activity]="activity" [today]="today()" [readOnly]="readOnly()" (wish)="wish.emit($event)" />
        }
      }
      @case ('signs') {
        <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.part.earlySigns' | t }}</h2>
        @for (sign of plan().earlySigns; track sign.itemId) {
          <p class="say">{{ sign.text }}</p>
          @if (sign.call; as call) {
            <p class="say">
              <b>{{ 'personPlan.part.then' | t }}</b> {{ call }}
            </p>
          }
        }
      }
      @case ('facts') {
        <h2 id="simple-heading" tabindex="-1">{{ 'personPlan.facts.heading' | t }}</h2>
        @if (plan().followUp; as again) {
          <p class="say">{{ 'personPlan.facts.followUp' | t: { day: again.on | when: 'full-day' } }} {{ caller() }}</p>
        }
        @if (plan().agreed) {
          <p class="say">{{ 'personPlan.facts.agreed' | t: { day: plan().agreedAt | when: 'full-day' } }}</p>
        } @else {
          <p class="say">{{ 'personPlan.facts.ask' | t }}</p>
          <button uiButton wide icon="check" [busy]="busy()" [blocked]="readOnly()" (click)="wish.emit({ kind: 'agree' })">
            {{ 'personPlan.facts.agree' | t }}
          </button>
        }
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    app-simple-activity + app-simple-activity {
      margin-block-start: var(--s-5);
      padding-block-start: var(--s-5);
      border-block-start: 1px solid var(--line);
    }
    h2,
    .say {
      overflow-wrap: anywhere;
    }
    button {
      margin-block-start: var(--s-5);
    }
  `,
  host: { class: 'panel stack' },
})
export class PlanScreenView {
  private readonly words = inject(Words);

  readonly plan = input.required<MyPlanBody>();
  /** About consent, that wait for the person's yes or no. */
  readonly questions = input(0);
  readonly screen = input.required<PlanScreen>();
  readonly matters = input.required<string | null>();
  readonly readOnly = input.required<boolean>();
  readonly busy = input(false);
  readonly wish = output<PlanWish>();

  protected readonly today = inject(SessionStore).today;
  protected readonly facts = computed(() => nextFacts(this.plan(), this.words));
  protected readonly must = computed(() => mustDo(this.plan(), this.questions(), this.words));
  protected readonly mine = computed(() => ownActionsOf(this.plan()));
  protected readonly others = computed(() => this.plan().otherActivities.filter(({ doneBy }) => doneBy !== 'ME'));
  protected readonly goal = computed(() => {
    const screen = this.screen();
    return screen.kind === 'goal' ? screen.goal : null;
  });
  protected readonly caller = computed(() => {
    const caller = this.plan().followUp?.caller;
    return caller ? this.words.t('personPlan.facts.caller', { who: helperName(caller, this.words) }) : '';
  });
}
