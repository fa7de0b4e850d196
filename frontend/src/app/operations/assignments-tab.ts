import { Component, computed } from '@angular/core';
import { type StaffView } from '@samspel/shared/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { chosenId } from './chosen-id.ts';
import { StaffAssignments } from './staff-assignments.ts';
import { StaffPanel } from './staff-panel.ts';

/** One staff member: who they are, what they work as and where, and when they are away. */
@Component({
  selector: 'app-assignments-tab',
  imports: [Button, Empty, Load, Panel, StaffAssignments, StaffPanel, TextPipe],
  template: `
    @if (person.id() === undefined) {
      <section uiPanel [heading]="'operations.tab.assignments' | t">
        <ui-empty icon="user" [heading]="'operations.assignment.choose' | t" [text]="'operations.assignment.chooseText' | t">
          <button uiButton="second" dense (click)="person.choose(undefined, 'medarbetare')">{{ 'operations.tab.staff' | t }}</button>
        </ui-empty>
      </section>
    }
    <ui-load [of]="staff" />
    @if (staff.value(); as view) {
      <div class="cols cols--main">
        <app-staff-assignments [staff]="view" (changed)="staff.reload()" />
        <app-staff-panel [staff]="view" (changed)="staff.reload()" />
      </div>
    }
  `,
})
export class AssignmentsTab {
  protected readonly person = chosenId('medarbetare');
  private readonly path = computed(() => {
    const id = this.person.id();
    return id === undefined ? undefined : `/staff/${id}`;
  });
  protected readonly staff = read<StaffView>(() => this.path());
}
