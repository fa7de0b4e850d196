import { Component, computed, input } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Icon } from '../ui/icon.ts';
import { Panel } from '../ui/panel.ts';

/** What a yes brings, said before it is given. */
@Component({
  selector: 'app-after-yes',
  imports: [Icon, Panel, TextPipe],
  template: `
    <section uiPanel [heading]="'handover.after.title' | t">
      <ul class="see" role="list">
        @for (yes of brings(); track yes) {
          <li>
            <ui-icon class="ok" name="check" /><span>{{ 'handover.after.' + yes | t: { sender: handover().accountable.givenName } }}</span>
          </li>
        }
        @for (no of ['notes', 'duties']; track no) {
          <li>
            <ui-icon class="no" name="x" /><span>{{ 'handover.after.' + no | t }}</span>
          </li>
        }
      </ul>
    </section>
    <p class="small soft"><ui-icon name="info" /> {{ 'handover.after.yourself' | t }}</p>
  `,
  host: { class: 'stack' },
})
export class AfterYes {
  readonly handover = input.required<HandoverView>();
  protected readonly brings = computed(() => [this.handover().scope === 'ACTIVITY' ? 'answersActivity' : 'answers', 'team', 'told']);
}
