import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type PlanView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { Panel } from '../ui/panel.ts';
import { ActivityForm } from './activity.form.ts';
import { ActivityRow } from './activity-row.ts';
import { Attainments } from './attainments.ts';
import { GoalForm } from './goal.form.ts';
import { InPlace } from './in-place.ts';
import { ItemFrame } from './item-frame.ts';
import { outline } from './outline.ts';
import { PlanDesk } from './plan-desk.ts';
import { PlanGoal } from './plan-goal.ts';
import { RemovedItems } from './removed-items.ts';

const GOAL = 'new:goal';

/** Goals and what is done for them, to write in. */
@Component({
  selector: 'app-plan-goals',
  imports: [
    ActionButton,
    ActivityForm,
    ActivityRow,
    Attainments,
    Button,
    Empty,
    GoalForm,
    InPlace,
    ItemFrame,
    Panel,
    PlanGoal,
    RemovedItems,
    TextPipe,
  ],
  templateUrl: './goals.section.html',
})
export class GoalsSection {
  protected readonly desk = inject(PlanDesk);

  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();

  protected readonly newGoal = GOAL;
  protected readonly parts = computed(() => outline(this.plan()));
  protected readonly mayWrite = computed(() => this.plan().actions.includes('plan.write'));

  /** Where a new activity, or a new sub goal, of a goal is written. */
  protected slot(kind: 'activity' | 'sub', goalId: string): string {
    return `new:${kind}:${goalId}`;
  }
}
