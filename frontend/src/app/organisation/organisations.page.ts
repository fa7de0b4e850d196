import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationList } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Panel } from '../ui/panel.ts';

/** Everybody who works here, so that one knows whom to ask and what they can decide. */
@Component({
  imports: [CountPipe, Empty, Load, OrgBadge, Panel, RouterLink, TextPipe],
  template: `
    <div>
      <h1>{{ 'organisation.list.title' | t }}</h1>
      <p class="lead">{{ 'organisation.list.lead' | t }}</p>
    </div>
    <section uiPanel>
      <ui-load [of]="organisations" />
      @if (organisations.value(); as list) {
        <ul class="tasks" role="list">
          @for (each of list.items; track each.id) {
            <li>
              <ui-org [org]="each" beside />
              <div class="task__text">
                <a [routerLink]="['/organisationer', each.id]">{{ each.name }}</a>
                <p class="task__meta">
                  @if (each.principal !== each.name) {
                    <span>{{ each.principal }} · </span>
                  }
                  <span>{{ 'organisation.units' | count: each.units.length }}</span>
                </p>
              </div>
            </li>
          } @empty {
            <li class="nobody">
              <ui-empty icon="users" [level]="2" [heading]="'organisation.list.none' | t" [checkedAt]="organisations.readAt()" />
            </li>
          }
        </ul>
      }
    </section>
  `,
  styles: '.tasks > .nobody { display: block }',
  host: { class: 'wrap--text stack' },
})
export default class OrganisationsPage {
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
}
