import { Component, computed, inject, input } from '@angular/core';
import { type CoordinatorRequestView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';
import { offered } from './acts.ts';
import { CaseStore } from './case-store.ts';

/** The question who leads the team, answered where it stands. */
@Component({
  selector: 'app-coordinator-question',
  imports: [ActionButton, Note, Problem, TextPipe, WhenPipe],
  template: `
    <ui-note kind="wait" icon="hourglass">
      <p>
        <b>{{ (mine() ? 'case.question.toYou' : 'case.question.toThem') | t: { by: request().askedBy.name, name: request().asked.name } }}</b>
        {{ request().askedAt | when: 'moment' }}
      </p>
      @if (request().message; as message) {
        <p class="told">{{ message }}</p>
      }
      @if (answering.problem(); as problem) {
        <ui-problem [problem]="problem" />
      }
      <div class="row">
        <ui-action action="coordinator-request.accept" dense icon="check" [of]="acts()" [busy]="answering.busy()" (act)="answer('acceptance')">{{
          'case.question.yes' | t
        }}</ui-action>
        <ui-action action="coordinator-request.refuse" kind="second" dense [of]="acts()" [busy]="answering.busy()" (act)="answer('refusal')">{{
          'case.question.no' | t
        }}</ui-action>
        <ui-action
          action="coordinator-request.withdraw"
          kind="quiet"
          dense
          icon="undo"
          [of]="acts()"
          [busy]="answering.busy()"
          (act)="answer('withdrawal')"
          >{{ 'case.question.withdraw' | t }}</ui-action
        >
      </div>
    </ui-note>
  `,
})
export class CoordinatorQuestion {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly request = input.required<CoordinatorRequestView>();
  protected readonly answering = new Act();
  protected readonly acts = computed(() => offered(this.request()));
  protected readonly mine = computed(() => this.request().actions.includes('coordinator-request.accept'));

  protected async answer(how: 'acceptance' | 'refusal' | 'withdrawal'): Promise<void> {
    await this.answering.run(() => this.api.act(`/coordinator-requests/${this.request().id}/${how}`));
    this.store.reload();
  }
}
