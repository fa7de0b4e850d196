import { Component, input } from '@angular/core';
import { type WritingNow } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Tag } from '../ui/tag.ts';

/** "Karin skriver här just nu": a hint, never a lock. */
@Component({
  selector: 'app-writing-now',
  imports: [Tag, TextPipe],
  template: `
    @for (each of who(); track each.name) {
      <ui-tag kind="go" icon="edit">{{ 'plan.item.writing' | t: { name: each.givenName } }}</ui-tag>
    }
  `,
  host: { role: 'status' },
})
export class WritingHint {
  readonly who = input.required<readonly WritingNow[]>();
}
