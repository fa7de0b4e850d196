import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MyDayQuestion } from '@samspel/shared/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Button } from '../ui/button.ts';
import { OrgBadge } from '../ui/org-badge.ts';

/** Questions put to me by colleagues, oldest first. */
@Component({
  selector: 'app-day-questions',
  imports: [Button, OrgBadge, RouterLink, TextPipe, WhenPipe],
  template: `
    <ul class="tasks" role="list">
      @for (question of questions(); track question.id) {
        <li>
          <span class="task__lead"><ui-org [org]="question.from.organisation" /></span>
          <div class="task__text">
            <p class="told">{{ question.text }}</p>
            <p class="task__meta">
              {{
                'myDay.question.meta'
                  | t
                    : {
                        name: question.from.name,
                        organisation: question.from.organisation.shortName,
                        person: question.case.personName,
                        when: question.askedAt | when: 'moment',
                      }
              }}
              @if (question.seenAt !== null) {
                · {{ 'myDay.question.seen' | t }}
              }
            </p>
          </div>
          <span class="task__end">
            <a uiButton="second" dense [routerLink]="['/arenden', question.case.id]" fragment="fragor"
              >{{ 'myDay.question.answer' | t }}<span class="vh">: {{ question.text }}</span></a
            >
          </span>
        </li>
      }
    </ul>
  `,
})
export class QuestionRows {
  readonly questions = input.required<readonly MyDayQuestion[]>();
}
