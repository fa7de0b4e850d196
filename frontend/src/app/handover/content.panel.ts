import { Component, computed, input } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Icon } from '../ui/icon.ts';
import { uniqueId } from '../ui/unique-id.ts';

/** What was written when it was offered, and what has been said to it since. */
@Component({
  selector: 'section[appContentPanel]',
  imports: [Icon, TextPipe, WhenPipe],
  template: `
    <div class="preview__bar">
      <ui-icon name="eye" />
      <h2 [id]="headingId">{{ 'handover.content.title' | t }}</h2>
    </div>
    <div class="preview__body">
      <dl>
        @if (content().preview; as sent) {
          <div>
            <dt>{{ 'handover.content.person' | t }}</dt>
            <dd>{{ sent.personName }}</dd>
          </div>
        }
        <div>
          <dt>{{ 'handover.content.asked' | t }}</dt>
          <dd>
            <span class="lines">{{ content().asked }}</span>
          </dd>
        </div>
        <div>
          <dt>{{ 'handover.content.why' | t }}</dt>
          <dd>
            <span class="lines">{{ content().reason }}</span>
          </dd>
        </div>
        @if (content().checklist.length > 0) {
          <div>
            <dt>{{ 'handover.content.checklist' | t }}</dt>
            <dd>
              <ul class="see" role="list">
                @for (line of content().checklist; track line.text) {
                  <li>
                    <ui-icon [class.ok]="line.done" [class.no]="!line.done" [name]="line.done ? 'check' : 'x'" />
                    <span
                      ><span class="vh">{{ (line.done ? 'handover.content.ready' : 'handover.content.notReady') | t }}: </span>{{ line.text }}</span
                    >
                  </li>
                }
              </ul>
            </dd>
          </div>
        }
        @if (handover().answerBy; as day) {
          <div>
            <dt>{{ 'handover.content.answerBy' | t }}</dt>
            <dd>{{ day | when: 'day' }}</dd>
          </div>
        }
        @if (content().preview.sender; as sender) {
          <div>
            <dt>{{ 'handover.content.sender' | t }}</dt>
            <dd>
              <b>{{ sender.name }}</b><br />{{ sender.title }}, {{ sender.unit }}
              @if (sender.phone; as phone) {
                <br /><a [href]="'tel:' + phone">{{ phone }}</a>
              }
              @if (sender.email; as email) {
                <br /><a [href]="'mailto:' + email">{{ email }}</a>
              }
            </dd>
          </div>
        }
        @if (content().answers; as answers) {
          <div>
            <dt>{{ 'handover.content.mandate' | t }}</dt>
            <dd>{{ 'handover.accept.mandateOf.' + answers.mandate | t }}</dd>
          </div>
        }
        @for (said of later(); track said.label) {
          <div>
            <dt>{{ said.label | t }}</dt>
            <dd>
              <span class="lines">{{ said.text }}</span>
            </dd>
          </div>
        }
        @if (handover().suggestedUnit; as unit) {
          <div>
            <dt>{{ 'handover.content.suggested' | t }}</dt>
            <dd>{{ unit.name }}</dd>
          </div>
        }
      </dl>
    </div>
  `,
  styles: `
    h2 {
      font-size: var(--t-14);
    }
    dl {
      display: grid;
      gap: var(--s-3);
      overflow-wrap: anywhere;
    }
    dt {
      font-size: var(--t-14);
      color: var(--ink-3);
    }
    .lines {
      white-space: pre-line;
    }
  `,
  host: { class: 'preview', '[attr.aria-labelledby]': 'headingId' },
})
export class ContentPanel {
  readonly handover = input.required<HandoverView>();
  readonly content = input.required<NonNullable<HandoverView['content']>>();
  protected readonly headingId = uniqueId('content');
  protected readonly later = computed(() => {
    const { answers, declineText, holdReason, outcome } = this.content();
    return [
      { label: 'handover.content.how', text: answers?.how ?? null },
      { label: 'handover.content.declineText', text: declineText },
      { label: 'handover.content.holdReason', text: holdReason },
      { label: 'handover.content.outcome', text: outcome },
    ].filter(({ text }) => text !== null && text !== '');
  });
}
