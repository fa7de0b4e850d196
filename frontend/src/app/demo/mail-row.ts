import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { mailParts } from './mail-text.ts';

/** A mail as the demo kept it instead of sending it. Only the demo answers it, so the API's document has no type for it. */
export interface DemoMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly sentAt: string;
}

/** One mail: to whom, about what, when; what it says opens in place. */
@Component({
  selector: 'li[appMail]',
  imports: [TextPipe, WhenPipe],
  template: `
    <div class="task__text">
      <span class="task__name">{{ mail().subject }}</span>
      <p class="task__meta">{{ 'demo.mails.meta' | t: { to: mail().to, at: mail().sentAt | when: 'moment' } }}</p>
      <details class="fold">
        <summary>
          {{ 'demo.mails.open' | t }}<span class="vh">: {{ mail().subject }}, {{ mail().to }}</span>
        </summary>
        <p class="letter">
          @for (part of parts(); track $index) {
            @if (part.path; as path) {
              <a [href]="path">{{ part.text }}</a>
            } @else {
              <span>{{ part.text }}</span>
            }
          }
        </p>
      </details>
    </div>
  `,
  styles: `
    .task__text {
      grid-column: 1 / -1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .letter {
      margin-block: var(--s-2);
      padding: var(--s-3) var(--s-4);
      border-radius: var(--r-ctl);
      background: var(--sunken);
      font-size: var(--t-14);
    }
    .letter > * {
      white-space: pre-wrap;
    }
  `,
})
export class MailRow {
  private readonly document = inject(DOCUMENT);

  readonly mail = input.required<DemoMail>({ alias: 'appMail' });
  protected readonly parts = computed(() => mailParts(this.mail().text, this.document.location.origin));
}
