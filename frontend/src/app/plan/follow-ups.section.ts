import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type PlanView } from '@samspel/shared/api.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Panel } from '../ui/panel.ts';
import { FOLLOW_UP_QUESTIONS, FollowUpForm } from './follow-up.form.ts';
import { InPlace } from './in-place.ts';
import { ItemFrame } from './item-frame.ts';
import { PlanDesk } from './plan-desk.ts';
import { RemovedItems } from './removed-items.ts';

const SLOT = 'new:follow-up';

/** The revising dialogues: what was answered, beside how much of what was planned had been done by then. */
@Component({
  selector: 'app-follow-ups',
  imports: [ActionButton, CountPipe, FollowUpForm, InPlace, ItemFrame, Panel, RemovedItems, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'plan.followUp.title' | t">
      @if (!desk.isOpen(slot)) {
        <ui-action uiPanelEnd action="plan.follow-up" kind="quiet" dense icon="plus" [of]="plan()" (act)="desk.open(slot)">{{
          'plan.followUp.add' | t
        }}</ui-action>
      }
      <div class="stack">
        <app-removed-items section="followUps" />
        @if (desk.isOpen(slot)) {
          <div appInPlace (appInPlaceClosed)="desk.close(slot)">
            <app-follow-up-form [view]="view()" [plan]="plan()" (done)="desk.close(slot)" (cancelled)="desk.close(slot)" />
          </div>
        }
        @for (each of shown(); track each.id) {
          <article class="plan-part stack" [id]="'item-' + each.id">
            <h3>{{ each.heldOn | when: 'full-day' }}</h3>
            @if (desk.isOpen(each.id)) {
              <div appInPlace (appInPlaceClosed)="desk.close(each.id)">
                <app-follow-up-form [view]="view()" [plan]="plan()" [item]="each" (done)="desk.close(each.id)" (cancelled)="desk.close(each.id)" />
              </div>
            } @else {
              @if (each.planned > 0) {
                <p class="follow-up__figures">
                  <b>{{ 'plan.followUp.figures' | t: { done: each.done, planned: each.planned } }}</b>
                  <progress [value]="each.done" [max]="each.planned" aria-hidden="true"></progress>
                  <span class="small soft">{{ 'plan.followUp.left' | count: each.planned - each.done }}</span>
                </p>
              }
              <dl class="follow-up">
                @for (name of questions; track name) {
                  @if (each[name]) {
                    <dt>{{ 'plan.field.' + name | t }}</dt>
                    <dd class="told">{{ each[name] }}</dd>
                  }
                }
              </dl>
            }
            <app-item-frame [item]="each" [view]="view()" [name]="each.heldOn" section="followUps" />
          </article>
        } @empty {
          <p class="soft">{{ 'plan.followUp.empty' | t }}</p>
        }
      </div>
    </section>
  `,
})
export class FollowUpsSection {
  protected readonly desk = inject(PlanDesk);

  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();
  protected readonly slot = SLOT;
  protected readonly questions = FOLLOW_UP_QUESTIONS;
  protected readonly shown = computed(() => this.plan().followUps.filter(({ removed }) => !removed));
}
