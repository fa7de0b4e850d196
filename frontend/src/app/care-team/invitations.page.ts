import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type HandoverInboxView, type InvitationListView } from '@samspel/shared/api.ts';
import { calmRead } from '../api/calm-read.ts';
import { Inflow } from '../handover/inflow.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Owner } from '../ui/owner.ts';
import { Panel } from '../ui/panel.ts';
import { Table } from '../ui/table.ts';

/** Inflöde, the queue of the unit's intake: handovers and invitations, who asks and since when. Names of persons are behind a look that is logged. */
@Component({
  imports: [Button, Empty, Inflow, LivePill, Load, Owner, Panel, RouterLink, Table, TextPipe, WhenPipe],
  template: `
    <div class="page-head">
      <div>
        <h1>{{ 'shell.title.invitations' | t }}</h1>
        <p class="lead">{{ 'invitation.list.lead' | t }}</p>
      </div>
      <ui-live-pill [count]="queue.changes() + handovers.changes()" (reveal)="show()" />
    </div>
    <section uiPanel [heading]="'handover.inbox.title' | t">
      <ui-load [of]="handovers" />
      @if (waiting(); as list) {
        @if (list.length > 0) {
          <app-inflow [rows]="list" (changed)="handovers.reload()" />
        } @else {
          <ui-empty [heading]="'handover.inbox.none' | t" [text]="'handover.inbox.noneText' | t" [checkedAt]="handovers.readAt()" />
        }
      }
    </section>
    <section uiPanel [heading]="'invitation.list.title' | t">
      <ui-load [of]="queue" />
      @if (rows(); as list) {
        @if (list.length > 0) {
          <table uiTable>
            <caption class="vh">
              {{
                'invitation.list.title' | t
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ 'invitation.list.from' | t }}</th>
                <th scope="col">{{ 'invitation.list.unit' | t }}</th>
                <th scope="col">{{ 'invitation.list.since' | t }}</th>
                <th scope="col">
                  <span class="vh">{{ 'invitation.list.answer' | t }}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              @for (row of list; track row.id) {
                <tr>
                  <th scope="row">
                    <ui-owner [name]="row.invitedBy.name" [org]="row.invitedBy.organisation" [note]="row.invitedBy.organisation.name" />
                  </th>
                  <td>{{ row.unit.name }}</td>
                  <td>
                    <time [attr.datetime]="row.invitedAt">{{ row.invitedAt | when: 'moment' }}</time>
                  </td>
                  <td class="r">
                    <a uiButton dense [routerLink]="['/inbjudningar', row.id]">
                      {{ 'invitation.list.open' | t }}<span class="vh"> {{ 'invitation.list.openFrom' | t: { name: row.invitedBy.name } }}</span>
                    </a>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <ui-empty [heading]="'invitation.list.none' | t" [text]="'invitation.list.noneText' | t" [checkedAt]="queue.readAt()" />
        }
      }
    </section>
    <p class="small muted">{{ 'invitation.list.logged' | t }}</p>
  `,
  host: { class: 'stack' },
})
export default class InvitationsPage {
  protected readonly queue = calmRead<InvitationListView>(
    () => '/invitations',
    (event) => event.type === 'invitations' || event.type === 'my-day',
    (view) => view.items.map((row) => row.id),
  );
  protected readonly rows = computed(() => this.queue.value()?.items);
  protected readonly handovers = calmRead<HandoverInboxView>(
    () => '/handovers',
    (event) => event.type === 'invitations' || event.type === 'my-day',
    (view) => view.items.map((row) => [row.id, row.state, row.nominee?.assignmentId]),
  );
  protected readonly waiting = computed(() => this.handovers.value()?.items);

  protected show(): void {
    this.queue.show();
    this.handovers.show();
  }
}
