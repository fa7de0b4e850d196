import { Component, input } from '@angular/core';
import { ASKED_MAX } from '@samspel/shared/handover/handover.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { type Words } from '../text/words.ts';
import { Note } from '../ui/note.ts';

/** What the offer says at first: an activity by its words, since the receiver reads nothing else of it before saying yes. */
export function askedOf(text: string, words: Words): string {
  const asked = words.t('handover.scope.ACTIVITY.asked', { text });
  return asked.length > ASKED_MAX ? `${asked.slice(0, ASKED_MAX - 1)}…` : asked;
}

/** Which activity of the plan is handed over, as those who read it in the plan know it. */
@Component({
  selector: 'app-activity-words',
  imports: [Note, TextPipe],
  template: `
    <ui-note icon="check-circle">
      <p class="eyebrow">{{ 'handover.scope.ACTIVITY.which' | t }}</p>
      <p class="lines">{{ text() }}</p>
      <p class="small soft">{{ 'handover.scope.ACTIVITY.rest' | t }}</p>
    </ui-note>
  `,
})
export class ActivityWords {
  readonly text = input.required<string>();
}
