import { Component, inject } from '@angular/core';
import { type AccessLogItem } from '@samspel/shared/api.ts';
import { pagedRead } from '../api/paged-read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Load } from '../ui/load.ts';
import { OrgBadge } from '../ui/org-badge.ts';
import { Pager } from '../ui/pager.ts';
import { Panel } from '../ui/panel.ts';
import { lookText } from './look-words.ts';

const PAGE = 5;

/** Who has looked, when and for what. */
@Component({
  selector: 'app-my-looks',
  imports: [Load, OrgBadge, Pager, Panel, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'citizen.looks.heading' | t">
      <ui-load [of]="looks" />
      @if (looks.value(); as list) {
        @if (list.items.length > 0) {
          <ul class="people" role="list">
            @for (look of list.items; track $index) {
              <li>
                <ui-org [org]="look.organisation" beside />
                <div>
                  <b>{{ look.name }}</b>
                  <small>{{ look.organisation.name }}, {{ look.unit }}</small>
                  <small
                    ><time [attr.datetime]="look.when">{{ look.when | when: 'full-moment' }}</time></small
                  >
                  <p class="small">{{ say(look) }}</p>
                </div>
              </li>
            }
          </ul>
          <ui-pager [more]="looks.more()" [step]="step" [busy]="looks.loading()" (next)="looks.next()" />
        } @else {
          <p class="soft">{{ 'citizen.looks.none' | t }}</p>
        }
      }
    </section>
  `,
  styles: ':host { display: block }',
})
export class MyLooks {
  private readonly words = inject(Words);

  protected readonly step = PAGE;
  protected readonly looks = pagedRead<AccessLogItem>('/me/access-log', PAGE);

  protected say(look: AccessLogItem): string {
    return lookText(look, this.words);
  }
}
