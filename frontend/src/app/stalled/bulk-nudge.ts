import { Component, computed, inject, input, linkedSignal, model, output, signal } from '@angular/core';
import { type BulkNudgeView, type StalledRowView } from '@samspel/shared/api.ts';
import { BULK_NUDGE_MAX } from '@samspel/shared/stalled/stalled.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Check } from '../ui/choice.ts';
import { Dialog } from '../ui/dialog.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';
import { remindedOf } from './row-words.ts';

/** Reminds several at once, after showing who is reminded of what; then says who was, and who was not and why. */
@Component({
  selector: 'app-bulk-nudge',
  imports: [Button, Check, CountPipe, Dialog, Note, Problem, TextPipe],
  template: `
    <ui-dialog [(open)]="open" [heading]="'stalled.nudge.several' | t">
      <div role="status">
        @if (result(); as done) {
          <ui-note [kind]="done.nudged.length > 0 ? 'done' : 'plain'" [icon]="done.nudged.length > 0 ? 'check-circle' : 'info'">
            <p>{{ 'stalled.nudge.result' | count: done.nudged.length }}</p>
          </ui-note>
          @if (skipped().length > 0) {
            <p>{{ 'stalled.nudge.skipped' | t }}</p>
            <ul class="stack" role="list">
              @for (line of skipped(); track line.id) {
                <li>{{ line.reference }}: {{ line.why }}</li>
              }
            </ul>
          }
        }
      </div>
      @if (result() === null) {
        @if (act.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="send()" />
        }
        <p class="soft">{{ 'stalled.nudge.lead' | t }}</p>
        <div class="nudge-list">
          @for (line of lines(); track line.id) {
            <ui-check
              [label]="line.label"
              [hint]="line.hint"
              [shutBecause]="line.shutBecause"
              [checked]="chosen().has(line.id)"
              (checkedChange)="pick(line.id, $event)"
            />
          }
        </div>
      }
      <div class="dialog__foot" uiDialogFoot>
        @if (result() === null) {
          <button uiButton icon="bell" [busy]="act.busy()" [blocked]="chosen().size === 0" (click)="send()">
            {{ 'stalled.nudge.send' | count: chosen().size }}
          </button>
        }
        <button uiButton="quiet" (click)="open.set(false)">{{ (result() === null ? 'case.cancel' : 'ui.close') | t }}</button>
      </div>
    </ui-dialog>
  `,
})
export class BulkNudge {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  readonly open = model.required<boolean>();
  readonly rows = input.required<readonly StalledRowView[]>();
  readonly sent = output<void>();

  protected readonly act = new Act();
  protected readonly result = signal<BulkNudgeView | null>(null);
  protected readonly lines = computed(() => {
    const reader = { words: this.words, today: this.session.today(), unitId: this.session.assignment()?.unit.id };
    return this.rows().map((row) => ({
      id: row.id,
      label: this.words.t('stalled.nudge.row', { reference: row.reference, from: row.from.unit.name, to: row.to.unit.name }),
      hint: this.words.t('stalled.nudge.whom', { who: remindedOf(row, reader) }),
      shutBecause: this.mayNudge(row) ? undefined : this.why(row.blocked.find(({ action }) => action === 'handover.nudge')?.because),
    }));
  });
  protected readonly chosen = linkedSignal<readonly StalledRowView[], ReadonlySet<string>>({
    source: this.rows,
    computation: (rows) =>
      new Set(
        rows
          .filter((row) => this.mayNudge(row))
          .slice(0, BULK_NUDGE_MAX)
          .map(({ id }) => id),
      ),
  });
  protected readonly skipped = computed(() =>
    (this.result()?.skipped ?? []).map(({ id, because }) => ({
      id,
      reference: this.rows().find((row) => row.id === id)?.reference ?? '',
      why: this.words.known(`stalled.nudge.because.${because}`) ?? this.words.t('problem.because.other'),
    })),
  );

  protected pick(id: string, checked: boolean): void {
    this.chosen.update((before) => {
      const after = new Set(before);
      if (checked && after.size < BULK_NUDGE_MAX) after.add(id);
      else after.delete(id);
      return after;
    });
  }

  protected async send(): Promise<void> {
    if (this.chosen().size === 0) return;
    const done = await this.act.run((key) => this.api.create<BulkNudgeView>('/stalled-handovers/nudges', { ids: [...this.chosen()] }, key));
    if (done === undefined) return;
    this.result.set(done);
    this.sent.emit();
  }

  private mayNudge(row: StalledRowView): boolean {
    return row.actions.includes('handover.nudge');
  }

  private why(because: string | undefined): string {
    return this.words.known(`problem.because.${because}`) ?? this.words.t('problem.because.other');
  }
}
