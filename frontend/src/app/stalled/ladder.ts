import { Component, input } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { type LadderLine } from './row-words.ts';

/** What has happened by itself and what will, in order; the next is marked in words too. */
@Component({
  selector: 'app-ladder',
  imports: [TextPipe],
  template: `
    <h4>{{ 'stalled.ladder.title' | t }}</h4>
    <ol class="ladder" role="list">
      @for (line of lines(); track line.rung) {
        <li class="ladder__s" [class.is-done]="line.standing === 'done'" [class.is-next]="line.standing === 'next'">
          <b
            ><span class="vh">{{ 'stalled.ladder.' + line.standing | t }}: </span>{{ line.when }}</b
          >{{ line.what }}
        </li>
      }
    </ol>
  `,
})
export class Ladder {
  readonly lines = input.required<readonly LadderLine[]>();
}
