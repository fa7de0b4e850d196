import { Component, computed, inject, input } from '@angular/core';
import { type CaseView, type IntroductionView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { entryOf } from '../timeline/entry.ts';
import { Button } from '../ui/button.ts';
import { Owner } from '../ui/owner.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { SummaryRow } from '../ui/summary.ts';
import { CaseStore } from './case-store.ts';

/** What a newcomer meets first: why the team is there, who is in it, what happens next and what happened last. */
@Component({
  selector: 'app-introduction',
  imports: [Button, Owner, Panel, Problem, SummaryRow, TextPipe, WhenPipe],
  template: `
    <section uiPanel [heading]="'case.intro.title' | t: { name: view().person.givenName }">
      <div class="stack">
        <dl class="summary">
          <div uiSummaryRow [label]="'case.intro.why' | t">
            <span class="told">{{ introduction().reason }}</span>
          </div>
          <div uiSummaryRow [label]="'case.intro.next' | t">{{ introduction().nextStep?.text ?? ('case.list.noStep' | t) }}</div>
          <div uiSummaryRow [label]="'case.intro.team' | t">
            @for (one of introduction().team; track one.assignmentId) {
              <p><ui-owner [name]="one.name" [org]="one.organisation" [note]="one.title + ', ' + one.organisation.shortName" /></p>
            }
          </div>
          <div uiSummaryRow [label]="'case.intro.latest' | t">
            @for (event of latest(); track event.id) {
              <p>
                <span class="tiny muted">{{ event.at | when: 'day' }}, {{ event.who }}.</span> {{ event.text }}
              </p>
            }
          </div>
        </dl>
        @if (reading.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="acknowledge()" />
        }
        <button uiButton icon="check" [busy]="reading.busy()" (click)="acknowledge()">{{ 'case.intro.read' | t }}</button>
      </div>
    </section>
  `,
})
export class Introduction {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly introduction = input.required<IntroductionView>();
  readonly view = input.required<CaseView>();
  protected readonly reading = new Act();
  protected readonly latest = computed(() => this.introduction().latest.map((item) => entryOf(item, this.view().person.givenName, this.words)));

  protected async acknowledge(): Promise<void> {
    const done = await this.reading.run(() => this.api.act(`/participants/${this.introduction().participationId}/introduction`).then(() => true));
    if (done !== undefined) this.store.reload();
  }
}
