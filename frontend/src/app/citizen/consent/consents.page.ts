import { Component, computed, inject, signal } from '@angular/core';
import { type MyConsentsView, type MyConsentView, type MyPlanView, type MyProposalsView } from '@samspel/shared/api.ts';
import { read } from '../../api/read.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Words } from '../../text/words.ts';
import { Load } from '../../ui/load.ts';
import { Note } from '../../ui/note.ts';
import { Panel } from '../../ui/panel.ts';
import { MyConsents } from '../my-consents.ts';
import { stands } from '../plan-parts.ts';
import { SimpleConsent } from '../simple-consent.ts';
import { stepInAddress } from '../simple/step-in-address.ts';
import { Steps } from '../simple/steps.ts';
import { TakeBack } from '../take-back.ts';
import { ConsentProposal, type ProposalAnswer } from './proposal.ts';

/** Samtycke: what somebody asks leave to share, what one has said yes to, and the way to take it back. */
@Component({
  imports: [ConsentProposal, Load, MyConsents, Note, Panel, SimpleConsent, Steps, TakeBack, TextPipe],
  template: `
    <h1 [class.vh]="simple()">{{ 'citizen.consent.heading' | t }}</h1>
    <ui-load [of]="consents" />
    <div role="status" [class.vh]="told() === null">
      @if (told(); as key) {
        <ui-note kind="done" icon="check-circle"
          ><p>{{ key | t }}</p></ui-note
        >
      }
    </div>
    @if (consents.value(); as list) {
      @if (simple()) {
        <app-steps [number]="step.number()" [of]="screens()" (go)="step.go($event)">
          @if (question(); as proposal) {
            <app-consent-proposal class="panel" headingId="simple-heading" [proposal]="proposal" (answered)="answer($event)" />
          } @else {
            <app-simple-consent class="panel stack" [consent]="shown()" (takeBack)="taking.set($event)" />
          }
        </app-steps>
        <app-take-back [(consent)]="taking" [holder]="holder()" (done)="tell('citizen.takeBack.done')" />
      } @else {
        @if (proposals().length > 0) {
          <section uiPanel [heading]="'myConsent.heading' | t">
            @for (proposal of proposals(); track proposal.id) {
              <app-consent-proposal [proposal]="proposal" (answered)="answer($event)" />
            }
          </section>
        }
        <app-my-consents [consents]="list.items" [holder]="holder()" (changed)="tell('citizen.takeBack.done')" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-5);
      max-inline-size: 44rem;
    }
    ui-load:empty {
      display: none;
    }
    app-consent-proposal + app-consent-proposal {
      margin-block-start: var(--s-5);
      padding-block-start: var(--s-5);
      border-block-start: 1px solid var(--line);
    }
  `,
})
export default class ConsentsPage {
  private readonly words = inject(Words);

  protected readonly simple = computed(() => this.words.language() === 'sv-enkel');
  protected readonly consents = read<MyConsentsView>(() => '/me/consents');
  private readonly asked = read<MyProposalsView>(() => '/me/consent-proposals');
  private readonly plan = read<MyPlanView>(() => '/me/plan');
  protected readonly proposals = computed(() => this.asked.value()?.items ?? []);
  protected readonly holder = computed(() => this.plan.value()?.holder ?? null);
  /** What was just done, in the page's words. */
  protected readonly told = signal<string | null>(null);
  protected readonly taking = signal<MyConsentView | null>(null);

  private readonly standing = computed(() => (this.consents.value()?.items ?? []).filter(stands));
  /** Questions first; and when there is nothing at all, one screen that says so. */
  protected readonly screens = computed(() => Math.max(1, this.proposals().length + this.standing().length));
  protected readonly step = stepInAddress(() => this.screens());
  protected readonly question = computed(() => this.proposals()[this.step.number() - 1] ?? null);
  protected readonly shown = computed(() => this.standing()[this.step.number() - 1 - this.proposals().length] ?? null);

  protected answer(answer: ProposalAnswer): void {
    this.tell(answer === 'approval' ? 'myConsent.saidYes' : 'myConsent.saidNo');
  }

  protected tell(key: string): void {
    this.told.set(key);
    this.asked.reload();
    this.consents.reload();
  }
}
