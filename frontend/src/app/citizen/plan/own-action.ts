import { Component, computed, inject, input, output, signal } from '@angular/core';
import { UNDO_SECONDS } from '@samspel/shared/plan/plan.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Button } from '../../ui/button.ts';
import { Problem } from '../../ui/problem.ts';
import { UndoRow } from '../../ui/undo-row.ts';
import { type MyActivityAction, type MyActivityView } from '@samspel/shared/api.ts';

/** "Gjort" on what the person does themself: one press, and for a moment one press back. */
@Component({
  selector: 'app-own-action',
  imports: [Button, Problem, TextPipe, UndoRow],
  template: `
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    @if (justDone()) {
      <ui-undo-row [what]="'personPlan.own.done' | t" [seconds]="seconds" (undone)="send('reopening')" (lapsed)="settle()" />
    } @else if (may('me.complete')) {
      <button uiButton="second" icon="check" [busy]="act.busy()" [blocked]="readOnly()" (click)="send('completion')">
        {{ 'personPlan.own.report' | t }}<span class="vh">: {{ activity().words }}</span>
      </button>
    } @else if (may('me.reopen')) {
      <button uiButton="quiet" icon="undo" [busy]="act.busy()" [blocked]="readOnly()" (click)="send('reopening')">
        {{ 'personPlan.own.reopen' | t }}<span class="vh">: {{ activity().words }}</span>
      </button>
    }
  `,
  styles: ':host { display: block }',
})
export class OwnAction {
  private readonly api = inject(Api);

  readonly activity = input.required<MyActivityView>();
  readonly readOnly = input.required<boolean>();
  readonly changed = output<void>();

  protected readonly seconds = UNDO_SECONDS;
  protected readonly act = new Act();
  protected readonly justDone = signal(false);
  private readonly actions = computed(() => new Set(this.activity().actions));

  protected may(action: MyActivityAction): boolean {
    return this.actions().has(action);
  }

  protected async send(what: 'completion' | 'reopening'): Promise<void> {
    if (this.readOnly()) return;
    await this.act.run(() => this.api.act(`/me/activities/${this.activity().id}/${what}`));
    if (this.act.failed()) return;
    this.justDone.set(what === 'completion');
    // The page is read again only when the row has settled, or the way back would be drawn over.
    if (what === 'reopening') this.changed.emit();
  }

  protected settle(): void {
    this.justDone.set(false);
    this.changed.emit();
  }
}
