import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView } from '@samspel/shared/api.ts';
import { CLOSING_REASONS, REMAINING_WORK_MAX } from '@samspel/shared/case/case.ts';
import { isOpenActivity } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check, Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { ActForm } from './act-form.ts';
import { CaseStore } from './case-store.ts';
import { FormState } from './form-state.ts';

/** Ends the coordination: why, what goes on and with whom, and that the person knows. */
@Component({
  selector: 'app-close-case-form',
  imports: [ActForm, Check, CountPipe, Field, Note, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" kind="stop" [label]="'case.closing.send' | t" (sent)="close()" (cancelled)="done.emit()">
      @if (open() > 0) {
        <ui-note kind="soon" icon="plan">{{ 'case.closing.openActivities' | count: open() }}</ui-note>
      }
      @if (waiting() > 0) {
        <ui-note kind="wait" icon="hourglass">{{ waitingWords() }}</ui-note>
      }
      <ui-radios
        [legend]="'case.closing.why' | t"
        [options]="reasons()"
        [fieldId]="form.id('reason')"
        [error]="form.error('reason')"
        [(value)]="reason"
      />
      @if (open() > 0) {
        <ui-check
          boxed
          [label]="'case.closing.continue' | t"
          [hint]="'case.closing.continueHint' | t"
          [fieldId]="form.id('openActivities')"
          [(checked)]="goOn"
        />
        @if (form.error('openActivities'); as text) {
          <p class="error">{{ text }}</p>
        }
      }
      <ui-field
        [label]="'case.closing.remaining' | t"
        [hint]="'case.closing.remainingHint' | t"
        [optional]="true"
        [fieldId]="form.id('remainingWork')"
        [error]="form.error('remainingWork')"
      >
        <textarea uiInput rows="4" [attr.maxlength]="max" [(value)]="remainingWork"></textarea>
      </ui-field>
      <ui-check
        boxed
        [label]="(reason() === 'DECEASED' ? 'case.closing.informedKin' : 'case.closing.informed') | t: { name: view().person.givenName }"
        [fieldId]="form.id('personInformed')"
        [(checked)]="informed"
      />
      @if (form.error('personInformed'); as text) {
        <p class="error">{{ text }}</p>
      }
      <p class="small soft">{{ 'case.closing.after' | t }}</p>
    </form>
  `,
})
export class CloseCaseForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly max = REMAINING_WORK_MAX;
  protected readonly form = new FormState(this.words, 'closing', ['reason', 'openActivities', 'remainingWork', 'personInformed']);
  protected readonly reason = signal<string | undefined>(undefined);
  protected readonly remainingWork = signal('');
  protected readonly informed = signal(false);
  /** Each activity that is not done goes on with whoever answers for it. */
  protected readonly goOn = signal(false);
  protected readonly open = computed(
    () => (this.view().plan?.activities ?? []).filter(({ shared, removed, state }) => shared && !removed && isOpenActivity(state)).length,
  );
  protected readonly reasons = computed(() => CLOSING_REASONS.map((value) => ({ value, label: this.words.t(`case.closing.reason.${value}`) })));
  /** Questions that wait for an answer and will be stopped. */
  protected readonly waiting = computed(() => {
    const { invitations, joinRequests, coordinatorRequest } = this.view();
    return invitations.filter(({ state }) => state === 'PENDING').length + joinRequests.length + (coordinatorRequest === null ? 0 : 1);
  });
  protected readonly waitingWords = computed(() => this.words.count('case.closing.waiting', this.waiting()));

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async close(): Promise<void> {
    const complete = this.form.check({
      reason: this.reason() === undefined && 'required',
      openActivities: this.open() > 0 && !this.goOn() && 'required',
      personInformed: !this.informed() && 'required',
    });
    if (!complete) return;
    const { id, version } = this.view();
    const activities = this.goOn() ? { openActivities: 'CONTINUE_WITH_OWNER' } : {};
    const body = { reason: this.reason(), remainingWork: this.remainingWork(), personInformed: true, ...activities };
    const closed = await this.form.send(() => this.api.act(`/cases/${id}/closure`, body, version).then(() => true));
    this.store.reload();
    if (closed) this.done.emit();
  }
}
