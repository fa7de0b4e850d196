import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type PartView, type PlanView } from '@samspel/shared/api.ts';
import { type PlanPartKind } from '@samspel/shared/plan/plan.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Panel } from '../ui/panel.ts';
import { InPlace } from './in-place.ts';
import { ItemFrame } from './item-frame.ts';
import { PartForm } from './part.form.ts';
import { PlanDesk } from './plan-desk.ts';
import { RemovedItems } from './removed-items.ts';

/** All parts of one kind: strengths, needs, early signs, or where an organisation sees it otherwise. */
@Component({
  selector: 'app-plan-parts',
  imports: [Button, InPlace, ItemFrame, Panel, PartForm, RemovedItems, TextPipe],
  template: `
    <section uiPanel [heading]="'plan.part.' + kind() + '.title' | t">
      @if (mayAdd()) {
        <button uiPanelEnd uiButton="quiet" dense icon="plus" (click)="desk.open(slot())">{{ 'plan.part.' + kind() + '.add' | t }}</button>
      }
      <div class="stack">
        @for (part of shown(); track part.id) {
          <article class="plan-part stack" [id]="'item-' + part.id">
            @if (desk.isOpen(part.id)) {
              <div appInPlace (appInPlaceClosed)="desk.close(part.id)">
                <app-part-form
                  [kind]="kind()"
                  [view]="view()"
                  [plan]="plan()"
                  [item]="part"
                  (done)="desk.close(part.id)"
                  (cancelled)="desk.close(part.id)"
                />
              </div>
            } @else {
              @if (kind() === 'DISSENT') {
                <h3>{{ part.organisation?.name }}</h3>
              }
              <p class="told">{{ part.text }}</p>
              @if (part.call; as call) {
                <p class="small soft">{{ 'plan.part.callSay' | t: { call: call } }}</p>
              }
            }
            <app-item-frame [item]="part" [view]="view()" [name]="part.text" [section]="kind()" />
          </article>
        } @empty {
          @if (!desk.isOpen(slot())) {
            <p class="soft">{{ 'plan.part.' + kind() + '.empty' | t: { name: view().person.givenName } }}</p>
          }
        }
        <app-removed-items [section]="kind()" />
        @if (desk.isOpen(slot())) {
          <div appInPlace (appInPlaceClosed)="desk.close(slot())">
            <app-part-form [kind]="kind()" [view]="view()" [plan]="plan()" (done)="desk.close(slot())" (cancelled)="desk.close(slot())" />
          </div>
        }
      </div>
    </section>
  `,
})
export class PartsSection {
  protected readonly desk = inject(PlanDesk);

  readonly kind = input.required<PlanPartKind>();
  readonly parts = input.required<readonly PartView[]>();
  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();

  protected readonly slot = computed(() => `new:${this.kind()}`);
  protected readonly shown = computed(() => this.parts().filter(({ removed }) => !removed));
  protected readonly mayAdd = computed(() => this.plan().actions.includes('plan.write') && !this.desk.isOpen(this.slot()));
}
