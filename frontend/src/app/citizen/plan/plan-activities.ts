import { Component, input, output } from '@angular/core';
import { Panel } from '../../ui/panel.ts';
import { ActivityLine } from './activity-line.ts';
import { type MyActivityView } from '@samspel/shared/api.ts';
import { type PlanWish } from './plan-wish.ts';

/** Things that are done, under a heading of their own; nothing at all when there are none. */
@Component({
  selector: 'app-plan-activities',
  imports: [ActivityLine, Panel],
  template: `
    @if (activities().length > 0) {
      <section uiPanel [heading]="heading()">
        <ul role="list">
          @for (activity of activities(); track activity.id) {
            <li><app-activity-line [activity]="activity" [readOnly]="readOnly()" (wish)="wish.emit($event)" /></li>
          }
        </ul>
      </section>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      padding: 0;
      list-style: none;
    }
  `,
})
export class PlanActivities {
  readonly heading = input.required<string>();
  readonly activities = input.required<readonly MyActivityView[]>();
  readonly readOnly = input.required<boolean>();
  readonly wish = output<PlanWish>();
}
