import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type CaseRow } from '@samspel/shared/api.ts';
import { ConsentTag } from '../consent/consent-tag.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Owner } from '../ui/owner.ts';
import { Table } from '../ui/table.ts';
import { Tag } from '../ui/tag.ts';

/** Person, next step, who holds it now, days without movement, consent; cards on a narrow screen. */
@Component({
  selector: 'app-case-table',
  imports: [ConsentTag, Owner, RouterLink, Table, Tag, TextPipe, WhenPipe],
  template: `
    <table uiTable>
      <caption class="vh">
        {{
          'case.list.caption' | t
        }}
      </caption>
      <thead>
        <tr>
          <th scope="col">{{ 'case.list.person' | t }}</th>
          <th scope="col">{{ 'case.list.next' | t }}</th>
          <th scope="col">{{ 'case.list.holder' | t }}</th>
          <th scope="col" class="r">{{ 'case.list.days' | t }}</th>
          <th scope="col">{{ 'case.list.consent' | t }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              <a [routerLink]="['/arenden', row.id]">{{ row.person.givenName }} {{ row.person.familyName }}</a>
              <p class="tiny muted">{{ row.reference }}</p>
            </th>
            <td>
              @if (row.nextStep; as step) {
                {{ step.text }}
                @if (step.due; as due) {
                  <p class="tiny" [class.muted]="due >= today()">
                    {{ (due < today() ? 'case.list.late' : 'case.list.due') | t: { day: due | when: 'day' } }}
                  </p>
                }
              } @else {
                <span class="muted">{{ (row.status === 'OPEN' ? 'case.list.noStep' : 'case.status.CLOSED') | t }}</span>
              }
              @for (kind of row.pending; track kind) {
                @if (kind !== 'NEXT_STEP_OVERDUE') {
                  <p>
                    <ui-tag kind="wait" icon="hourglass">{{ 'case.pending.' + kind | t }}</ui-tag>
                  </p>
                }
              }
            </td>
            <td><ui-owner [name]="row.holder.name" [org]="row.holder.organisation" [note]="row.holder.organisation.shortName" /></td>
            <td class="r num">{{ row.daysWithoutMovement }}</td>
            <td><app-consent-tag short [standing]="row.consent" /></td>
          </tr>
        }
      </tbody>
    </table>
  `,
})
export class CaseTable {
  readonly rows = input.required<readonly CaseRow[]>();
  protected readonly today = inject(SessionStore).today;
}
