import { Component, computed, inject, input } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Panel } from '../ui/panel.ts';
import { Timeline, type TimelineEntry } from '../ui/timeline.ts';
import { historyText } from './history-words.ts';

/** Every hand the baton has been in, newest first. */
@Component({
  selector: 'app-handover-history',
  imports: [Panel, TextPipe, Timeline],
  template: `
    <section uiPanel [heading]="'handover.history.title' | t">
      @if (entries().length > 0) {
        <ui-timeline [entries]="entries()" />
      } @else {
        <p class="soft">{{ 'handover.history.none' | t }}</p>
      }
    </section>
  `,
})
export class HistoryPanel {
  private readonly words = inject(Words);

  readonly handover = input.required<HandoverView>();
  protected readonly entries = computed<readonly TimelineEntry[]>(() =>
    this.handover()
      .history.map((event, i) => ({
        id: `${i}`,
        at: event.at,
        who: event.by?.name ?? this.words.t('handover.history.system'),
        org: event.by?.organisation ?? null,
        text: historyText(event, this.words),
        pass: event.act === 'accept',
      }))
      .reverse(),
  );
}
