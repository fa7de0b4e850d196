import { Component, computed, inject, signal, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Empty } from '../ui/empty.ts';
import { LivePill } from '../ui/live-pill.ts';
import { Load } from '../ui/load.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { stalledBoard } from './board.ts';
import { boardAddress, queryOf } from './board-address.ts';
import { BulkNudge } from './bulk-nudge.ts';
import { Counters } from './counters.ts';
import { Filters } from './filters.ts';
import { countOf, leadText } from './lead-words.ts';
import { StalledTable } from './stalled-table.ts';

/** Which handovers have stopped, and who takes them. Metadata only: a supervisor never reads here what a case is about. */
@Component({
  imports: [BulkNudge, Button, Counters, Empty, Filters, LivePill, Load, Panel, Problem, RouterLink, StalledTable, TextPipe, WhenPipe],
  templateUrl: './stalled.page.html',
  styleUrls: ['./stalled.page.css', './row-panel.css'],
  // The parts of the board are components of their own and share these rules; they are loaded with this page only.
  encapsulation: ViewEncapsulation.None,
})
export default class StalledPage {
  private readonly words = inject(Words);

  protected readonly address = boardAddress();
  private readonly query = computed(() => queryOf(this.address.choice()));
  protected readonly board = stalledBoard(() => this.query());
  protected readonly nudging = signal(false);

  protected readonly lead = computed(() => {
    const view = this.board.first.value();
    return view === undefined ? '' : leadText(view.counters, this.address.choice().direction, this.words);
  });
  protected readonly live = computed(() => this.board.rows().filter(({ gone }) => !gone));
  protected readonly nudgeable = computed(() => this.live().map(({ row }) => row));
  protected readonly filtered = computed(() => {
    const { kind, pair, age } = this.address.choice();
    return kind !== null || pair !== '' || age !== '0';
  });
  /** How many there are in all of what is chosen. */
  protected readonly outOf = computed(() => {
    const view = this.board.first.value();
    return view === undefined ? 0 : countOf(view.counters, this.address.choice().kind);
  });

  protected acted({ row, what }: { row: StalledRowView; what: string }): void {
    this.board.settle(row, what);
  }

  protected showAll(): void {
    this.address.choose({ kind: null, pair: '', age: '0' });
  }

  protected print(): void {
    globalThis.print();
  }
}
