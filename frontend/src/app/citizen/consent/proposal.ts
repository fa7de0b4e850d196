import { Component, computed, inject, input, output } from '@angular/core';
import { type MyProposalView } from '@samspel/shared/api.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { WhenPipe } from '../../text/when.pipe.ts';
import { Words } from '../../text/words.ts';
import { Button } from '../../ui/button.ts';
import { Icon } from '../../ui/icon.ts';
import { Problem } from '../../ui/problem.ts';
import { categoriesIn, sightSentence } from './proposal-words.ts';

export type ProposalAnswer = 'approval' | 'refusal';

/** A question about sharing: exactly who would see what and for how long, before there is anything to press. */
@Component({
  selector: 'app-consent-proposal',
  imports: [Button, Icon, Problem, TextPipe, WhenPipe],
  template: `
    @if (headingId(); as id) {
      <h2 [id]="id" tabindex="-1">{{ question() }}</h2>
    } @else {
      <h3>{{ question() }}</h3>
    }
    <p>{{ 'myConsent.asks' | t: { name: proposal().askedBy, purpose: proposal().purpose } }}</p>
    <p>
      <b>{{ 'myConsent.ifYes' | t }}</b>
    </p>
    <ul class="see" role="list">
      @for (sentence of sees(); track $index) {
        <li>
          <ui-icon class="ok" name="eye" /><span>{{ sentence }}</span>
        </li>
      }
      @if (hidden(); as what) {
        <li>
          <ui-icon class="no" name="lock" /><span>{{ 'myConsent.nobody' | t: { what } }}</span>
        </li>
      }
      @if (proposal().exclusions; as what) {
        <li>
          <ui-icon class="no" name="x" /><span>{{ 'citizen.consent.not' | t: { what } }}</span>
        </li>
      }
      <li>
        <ui-icon class="soft" name="calendar" /><span>{{ 'myConsent.until' | t: { day: proposal().validTo | when: 'full-day' } }}</span>
      </li>
      <li>
        <ui-icon class="soft" name="undo" /><span>{{ 'myConsent.change' | t }}</span>
      </li>
    </ul>
    <p>{{ 'myConsent.ifNo' | t }}</p>
    @if (act.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <div class="pair">
      <button uiButton icon="check" [busy]="act.busy()" (click)="answer('approval')">
        {{ 'myConsent.yes' | t }}<span class="vh">: {{ question() }}</span>
      </button>
      <button uiButton="second" icon="x" [busy]="act.busy()" (click)="answer('refusal')">
        {{ 'myConsent.no' | t }}<span class="vh">: {{ question() }}</span>
      </button>
    </div>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-3);
      overflow-wrap: anywhere;
    }
  `,
})
export class ConsentProposal {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly proposal = input.required<MyProposalView>();
  /** Set where the heading is the screen's. */
  readonly headingId = input<string | null>(null);
  readonly answered = output<ProposalAnswer>();

  protected readonly act = new Act();
  protected readonly question = computed(() =>
    this.words.t('myConsent.question', { organisation: this.proposal().disclosingOrganisation.shortName }),
  );
  protected readonly sees = computed(() => this.proposal().sees.map((sight) => sightSentence(sight, this.words)));
  protected readonly hidden = computed(() => categoriesIn(this.proposal().notSeenCategories, this.words));

  protected async answer(answer: ProposalAnswer): Promise<void> {
    await this.act.run(() => this.api.act(`/me/consent-proposals/${this.proposal().id}/${answer}`));
    if (!this.act.failed()) this.answered.emit(answer);
  }
}
