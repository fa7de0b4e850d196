import { Component, computed, inject, signal } from '@angular/core';
import { type OrganisationCard, type OrganisationList, type UnitView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { chosenId } from './chosen-id.ts';
import { UnitForm } from './unit.form.ts';
import { UnitRow } from './unit-row.ts';

/** The units of one organisation: open, change, close. */
@Component({
  selector: 'app-units-tab',
  imports: [Button, Dialog, Empty, Field, Load, Panel, Problem, TextInput, TextPipe, UnitForm, UnitRow],
  template: `
    <section uiPanel [heading]="'operations.tab.units' | t">
      @if (id()) {
        <button uiPanelEnd uiButton dense icon="plus" (click)="edit(null)">{{ 'operations.unit.add' | t }}</button>
      }
      <ui-load [of]="organisations" />
      @if (organisations.value(); as list) {
        <ui-field [label]="'operations.unit.organisation' | t">
          <select uiInput [value]="id() ?? ''" (valueChange)="organisation.choose($event)">
            @for (each of list.items; track each.id) {
              <option [value]="each.id">{{ each.name }}</option>
            }
          </select>
        </ui-field>
      }
      <ui-load [of]="card" />
      @if (closing.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      @if (card.value(); as view) {
        <ul class="tasks tasks--plain" role="list">
          @for (unit of view.units; track unit.id) {
            <li [appUnit]="unit" [busy]="closing.busy()" (edited)="edit(unit)" (closed)="close(unit)"></li>
          } @empty {
            <li class="nobody"><ui-empty icon="home" [heading]="'operations.unit.none' | t" [checkedAt]="card.readAt()" /></li>
          }
        </ul>
      }
    </section>
    <ui-dialog [(open)]="open" [heading]="(unit() ? 'operations.unit.change' : 'operations.unit.add') | t">
      @if (open() && card.value(); as view) {
        <app-unit-form [organisation]="view" [unitId]="unit()?.id" (saved)="saved()" (stale)="card.reload()" (cancelled)="open.set(false)" />
      }
    </ui-dialog>
  `,
  styles: `
    .tasks {
      margin-block-start: var(--s-4);
    }
    .tasks > .nobody {
      display: block;
    }
  `,
})
export class UnitsTab {
  private readonly api = inject(Api);

  protected readonly organisation = chosenId('organisation');
  protected readonly organisations = read<OrganisationList>(() => '/organisations');
  protected readonly id = computed(() => this.organisation.id() ?? this.organisations.value()?.items[0]?.id);
  protected readonly card = read<OrganisationCard>(() => (this.id() === undefined ? undefined : `/organisations/${this.id()}`));
  protected readonly closing = new Act();
  protected readonly open = signal(false);
  protected readonly unit = signal<UnitView | null>(null);

  protected edit(unit: UnitView | null): void {
    this.unit.set(unit);
    this.open.set(true);
  }

  protected saved(): void {
    this.open.set(false);
    this.card.reload();
    this.organisations.reload();
  }

  protected async close(unit: UnitView): Promise<void> {
    await this.closing.run(() => this.api.act(`/units/${unit.id}/closure`));
    this.card.reload();
  }
}
