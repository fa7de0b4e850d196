import { Component, input } from '@angular/core';
import { type ActivityNoteView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';

/** What has been written beside an activity while it ran, newest first. */
@Component({
  selector: 'app-activity-notes',
  imports: [TextPipe, WhenPipe],
  template: `
    @if (notes().length > 0) {
      <ul class="week" role="list" [attr.aria-label]="'plan.note.title' | t">
        @for (note of notes(); track $index) {
          <li>
            <time [attr.datetime]="note.at">{{ note.at | when: 'day' }}</time>
            <span class="told"
              ><b>{{ note.by.name }}.</b>
              @if (note.kind !== 'PROGRESS') {
                {{ 'plan.note.kind.' + note.kind | t }}:
              }
              {{ note.text }}</span
            >
          </li>
        }
      </ul>
    }
  `,
})
export class ActivityNotes {
  readonly notes = input.required<readonly ActivityNoteView[]>();
}
