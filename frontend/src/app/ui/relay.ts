import { Component, input } from '@angular/core';
import { OrgBadge, type OrgMark } from './org-badge.ts';

export type RelayState = 'held' | 'offered' | 'received' | 'accepted' | 'lost';

export interface Runner {
  readonly name: string;
  readonly note: string;
  /** null: nobody there yet. */
  readonly org: OrgMark | null;
}

/**
 * The baton between two hands. It lies with the sender until a named person has accepted, so everybody can see who
 * answers while nobody has.
 */
@Component({
  selector: 'ui-relay',
  imports: [OrgBadge],
  template: `
    <ui-org [org]="from().org" large beside />
    <span class="relay__lane" aria-hidden="true">
      <span class="baton"></span>
      @if (days().length > 0) {
        <span class="relay__days">
          @for (day of days(); track $index) {
            <i [class.is-now]="$last">{{ day }}</i>
          }
        </span>
      }
    </span>
    @if (to(); as runner) {
      <ui-org [org]="runner.org" large beside />
    } @else {
      <span></span>
    }
    <div class="relay__people">
      <p class="relay__who">
        <b>{{ from().name }}</b><small>{{ from().note }}</small>
      </p>
      @if (to(); as runner) {
        <p class="relay__who">
          <b>{{ runner.name }}</b><small>{{ runner.note }}</small>
        </p>
      }
    </div>
  `,
  host: { class: 'relay', '[attr.data-state]': 'state()' },
})
export class Relay {
  readonly state = input.required<RelayState>();
  readonly from = input.required<Runner>();
  readonly to = input<Runner | null>(null);
  /** Words on the way, the last one is now: `['dag 1', 'dag 2', 'dag 3']`. */
  readonly days = input<readonly string[]>([]);
}
