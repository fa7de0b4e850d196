import { Component, input, output } from '@angular/core';
import { type MyDayStep } from '@samspel/shared/api.ts';
import { StepRow } from './step-row.ts';

@Component({
  selector: 'app-step-list',
  imports: [StepRow],
  template: `
    <ul class="tasks" role="list">
      @for (step of steps(); track step.case.id) {
        <li [appStep]="step" (finished)="changed.emit()"></li>
      }
    </ul>
  `,
})
export class StepList {
  readonly steps = input.required<readonly MyDayStep[]>();
  readonly changed = output<void>();
}
