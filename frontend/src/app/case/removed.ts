import { Component, inject, input, output } from '@angular/core';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { Problem } from '../ui/problem.ts';
import { UndoRow } from '../ui/undo-row.ts';
import { CaseStore } from './case-store.ts';

/** Where something stood a moment ago, with the way to have it back. */
@Component({
  selector: 'app-removed',
  imports: [Problem, UndoRow],
  template: `
    @if (restoring.problem(); as problem) {
      <ui-problem [problem]="problem" canRetry (retry)="restore()" />
    } @else {
      <ui-undo-row [what]="what()" (undone)="restore()" (lapsed)="settled.emit()" />
    }
  `,
})
export class Removed {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  /** What was done: "Anteckningen är borttagen". */
  readonly what = input.required<string>();
  /** Of what was removed: `/notes/<id>`. */
  readonly path = input.required<string>();
  readonly settled = output<void>();
  protected readonly restoring = new Act();

  protected async restore(): Promise<void> {
    const done = await this.restoring.run(() => this.api.act(`${this.path()}/restoration`).then(() => true));
    if (done === undefined) return;
    this.store.reload();
    this.settled.emit();
  }
}
