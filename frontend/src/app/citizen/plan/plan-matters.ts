import { Component, input, output } from '@angular/core';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Panel } from '../../ui/panel.ts';
import { type PlanWish } from './plan-wish.ts';

/** The person's own words come before everybody else's. */
@Component({
  selector: 'app-plan-matters',
  imports: [Button, Panel, TextPipe],
  template: `
    <section uiPanel [heading]="'personPlan.matters.heading' | t">
      <button uiPanelEnd uiButton="quiet" dense icon="edit" [blocked]="readOnly()" (click)="wish.emit({ kind: 'words' })">
        {{ (text() === null ? 'personPlan.matters.write' : 'personPlan.matters.edit') | t
        }}<span class="vh">: {{ 'personPlan.matters.heading' | t }}</span>
      </button>
      @if (text(); as words) {
        <p class="words">{{ words }}</p>
      } @else {
        <p class="soft">{{ 'personPlan.matters.none' | t }}</p>
      }
      <ng-content />
    </section>
  `,
  styles: `
    :host {
      display: block;
    }
    .words {
      overflow-wrap: anywhere;
      white-space: pre-line;
    }
  `,
})
export class PlanMatters {
  readonly text = input.required<string | null>();
  readonly readOnly = input.required<boolean>();
  readonly wish = output<PlanWish>();
}
