import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type FrozenCopyRowView } from '@samspel/shared/api.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { pagedRead } from '../api/paged-read.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Table } from '../ui/table.ts';
import { Tag } from '../ui/tag.ts';

/** What the unit may still fetch of cases that have closed to it, for its own records; after 30 days only that it existed. */
@Component({
  imports: [CountPipe, Empty, Load, Pager, Panel, RouterLink, Table, Tag, TextPipe, WhenPipe],
  template: `
    <div>
      <h1>{{ 'records.title' | t }}</h1>
      <p class="lead">{{ 'records.lead' | t }}</p>
    </div>
    <section uiPanel>
      <ui-load [of]="copies" />
      @if (copies.value(); as list) {
        @if (list.items.length > 0) {
          <table uiTable>
            <caption class="vh">
              {{
                'records.title' | t
              }}
            </caption>
            <thead>
              <tr>
                <th scope="col">{{ 'records.reference' | t }}</th>
                <th scope="col">{{ 'records.unit' | t }}</th>
                <th scope="col">{{ 'records.closed' | t }}</th>
                <th scope="col">{{ 'records.content' | t }}</th>
              </tr>
            </thead>
            <tbody>
              @for (copy of list.items; track copy.id) {
                <tr>
                  <th scope="row">
                    <a [routerLink]="['/kopior', copy.id]">{{ copy.reference }}</a>
                  </th>
                  <td>{{ copy.unit }}</td>
                  <td>{{ copy.createdAt | when: 'full-day' }}</td>
                  <td>
                    @if (copy.purgedAt; as purged) {
                      <ui-tag icon="dash">{{ 'records.purged' | t: { day: purged | when: 'full-day' } }}</ui-tag>
                    } @else {
                      <ui-tag kind="go" icon="clock">{{
                        'records.until' | count: copy.disclosures : { day: copy.purgeAfter | when: 'full-day' }
                      }}</ui-tag>
                    }
                  </td>
                </tr>
              }
            </tbody>
          </table>
          <ui-pager [more]="copies.more()" [busy]="copies.loading()" (next)="copies.next()" />
        } @else {
          <ui-empty icon="lock" [level]="2" [heading]="'records.none' | t" [text]="'records.noneText' | t" [checkedAt]="copies.readAt()" />
        }
      }
    </section>
  `,
  host: { class: 'stack' },
})
export default class FrozenCopiesPage {
  protected readonly copies = pagedRead<FrozenCopyRowView>('/frozen-copies');
}
