import { Component, input } from '@angular/core';
import { type InvitationContentView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Icon } from '../ui/icon.ts';
import { SummaryRow } from '../ui/summary.ts';

/** The limited preview, and what a yes would open. */
@Component({
  selector: 'app-invitation-preview',
  imports: [Icon, SummaryRow, TextPipe, WhenPipe],
  template: `
    <section class="preview" aria-labelledby="preview-title">
      <div class="preview__bar">
        <ui-icon name="eye" />
        <h2 id="preview-title">{{ 'invitation.preview.title' | t }}</h2>
      </div>
      <div class="preview__body">
        <p class="lead">{{ 'invitation.preview.asked.' + content().asked | t: { name: content().sender.name, person: content().personName } }}</p>
        <dl class="summary">
          <div uiSummaryRow [label]="'invitation.preview.person' | t">{{ content().personName }}</div>
          <div uiSummaryRow [label]="'invitation.preview.why' | t">
            <span class="lines">{{ content().why }}</span>
          </div>
          <div uiSummaryRow [label]="'invitation.preview.unit' | t">{{ unit() }}</div>
          <div uiSummaryRow [label]="'invitation.preview.date' | t">{{ content().date | when: 'full-day' }}</div>
          <div uiSummaryRow [label]="'invitation.preview.sender' | t">
            <b>{{ content().sender.name }}</b><br />{{ content().sender.title }}, {{ content().sender.unit }}<br />{{ content().sender.organisation }}
            @if (content().sender.phone; as phone) {
              <br /><a [href]="'tel:' + phone">{{ phone }}</a>
            }
            @if (content().sender.email; as email) {
              <br /><a [href]="'mailto:' + email">{{ email }}</a>
            }
          </div>
        </dl>
      </div>
    </section>
    <section class="panel" aria-labelledby="after-title">
      <h2 id="after-title">{{ 'invitation.after.title' | t }}</h2>
      <ul class="see" role="list">
        @for (yes of ['team', 'shared', 'timeline']; track yes) {
          <li>
            <ui-icon class="ok" name="check" /><span>{{ 'invitation.after.' + yes | t }}</span>
          </li>
        }
        @for (no of ['notes', 'others']; track no) {
          <li>
            <ui-icon class="no" name="x" /><span>{{ 'invitation.after.' + no | t }}</span>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    h2 {
      font-size: var(--t-16);
    }
    dl {
      overflow-wrap: anywhere;
    }
    .lines {
      white-space: pre-line;
    }
    .see {
      margin-block-start: var(--s-3);
    }
  `,
  host: { class: 'stack' },
})
export class PreviewPanel {
  readonly content = input.required<InvitationContentView>();
  readonly unit = input.required<string>();
}
