import { Component, input, model } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Check } from '../ui/choice.ts';
import { Note } from '../ui/note.ts';
import { ShareSight } from './share-sight.ts';

/** Below the fields of an item: whether a new one is shared at once, or that a shared one is shared again by saving. */
@Component({
  selector: 'app-share-choice',
  imports: [Check, Note, ShareSight, TextPipe],
  template: `
    @if (isNew()) {
      <ui-check boxed [label]="'plan.share.atOnce' | t" [hint]="'plan.share.atOnceHint' | t" [(checked)]="share" />
      @if (share()) {
        <app-share-sight [view]="view()" />
      }
    } @else if (shared()) {
      <ui-note icon="users">
        <p>{{ 'plan.share.savingShares' | t }}</p>
      </ui-note>
    }
  `,
  host: { class: 'stack' },
})
export class ShareChoice {
  readonly view = input.required<CaseView>();
  readonly isNew = input.required<boolean>();
  readonly shared = input.required<boolean>();
  readonly share = model(false);
}
