import { Component, computed, inject, input } from '@angular/core';
import { type MyTimelineItemView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { entryOf } from '../timeline/entry.ts';
import { Panel } from '../ui/panel.ts';
import { Timeline } from '../ui/timeline.ts';

/** What has happened, newest first, as far as it is told to the person. */
@Component({
  selector: 'app-my-history',
  imports: [Panel, TextPipe, Timeline],
  template: `
    <section uiPanel [heading]="'citizen.history.heading' | t">
      @if (entries().length > 0) {
        <ui-timeline [entries]="entries()" />
      } @else {
        <p class="soft">{{ 'citizen.history.none' | t }}</p>
      }
    </section>
  `,
  styles: ':host { display: block }',
})
export class MyHistory {
  private readonly words = inject(Words);

  readonly items = input.required<readonly MyTimelineItemView[]>();
  protected readonly entries = computed(() => this.items().map((item) => entryOf(item, this.words.t('citizen.you'), this.words)));
}
