import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView, type ConsentView } from '@samspel/shared/api.ts';
import { offered } from '../case/acts.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { ActionButton } from '../ui/action-button.ts';
import { Dialog } from '../ui/dialog.ts';
import { Empty } from '../ui/empty.ts';
import { Panel } from '../ui/panel.ts';
import { ConsentCard } from './consent-card.ts';
import { ConsentForm } from './consent.form.ts';
import { ConsentTag } from './consent-tag.ts';
import { inForce } from './coverage.ts';
import { WithdrawForm } from './withdraw.form.ts';

/** What the person has said yes to; what is over lies folded below. */
@Component({
  selector: 'app-consent-panel',
  imports: [ActionButton, ConsentCard, ConsentForm, ConsentTag, Dialog, Empty, Panel, TextPipe, WithdrawForm],
  template: `
    <section uiPanel [heading]="'consent.title' | t">
      <ui-action uiPanelEnd action="consent.record" kind="quiet" dense icon="plus" [of]="acts()" (act)="recording.set(true)">{{
        'consent.record.open' | t
      }}</ui-action>
      <div class="stack">
        <p><app-consent-tag [standing]="view().consents" /></p>
        @for (consent of current(); track consent.id) {
          <app-consent-card [consent]="consent" (withdraw)="withdrawing.set(consent)" />
        } @empty {
          <ui-empty icon="shield" [heading]="'consent.empty' | t" [text]="'consent.emptyText' | t: { name: view().person.givenName }" />
        }
        @if (over().length > 0) {
          <details class="fold">
            <summary>{{ overWords() }}</summary>
            @for (consent of over(); track consent.id) {
              <app-consent-card [consent]="consent" />
            }
          </details>
        }
      </div>
    </section>
    <ui-dialog [(open)]="recording" [heading]="'consent.record.title' | t">
      @if (recording()) {
        <app-consent-form [view]="view()" (done)="recording.set(false)" />
      }
    </ui-dialog>
    <ui-dialog [open]="withdrawing() !== null" (openChange)="withdrawing.set(null)" [heading]="'consent.withdraw.title' | t">
      @if (withdrawing(); as consent) {
        <app-withdraw-form [view]="view()" [consent]="consent" (done)="withdrawing.set(null)" />
      }
    </ui-dialog>
  `,
})
export class ConsentPanel {
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  protected readonly recording = signal(false);
  protected readonly withdrawing = signal<ConsentView | null>(null);
  protected readonly acts = computed(() => offered(this.view()));
  protected readonly current = computed(() => this.view().consents.items.filter((each) => inForce(each) || each.state === 'UPCOMING'));
  protected readonly over = computed(() => this.view().consents.items.filter((each) => each.state === 'EXPIRED' || each.state === 'WITHDRAWN'));
  protected readonly overWords = computed(() => this.words.count('consent.over', this.over().length));
}
