import { Component, computed, inject, input } from '@angular/core';
import { type PlanItemView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { CaseStore } from '../case/case-store.ts';
import { Problem } from '../ui/problem.ts';
import { UndoRow } from '../ui/undo-row.ts';
import { PlanDesk } from './plan-desk.ts';

/** Where items of the plan stood a moment ago, with the way to have them back. */
@Component({
  selector: 'app-removed-items',
  imports: [Problem, UndoRow],
  template: `
    @for (each of rows(); track each.id) {
      <ui-undo-row [what]="each.what" (undone)="restore(each.id)" (lapsed)="desk.forget(each.id)" />
    }
    @if (restoring.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
  `,
})
export class RemovedItems {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  protected readonly desk = inject(PlanDesk);

  readonly section = input.required<string>();
  protected readonly restoring = new Act();
  protected readonly rows = computed(() => this.desk.removed().filter(({ section }) => section === this.section()));

  protected async restore(id: string): Promise<void> {
    const done = await this.restoring.run(async () => {
      // Its removal raised the version, and somebody may have been there since.
      const found = await this.api.get<PlanItemView>(`/plan-items/${id}`);
      const item = found.part ?? found.goal ?? found.activity ?? found.followUp;
      await this.api.act(`/plan-items/${id}/restoration`, {}, item?.version);
      return true;
    });
    if (!done) return;
    this.desk.forget(id);
    this.store.reload();
  }
}
