import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type PlanView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Panel } from '../ui/panel.ts';
import { WordsForm } from '../person-message/words.form.ts';
import { InPlace } from './in-place.ts';
import { ItemFrame } from './item-frame.ts';
import { PartForm } from './part.form.ts';
import { PlanDesk } from './plan-desk.ts';

const TOLD = 'told:WHAT_MATTERS';

/** What matters to the person, in their own words. Staff write it down only as it was said to them. */
@Component({
  selector: 'app-what-matters',
  imports: [Button, InPlace, ItemFrame, Panel, PartForm, TextPipe, WordsForm],
  template: `
    <section uiPanel [heading]="'plan.whatMatters.title' | t: { name: view().person.givenName }">
      @if (mayTell()) {
        <button uiPanelEnd uiButton="quiet" dense icon="edit" (click)="desk.open(told)">
          {{ 'plan.whatMatters.tell' | t: { name: view().person.givenName } }}
        </button>
      }
      <div class="stack">
        @if (plan().whatMatters; as part) {
          @if (desk.isOpen(part.id)) {
            <div appInPlace (appInPlaceClosed)="desk.close(part.id)">
              <app-part-form
                kind="WHAT_MATTERS"
                [view]="view()"
                [plan]="plan()"
                [item]="part"
                (done)="desk.close(part.id)"
                (cancelled)="desk.close(part.id)"
              />
            </div>
          } @else {
            <blockquote class="quote told" [id]="'item-' + part.id">{{ part.text }}</blockquote>
          }
          <app-item-frame [item]="part" [view]="view()" [name]="part.text" section="WHAT_MATTERS" />
        } @else {
          <p class="soft">{{ 'plan.whatMatters.empty' | t: { name: view().person.givenName } }}</p>
        }
        @if (desk.isOpen(told)) {
          <div appInPlace (appInPlaceClosed)="desk.close(told)">
            <app-words-form [view]="view()" [text]="plan().whatMatters?.text ?? ''" (done)="desk.close(told)" (cancelled)="desk.close(told)" />
          </div>
        }
      </div>
    </section>
  `,
})
export class WhatMatters {
  protected readonly desk = inject(PlanDesk);

  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();
  protected readonly told = TOLD;
  protected readonly mayTell = computed(() => this.plan().actions.includes('plan.write') && !this.desk.isOpen(TOLD));
}
