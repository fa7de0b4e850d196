import { Component, computed, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { debounceTime } from 'rxjs';
import { type OrganisationList, type StaffRow } from '@samspel/shared/api.ts';
import { pagedRead } from '../api/paged-read.ts';
import { read } from '../api/read.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { Tag } from '../ui/tag.ts';
import { chosenId } from './chosen-id.ts';
import { StaffForm } from './staff.form.ts';

const PAUSE_MS = 250;

/** Everybody with a sign-in. Choosing one opens their assignments. What is searched for is a name and stays out of the address. */
@Component({
  selector: 'app-staff-tab',
  imports: [Button, CountPipe, Dialog, Empty, Field, Load, Pager, Panel, StaffForm, Tag, TextInput, TextPipe],
  template: `
    <section uiPanel [heading]="'operations.tab.staff' | t">
      <button uiPanelEnd uiButton dense icon="plus" (click)="adding.set(true)">{{ 'operations.staff.add' | t }}</button>
      <div class="search">
        <ui-field [label]="'operations.staff.search' | t">
          <input uiInput type="search" autocomplete="off" maxlength="80" [(value)]="typed" />
        </ui-field>
        <ui-field [label]="'operations.staff.unit' | t">
          <select uiInput [(value)]="unitId">
            <option value="">{{ 'operations.staff.allUnits' | t }}</option>
            @for (each of organisations.value()?.items ?? []; track each.id) {
              <optgroup [label]="each.name">
                @for (unit of each.units; track unit.id) {
                  <option [value]="unit.id">{{ unit.name }}</option>
                }
              </optgroup>
            }
          </select>
        </ui-field>
      </div>
      <ui-load [of]="staff" />
      @if (staff.value(); as list) {
        <ul class="tasks tasks--plain" role="list">
          @for (row of list.items; track row.id) {
            <li>
              <div class="task__text">
                <button type="button" class="linkbtn" (click)="person.choose(row.id, 'uppdrag')">{{ row.familyName }}, {{ row.givenName }}</button>
                <p class="task__meta">{{ 'operations.staff.assignments' | count: row.activeAssignments }}</p>
              </div>
              <span class="task__end">
                @if (row.disabled) {
                  <ui-tag icon="lock">{{ 'operations.staff.disabled' | t }}</ui-tag>
                } @else if (row.activeAssignments === 0) {
                  <ui-tag icon="dash">{{ 'operations.staff.idle' | t }}</ui-tag>
                }
              </span>
            </li>
          } @empty {
            <li class="nobody"><ui-empty icon="user" [heading]="'operations.staff.none' | t" [checkedAt]="staff.readAt()" /></li>
          }
        </ul>
        <ui-pager [more]="staff.more()" [busy]="staff.loading()" (next)="staff.next()" />
      }
    </section>
    <ui-dialog [(open)]="adding" [heading]="'operations.staff.add' | t">
      @if (adding()) {
        <app-staff-form (saved)="person.choose($event, 'uppdrag')" (cancelled)="adding.set(false)" />
      }
    </ui-dialog>
  `,
  styles: `
    .search {
      display: grid;
      gap: var(--s-3) var(--s-4);
      grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    }
    .search > ui-field {
      margin: 0;
    }
    .tasks {
      margin-block-start: var(--s-4);
    }
    .tasks > .nobody {
      display: block;
    }
  `,
})
export class StaffTab {
  protected readonly person = chosenId('medarbetare');
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
  protected readonly typed = signal('');
  protected readonly unitId = signal('');
  protected readonly adding = signal(false);
  private readonly wanted = toSignal(toObservable(this.typed).pipe(debounceTime(PAUSE_MS)), { initialValue: '' });
  private readonly path = computed(() => {
    const query = new URLSearchParams();
    if (this.wanted().trim() !== '') query.set('q', this.wanted().trim());
    if (this.unitId() !== '') query.set('unitId', this.unitId());
    return query.size === 0 ? '/staff' : `/staff?${query.toString()}`;
  });
  protected readonly staff = pagedRead<StaffRow>(() => this.path());
}
