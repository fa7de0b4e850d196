import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationList } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Announcer } from '../ui/announcer.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Panel } from '../ui/panel.ts';
import { Table } from '../ui/table.ts';
import { Words } from '../text/words.ts';
import { chosenId } from './chosen-id.ts';
import { OrganisationForm } from './organisation.form.ts';

@Component({
  selector: 'app-organisations-tab',
  imports: [Button, CountPipe, Dialog, Empty, Load, OrganisationForm, OrgBadge, Panel, RouterLink, Table, TextPipe],
  template: `
    <section uiPanel [heading]="'operations.tab.organisations' | t">
      <button uiPanelEnd uiButton dense icon="plus" (click)="adding.set(true)">{{ 'operations.organisation.add' | t }}</button>
      <ui-load [of]="organisations" />
      @if (organisations.value(); as list) {
        @if (list.items.length > 0) {
          <table uiTable>
            <caption class="vh">
              {{
                'operations.tab.organisations' | t
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ 'operations.organisation.name' | t }}</th>
                <th scope="col">{{ 'operations.organisation.principal' | t }}</th>
                <th scope="col">{{ 'operations.tab.units' | t }}</th>
                <th scope="col" class="r">{{ 'operations.organisation.cardTitle' | t }}</th>
              </tr>
            </thead>
            <tbody>
              @for (each of list.items; track each.id) {
                <tr>
                  <th scope="row">
                    <span class="owner"
                      ><ui-org [org]="each" beside /><a [routerLink]="['/organisationer', each.id]">{{ each.name }}</a></span
                    >
                  </th>
                  <td>{{ each.principal }}</td>
                  <td>
                    <button type="button" class="linkbtn" (click)="organisation.choose(each.id, 'enheter')">
                      {{ 'organisation.units' | count: each.units.length }}<span class="vh">, {{ each.name }}</span>
                    </button>
                  </td>
                  <td class="r">
                    <a uiButton="second" dense icon="edit" [routerLink]="['/drift/organisationer', each.id]">
                      {{ 'operations.organisation.card' | t }}<span class="vh">, {{ each.name }}</span>
                    </a>
                  </td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <ui-empty icon="users" [heading]="'operations.organisation.none' | t" [checkedAt]="organisations.readAt()" />
        }
      }
    </section>
    <ui-dialog [(open)]="adding" [heading]="'operations.organisation.add' | t">
      @if (adding()) {
        <app-organisation-form (added)="added()" (cancelled)="adding.set(false)" />
      }
    </ui-dialog>
  `,
})
export class OrganisationsTab {
  private readonly announcer = inject(Announcer);
  private readonly words = inject(Words);

  protected readonly organisation = chosenId('organisation');
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
  protected readonly adding = signal(false);

  protected added(): void {
    this.adding.set(false);
    this.announcer.say(this.words.t('operations.saved'));
    this.organisations.reload();
  }
}
