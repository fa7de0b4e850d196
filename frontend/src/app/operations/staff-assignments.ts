import { Component, input, output, signal } from '@angular/core';
import { type StaffView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Panel } from '../ui/panel.ts';
import { AssignmentCard } from './assignment-card.ts';
import { AssignmentForm } from './assignment.form.ts';

@Component({
  selector: 'app-staff-assignments',
  imports: [AssignmentCard, AssignmentForm, Button, Dialog, Empty, Panel, TextPipe],
  template: `
    <section uiPanel [heading]="'operations.tab.assignments' | t">
      <button uiPanelEnd uiButton dense icon="plus" (click)="adding.set(true)">{{ 'operations.assignment.add' | t }}</button>
      @for (assignment of staff().assignments; track assignment.id) {
        <app-assignment-card [assignment]="assignment" (changed)="changed.emit()" />
      } @empty {
        <ui-empty icon="user" [heading]="'operations.assignment.none' | t" [text]="'operations.assignment.noneText' | t" />
      }
    </section>
    <ui-dialog [(open)]="adding" [heading]="'operations.assignment.add' | t">
      @if (adding()) {
        <app-assignment-form [staffId]="staff().id" (saved)="saved()" (cancelled)="adding.set(false)" />
      }
    </ui-dialog>
  `,
  styles: ':host { display: block }',
})
export class StaffAssignments {
  readonly staff = input.required<StaffView>();
  readonly changed = output<void>();
  protected readonly adding = signal(false);

  protected saved(): void {
    this.adding.set(false);
    this.changed.emit();
  }
}
