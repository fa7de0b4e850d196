import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type InvitationRowView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { OrgBadge } from '../ui/org-badge.ts';

/** Invitations that wait for my unit. The person is named only when one is opened, so that every look is logged. */
@Component({
  selector: 'app-invitation-rows',
  imports: [Button, OrgBadge, RouterLink, TextPipe, WhenPipe],
  template: `
    <ul class="tasks" role="list">
      @for (row of rows(); track row.id) {
        <li>
          <ui-org [org]="row.invitedBy.organisation" beside />
          <div class="task__text">
            <span class="task__name">{{
              'myDay.invitations.row' | t: { name: row.invitedBy.name, organisation: row.invitedBy.organisation.name }
            }}</span>
            <p class="task__meta">{{ 'myDay.invitations.meta' | t: { unit: row.unit.name, when: row.invitedAt | when: 'moment' } }}</p>
          </div>
          <span class="task__end">
            <a uiButton dense [routerLink]="['/inbjudningar', row.id]">{{ 'myDay.invitations.open' | t }}</a>
          </span>
        </li>
      }
    </ul>
    <p class="small muted logged">{{ 'myDay.invitations.logged' | t }}</p>
  `,
  styles: '.logged { margin-block-start: var(--s-4) }',
})
export class InvitationRows {
  readonly rows = input.required<readonly InvitationRowView[]>();
}
