import { Component, computed, inject, input, signal } from '@angular/core';
import { type CaseView, type PersonMessageList, type PersonMessageView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Count } from '../ui/count.ts';
import { Dialog } from '../ui/dialog.ts';
import { Panel } from '../ui/panel.ts';
import { Problem } from '../ui/problem.ts';
import { MessageCard } from './message-card.ts';
import { RatingLine } from './rating-line.ts';
import { RecordForm } from './record.form.ts';

/** What the person says to the team: stops first, then everything that waits for an answer, and how much the plan helps. */
@Component({
  selector: 'app-messages-panel',
  imports: [Button, Count, Dialog, MessageCard, Panel, Problem, RatingLine, RecordForm, TextPipe],
  template: `
    <section uiPanel [heading]="'personMessages.title' | t: { name: view().person.givenName }">
      <span uiPanelEnd class="row">
        @if (open().length > 0) {
          <ui-count [of]="open().length" kind="wait" />
        }
        @if (mayRecord()) {
          <button uiButton="quiet" dense icon="plus" (click)="recording.set(true)">
            {{ 'personMessages.record.open' | t: { name: view().person.givenName } }}
          </button>
        }
      </span>
      <div class="stack">
        @for (message of open(); track message.id) {
          <app-person-message [message]="message" [view]="view()" (answered)="forget()" />
        } @empty {
          <p class="soft">{{ 'personMessages.none' | t: { name: view().person.givenName } }}</p>
        }
        <app-rating-line [view]="view()" />
        @if (earlier(); as messages) {
          <h3>{{ 'personMessages.earlier' | t }}</h3>
          @for (message of messages; track message.id) {
            <app-person-message [message]="message" [view]="view()" />
          } @empty {
            <p class="soft">{{ 'personMessages.noEarlier' | t }}</p>
          }
        } @else {
          <p>
            <button uiButton="quiet" dense [busy]="reading.busy()" (click)="readEarlier()">{{ 'personMessages.showEarlier' | t }}</button>
          </p>
        }
        @if (reading.problem(); as problem) {
          <ui-problem [problem]="problem" canRetry (retry)="readEarlier()" />
        }
      </div>
    </section>
    <ui-dialog [(open)]="recording" [heading]="'personMessages.record.title' | t: { name: view().person.givenName }">
      @if (recording()) {
        <app-record-message-form [view]="view()" (done)="recorded()" (cancelled)="recording.set(false)" />
      }
    </ui-dialog>
  `,
})
export class MessagesPanel {
  private readonly api = inject(Api);

  readonly view = input.required<CaseView>();
  protected readonly recording = signal(false);
  protected readonly reading = new Act();
  protected readonly earlier = signal<readonly PersonMessageView[] | null>(null);
  /** A stop comes before everything else; then whichever is due first, as the server sorts them. */
  protected readonly open = computed(() => {
    const messages = this.view().voice.openMessages;
    return [...messages.filter(({ kind }) => kind === 'STOP'), ...messages.filter(({ kind }) => kind !== 'STOP')];
  });
  protected readonly mayRecord = computed(() => this.view().status === 'OPEN' && this.view().consents.state !== 'NONE');

  protected forget(): void {
    this.earlier.set(null);
  }

  protected recorded(): void {
    this.recording.set(false);
    this.forget();
  }

  protected async readEarlier(): Promise<void> {
    const found = await this.reading.run(() => this.api.get<PersonMessageList>(`/cases/${this.view().id}/person-messages`));
    if (found !== undefined) this.earlier.set(found.items.filter(({ state }) => state !== 'OPEN'));
  }
}
