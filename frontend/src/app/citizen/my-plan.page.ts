import { Component, computed, inject } from '@angular/core';
import { type MyPlanView } from '@samspel/shared/api.ts';
import { calmRead } from '../api/calm-read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { MyConsents } from './my-consents.ts';
import { MyHistory } from './my-history.ts';
import { MyHolder } from './my-holder.ts';
import { MyLooks } from './my-looks.ts';
import { MyNextStep } from './my-next-step.ts';
import { MyTeam } from './my-team.ts';
import { NoPlan } from './no-plan.ts';
import { noticedIn } from './plan-parts.ts';
import { SimplePlan } from './simple-plan.ts';

/** The person's own page: who holds it now comes first, then what happens next, who helps, what one has said yes to. */
@Component({
  imports: [LivePill, Load, MyConsents, MyHistory, MyHolder, MyLooks, MyNextStep, MyTeam, NoPlan, Note, SimplePlan, TextPipe, WhenPipe],
  template: `
    <div class="row row--between head">
      <h1 [class.vh]="simple()" [class.eyebrow]="!simple()">{{ 'citizen.title' | t }}</h1>
      <ui-live-pill [count]="plan.changes()" (reveal)="plan.show()" />
    </div>
    <ui-load [of]="plan" />
    @if (plan.value(); as view) {
      @if (view.case; as own) {
        @if (own.closedAt; as closed) {
          <ui-note icon="info"
            ><p>
              <b>{{ 'citizen.closed.title' | t: { day: closed | when: 'full-day' } }}</b> {{ 'citizen.closed.text' | t }}
            </p></ui-note
          >
        }
        @if (simple()) {
          <app-simple-plan [plan]="view" (changed)="plan.reload()" />
        } @else {
          <div class="cols cols--main">
            <div class="stack">
              @if (view.holder; as holder) {
                <app-my-holder [holder]="holder" [handover]="view.handover" />
                <app-my-next-step [step]="view.nextStep" [holder]="holder" />
              }
              <app-my-history [items]="view.timeline" />
            </div>
            <div class="stack">
              <app-my-team [team]="view.team" [contacts]="view.contacts" />
              <app-my-consents [consents]="view.consents" [holder]="view.holder" (changed)="plan.reload()" />
              <app-my-looks />
              <p class="small muted">{{ 'citizen.reference' | t: { reference: own.reference } }}</p>
            </div>
          </div>
        }
      } @else {
        <app-no-plan [name]="view.person.givenName" [checkedAt]="plan.readAt()" />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .head {
      margin-block-end: var(--s-3);
      min-block-size: 1.5rem;
    }
    ui-note {
      margin-block-end: var(--s-5);
    }
    .stack {
      --gap: var(--s-5);
    }
  `,
})
export default class MyPlanPage {
  private readonly words = inject(Words);

  protected readonly simple = computed(() => this.words.language() === 'sv-enkel');
  protected readonly plan = calmRead<MyPlanView>(
    () => '/me/plan',
    (event) => event.type !== 'session',
    noticedIn,
  );
}
