import { Component, computed, inject, input, output } from '@angular/core';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Icon } from '../ui/icon.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Table } from '../ui/table.ts';
import { Tag } from '../ui/tag.ts';
import { type ShownRow } from './kept-rows.ts';
import { RowPanel } from './row-panel.ts';
import { lastText, nextText, severityOf } from './row-words.ts';

/** One row per handover, most days first; a row opens in place. Cards on a narrow screen. */
@Component({
  selector: 'app-stalled-table',
  imports: [Button, Icon, OrgBadge, RowPanel, Table, Tag, TextPipe],
  templateUrl: './stalled-table.html',
})
export class StalledTable {
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  readonly rows = input.required<readonly ShownRow<StalledRowView>[]>();
  readonly open = input.required<string | null>();
  readonly settled = input.required<ReadonlyMap<string, string>>();
  readonly opened = output<string | null>();
  readonly acted = output<{ row: StalledRowView; what: string }>();
  readonly stale = output<void>();

  protected readonly lines = computed(() => {
    const reader = { words: this.words, today: this.session.today(), unitId: this.session.assignment()?.unit.id };
    return this.rows().map(({ row, gone }) => ({
      row,
      gone,
      severity: severityOf(row, this.words),
      last: lastText(row, reader),
      next: nextText(row, reader),
      // Whoever was named and has said yes is the one who answers.
      asked: row.nominee?.assignmentId === row.accountable.assignmentId ? undefined : row.nominee?.name,
      isOpen: row.id === this.open(),
      said: this.settled().get(row.id),
    }));
  });
}
