import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type HandoverView } from '@samspel/shared/api.ts';
import { addressChoice } from '../case/address.ts';
import { offered } from '../case/acts.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Panel } from '../ui/panel.ts';
import { AcceptHandoverForm } from './accept.form.ts';
import { DeclineHandoverForm } from './decline.form.ts';
import { HandoverStore } from './handover-store.ts';
import { TextActForm } from './text-act.form.ts';

/** The receiver's answer: yes, a question, or no. Which one is in the address, so that a row on Min dag leads straight to it. */
@Component({
  selector: 'app-handover-answer',
  imports: [AcceptHandoverForm, ActionButton, DeclineHandoverForm, Panel, TextActForm, TextPipe],
  template: `
    <section uiPanel [heading]="'handover.answer.title.' + shown() | t: { name: sender() }">
      @switch (shown()) {
        @case ('fraga') {
          <app-text-act-form kind="ask" [handover]="handover()" [name]="sender()" (done)="tell('ask')" (cancelled)="way.choose('ja')" />
        }
        @case ('nej') {
          <app-decline-handover-form [handover]="handover()" (done)="tell('decline')" (cancelled)="way.choose('ja')" />
        }
        @default {
          @if (may('handover.accept')) {
            <app-accept-handover-form [handover]="handover()" (accepted)="enter($event)" />
          } @else {
            <ui-action action="handover.accept" [of]="acts()">{{ 'handover.accept.send' | t }}</ui-action>
          }
          <div class="row others">
            <ui-action action="handover.ask" kind="second" icon="question" [of]="acts()" (act)="way.choose('fraga')">{{
              'handover.act.ask' | t: { name: sender() }
            }}</ui-action>
            <ui-action action="handover.decline" kind="quiet" [of]="acts()" (act)="way.choose('nej')">{{ 'handover.act.decline' | t }}</ui-action>
          </div>
        }
      }
    </section>
  `,
  styles: '.others { margin-block-start: var(--s-4) }',
})
export class AnswerPanel {
  private readonly store = inject(HandoverStore);
  private readonly router = inject(Router);
  private readonly words = inject(Words);

  readonly handover = input.required<HandoverView>();
  protected readonly way = addressChoice('svar', ['ja', 'fraga', 'nej']);
  protected readonly acts = computed(() => offered(this.handover()));
  protected readonly sender = computed(() => this.handover().accountable.givenName);
  /** A link to a question that can no longer be asked shows what can be done instead. */
  protected readonly shown = computed(() => {
    const way = this.way.value();
    if (way === 'fraga') return this.may('handover.ask') ? way : 'ja';
    return way === 'nej' && this.may('handover.decline') ? way : 'ja';
  });

  protected may(action: string): boolean {
    return this.handover().actions.some((each) => each === action);
  }

  protected tell(what: 'ask' | 'decline'): void {
    this.store.said.set(this.words.t(`handover.done.${what}`, { name: this.sender() }));
    this.way.choose('ja');
  }

  /** Whoever said yes goes straight to work. */
  protected enter({ caseId }: HandoverView): void {
    if (caseId !== null) void this.router.navigate(['/arenden', caseId]);
    else this.store.read.reload();
  }
}
