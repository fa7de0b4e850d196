import { Component, input } from '@angular/core';
import { type HandoverQuestionView } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Panel } from '../ui/panel.ts';

/** What the receiver has asked and the sender answered, oldest first as a talk is read. */
@Component({
  selector: 'app-handover-questions',
  imports: [Panel, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'handover.questions.title' | t">
      <ul class="stack" role="list">
        @for (each of questions(); track each.id) {
          <li>
            <p class="tiny muted">{{ each.askedBy.name }}, {{ each.askedBy.organisation.shortName }} · {{ each.askedAt | when: 'moment' }}</p>
            <p class="lines">{{ each.question }}</p>
            @if (each.answer; as answer) {
              <blockquote class="quote">
                <span class="lines">{{ answer }}</span>
                <cite>{{ each.answeredBy?.name }}, {{ each.answeredAt | when: 'moment' }}</cite>
              </blockquote>
            } @else {
              <p class="small soft">{{ 'handover.questions.unanswered' | t }}</p>
            }
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    ul {
      padding: 0;
    }
    .lines {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `,
})
export class QuestionsPanel {
  readonly questions = input.required<readonly HandoverQuestionView[]>();
}
