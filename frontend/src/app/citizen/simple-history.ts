import { Component, computed, inject, input } from '@angular/core';
import { type MyTimelineItemView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { entryOf } from '../timeline/entry.ts';

const NEWEST = 5;

@Component({
  selector: 'app-simple-history',
  imports: [TextPipe, WhenPipe],
  template: `
    <h2 id="simple-heading" tabindex="-1">{{ 'citizen.simple.history' | t }}</h2>
    @for (entry of entries(); track entry.id) {
      <p class="say">
        <b>{{ entry.at | when: 'full-day' }}</b><br />{{ entry.who }}: {{ entry.text }}
      </p>
    } @empty {
      <p class="say">{{ 'citizen.history.none' | t }}</p>
    }
  `,
  styles: ':host { display: block }',
})
export class SimpleHistory {
  private readonly words = inject(Words);

  readonly items = input.required<readonly MyTimelineItemView[]>();
  protected readonly entries = computed(() =>
    this.items()
      .slice(0, NEWEST)
      .map((item) => entryOf(item, this.words.t('citizen.you'), this.words)),
  );
}
