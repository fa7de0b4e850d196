import { afterRenderEffect, Component, computed, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Note } from '../ui/note.ts';
import { Ladder } from './ladder.ts';
import { Nominate } from './nominate.ts';
import { RowActs } from './row-acts.ts';
import { ladderLines, remindedOf } from './row-words.ts';

/** What opens below a row: who is to receive, the other acts, and how it climbs by itself. */
@Component({
  selector: 'app-row-panel',
  imports: [Ladder, Nominate, Note, RowActs, TextPipe, WhenPipe],
  template: `
    <div #note role="status" tabindex="-1">
      @if (said(); as what) {
        <ui-note kind="done" icon="check-circle"
          ><p>{{ what }}</p></ui-note
        >
      }
    </div>
    @if (!gone()) {
      @if (row().pausedUntil; as day) {
        <p class="small">{{ 'stalled.pause.paused' | t: { day: day | when: 'full-day' } }}</p>
      }
      @if (row().nominatable) {
        <app-nominate [row]="row()" (settled)="settled.emit($event)" (stale)="stale.emit()">
          <app-row-acts [row]="row()" [reminded]="reminded()" (settled)="settled.emit($event)" />
        </app-nominate>
      } @else {
        <div>
          <h3>{{ 'stalled.panel.title' | t: { reference: row().reference } }}</h3>
          <p class="small soft">{{ 'stalled.nominee.unseen' | t }} {{ 'stalled.panel.turn' | t: { who: reminded() } }}</p>
        </div>
        <app-row-acts [row]="row()" [reminded]="reminded()" (settled)="settled.emit($event)" />
      }
      @if (lines().length > 0) {
        <app-ladder [lines]="lines()" />
      }
    }
  `,
  host: { class: 'assign' },
})
export class RowPanel {
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  readonly row = input.required<StalledRowView>();
  readonly gone = input(false);
  /** What became of the reader's own act. */
  readonly said = input<string>();
  readonly settled = output<string>();
  readonly stale = output<void>();

  private readonly reader = computed(() => ({ words: this.words, today: this.session.today(), unitId: this.session.assignment()?.unit.id }));
  protected readonly reminded = computed(() => remindedOf(this.row(), this.reader()));
  private readonly note = viewChild.required<ElementRef<HTMLElement>>('note');
  protected readonly lines = computed(() => ladderLines(this.row(), this.reader()));

  constructor() {
    // The button that was pressed goes with the row; what it did is what is left to stand at.
    afterRenderEffect(() => {
      if (this.gone()) this.note().nativeElement.focus();
    });
  }
}
