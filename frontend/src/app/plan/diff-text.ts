import { Component, input } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { type DiffPiece } from './word-diff.ts';

/** A text with what was taken away and what was added, marked with words for those who do not see the lines. */
@Component({
  selector: 'app-diff-text',
  imports: [TextPipe],
  template: `
    @for (piece of pieces(); track $index) {
      @switch (piece.kind) {
        @case ('added') {
          <ins
            ><span class="vh">{{ 'plan.diff.addedStart' | t }} </span>{{ piece.text }}<span class="vh"> {{ 'plan.diff.end' | t }}</span></ins
          >
        }
        @case ('removed') {
          <del
            ><span class="vh">{{ 'plan.diff.removedStart' | t }} </span>{{ piece.text }}<span class="vh"> {{ 'plan.diff.end' | t }}</span></del
          >
        }
        @default {
          <span>{{ piece.text }}</span>
        }
      }
    }
  `,
  host: { class: 'diff told' },
  preserveWhitespaces: false,
})
export class DiffText {
  readonly pieces = input.required<readonly DiffPiece[]>();
}
