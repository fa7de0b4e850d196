import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaseView } from '@samspel/shared/api.ts';
import { offered } from '../case/acts.ts';
import { fullDay } from '../text/format/dates.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Icon } from '../ui/icon.ts';
import { Panel } from '../ui/panel.ts';
import { ActivityRow } from './activity-row.ts';
import { BeginPlanForm } from './begin-plan.form.ts';
import { FourItems } from './four-items.ts';
import { outline } from './outline.ts';
import { PlanGoal } from './plan-goal.ts';
import { VersionLine } from './version-line.ts';

/** The plan on the case page: what matters, each goal with what is done for it, and what the person reads of it. */
@Component({
  selector: 'app-plan-panel',
  imports: [
    ActionButton,
    ActivityRow,
    BeginPlanForm,
    Button,
    CountPipe,
    Dialog,
    Empty,
    FourItems,
    Icon,
    Panel,
    PlanGoal,
    RouterLink,
    TextPipe,
    VersionLine,
  ],
  template: `
    <section uiPanel [heading]="heading()">
      @if (plan(); as plan) {
        <app-version-line class="plan__version" [plan]="plan" [givenName]="view().person.givenName" />
        @if (plan.whatMatters; as words) {
          <blockquote class="quote told">
            {{ words.text }}<cite>{{ 'plan.whatMatters.cite' | t: { name: view().person.givenName } }}</cite>
          </blockquote>
        }
        @if (plan.drafts > 0) {
          <p class="small soft plan__drafts"><ui-icon name="lock" /> {{ 'plan.drafts' | count: plan.drafts }}</p>
        }
        @for (each of parts().goals; track each.goal.id) {
          <article class="goal" [class.goal--sub]="each.goal.goalKind === 'SUB'">
            <app-plan-goal [goal]="each.goal" [number]="each.number" [view]="view()" />
            @if (each.activities.length > 0) {
              <ul class="acts" role="list">
                @for (activity of each.activities; track activity.id) {
                  <li [appActivity]="activity" [view]="view()"></li>
                }
              </ul>
            }
          </article>
        } @empty {
          <p class="soft plan__none">{{ 'plan.goal.none' | t }}</p>
        }
        @if (parts().loose.length > 0) {
          <section class="goal">
            <h3 class="goal__own">{{ 'plan.activity.loose' | t }}</h3>
            <ul class="acts" role="list">
              @for (activity of parts().loose; track activity.id) {
                <li [appActivity]="activity" [view]="view()"></li>
              }
            </ul>
          </section>
        }
        <div class="plan__foot">
          @if (plan.fourItems.length > 0) {
            <app-four-items [items]="plan.fourItems" [authority]="plan.responsibleAuthority?.name ?? null" />
          }
          @if (followUp(); as text) {
            <p class="small muted">{{ text }}</p>
          }
          <div class="row">
            <a uiButton="second" dense icon="edit" [routerLink]="['/arenden', view().id, 'plan']">{{ open() | t }}</a>
            @if (plan.actions.includes('plan.publish')) {
              <a uiButton="quiet" dense icon="eye" [routerLink]="['/arenden', view().id, 'plan', 'publicera']">{{
                'plan.publish.open' | t: { name: view().person.givenName }
              }}</a>
            }
          </div>
        </div>
      } @else {
        <ui-empty icon="plan" [heading]="'plan.empty.title' | t" [text]="'plan.empty.text' | t: { name: view().person.givenName }">
          <ui-action action="plan.begin" icon="plus" [of]="acts()" (act)="beginning.set(true)">{{ 'plan.begin.open' | t }}</ui-action>
        </ui-empty>
      }
    </section>
    <ui-dialog [(open)]="beginning" [heading]="'plan.begin.open' | t">
      @if (beginning()) {
        <app-begin-plan-form [caseId]="view().id" (cancelled)="beginning.set(false)" />
      }
    </ui-dialog>
  `,
})
export class PlanPanel {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly beginning = signal(false);
  protected readonly plan = computed(() => this.view().plan);
  protected readonly acts = computed(() => offered(this.view()));
  protected readonly heading = computed(() => {
    const plan = this.plan();
    return plan === null ? this.words.t('plan.title') : this.words.t(`plan.type.${plan.type}.heading`);
  });
  protected readonly parts = computed(() => outline(this.plan() ?? { goals: [], activities: [] }));
  protected readonly open = computed(() => (this.plan()?.actions.includes('plan.write') ? 'plan.open' : 'plan.read'));
  protected readonly followUp = computed(() => {
    const next = this.plan()?.followUp ?? null;
    if (next === null) return null;
    const day = fullDay(next.on, this.words.language());
    return next.caller === null ? this.words.t('plan.followUp.on', { day }) : this.words.t('plan.followUp.onBy', { day, name: next.caller.name });
  });
}
