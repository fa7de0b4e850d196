import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type PlanView } from '@samspel/shared/api.ts';
import { offered } from '../case/acts.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Panel } from '../ui/panel.ts';
import { SummaryRow } from '../ui/summary.ts';
import { FourItems } from './four-items.ts';
import { InPlace } from './in-place.ts';
import { PlanDesk } from './plan-desk.ts';
import { SettingsForm } from './settings.form.ts';

const SLOT = 'settings';

/** What stands around the items, and for a SIP the statute's four. */
@Component({
  selector: 'app-plan-facts',
  imports: [ActionButton, FourItems, InPlace, Panel, SettingsForm, SummaryRow, TextPipe],
  template: `
    <section uiPanel id="om-planen" [heading]="'plan.facts.title' | t">
      @if (!desk.isOpen(slot)) {
        <ui-action uiPanelEnd action="plan.edit" kind="quiet" dense icon="edit" [of]="acts()" (act)="desk.open(slot)"
          >{{ 'plan.item.edit' | t }}<span class="vh">: {{ 'plan.facts.title' | t }}</span></ui-action
        >
      }
      @if (desk.isOpen(slot)) {
        <div appInPlace (appInPlaceClosed)="desk.close(slot)">
          <app-plan-settings-form [view]="view()" [plan]="plan()" (done)="desk.close(slot)" (cancelled)="desk.close(slot)" />
        </div>
      } @else {
        <dl class="summary">
          <div uiSummaryRow [label]="'plan.field.type' | t">{{ 'plan.type.' + plan().type + '.name' | t }}</div>
          @if (plan().type === 'SIP') {
            <div uiSummaryRow [label]="'plan.field.responsiblePrincipalId' | t">
              {{ plan().responsibleAuthority?.name ?? ('plan.notChosen' | t) }}
            </div>
          }
          <div uiSummaryRow [label]="'plan.field.followUpOn' | t">{{ followUp() }}</div>
        </dl>
        @if (plan().fourItems.length > 0) {
          <app-four-items [items]="plan().fourItems" [authority]="plan().responsibleAuthority?.name ?? null" />
        }
      }
    </section>
  `,
})
export class PlanFacts {
  private readonly words = inject(Words);
  protected readonly desk = inject(PlanDesk);

  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();
  protected readonly slot = SLOT;
  protected readonly acts = computed(() => offered(this.plan()));
  protected readonly followUp = computed(() => {
    const next = this.plan().followUp;
    if (next === null) return this.words.t('plan.followUp.notSet');
    const day = fullDay(next.on, this.words.language());
    return next.caller === null ? day : this.words.t('plan.followUp.dayAndCaller', { day, name: next.caller.name });
  });
}
