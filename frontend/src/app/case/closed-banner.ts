import { Component, input } from '@angular/core';
import { type ClosedView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Note } from '../ui/note.ts';

/** The case is over: how, by whom, and who goes on with what. */
@Component({
  selector: 'app-closed-banner',
  imports: [Note, TextPipe, WhenPipe],
  template: `
    <ui-note icon="lock">
      <p>
        <b>{{ 'case.closed.title' | t: { day: closed().at | when: 'full-day' } }}</b>
        {{ 'case.closed.by' | t: { name: closed().by.name, reason: 'case.closing.reason.' + closed().reason | t } }}
      </p>
      @if (closed().remainingWork; as work) {
        <p>{{ 'case.closed.remaining' | t }}</p>
        <p class="told">{{ work }}</p>
      }
    </ui-note>
  `,
})
export class ClosedBanner {
  readonly closed = input.required<ClosedView>();
}
