import { Component, computed, inject, input } from '@angular/core';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Icon } from '../ui/icon.ts';
import { SummaryRow } from '../ui/summary.ts';

/** The limited preview as the invited intake will read it: a name, a question, a reason, who asks. Nothing else. */
@Component({
  selector: 'app-invitation-sight',
  imports: [Icon, SummaryRow, TextPipe],
  template: `
    <p class="preview__bar">
      <ui-icon name="eye" /> {{ 'careTeam.sight.title' | t: { organisation: organisation() ?? ('careTeam.sight.them' | t) } }}
    </p>
    <div class="preview__body">
      <dl class="summary">
        <div uiSummaryRow [label]="'careTeam.sight.person' | t">{{ person() }}</div>
        <div uiSummaryRow [label]="'careTeam.sight.asked' | t">{{ 'careTeam.sight.join' | t }}</div>
        <div uiSummaryRow [label]="'careTeam.sight.why' | t">{{ reason() || '–' }}</div>
        <div uiSummaryRow [label]="'careTeam.sight.from' | t">{{ sender() }}</div>
      </dl>
      <p class="small soft"><ui-icon name="lock" /> {{ 'careTeam.sight.notSeen' | t }}</p>
    </div>
  `,
  host: { class: 'preview' },
})
export class InvitationSight {
  private readonly session = inject(SessionStore);

  readonly person = input.required<string>();
  readonly reason = input.required<string>();
  readonly organisation = input<string>();
  protected readonly sender = computed(() => {
    const session = this.session.current();
    const work = session?.assignment;
    return [session?.name, work?.title, work?.unit.name].filter((part) => part !== undefined).join(', ');
  });
}
