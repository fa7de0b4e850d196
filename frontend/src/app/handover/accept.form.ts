import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { MANDATES } from '@samspel/shared/care-team/care-team.ts';
import { ANSWER_MAX } from '@samspel/shared/handover/handover.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { contactDay } from './contact-day.ts';
import { Question } from './question.ts';

/** The receiver's four questions. A no to the first two is an answer too: it leads to asking or declining instead. */
@Component({
  selector: 'app-accept-handover-form',
  imports: [ActForm, DateField, Field, Icon, Question, TextInput, TextPipe],
  template: `
    <form class="questions" [appActForm]="form" [canCancel]="false" [label]="'handover.accept.send' | t" (sent)="accept()">
      <fieldset
        class="q"
        [appQuestion]="'handover.accept.understood' | t"
        [options]="understandings()"
        [fieldId]="form.id('understood')"
        [error]="form.error('understood')"
        [(value)]="understood"
      ></fieldset>
      <fieldset
        class="q"
        [appQuestion]="'handover.accept.possible' | t"
        [options]="possibilities()"
        [fieldId]="form.id('possible')"
        [error]="form.error('possible')"
        [(value)]="possible"
      ></fieldset>
      @if (hinder(); as text) {
        <p class="why-not" role="status"><ui-icon name="info" />{{ text }}</p>
      }
      <fieldset class="q">
        <legend>{{ 'handover.accept.how' | t }}</legend>
        <ui-field
          [label]="'handover.accept.howLabel' | t"
          [hint]="'handover.accept.howHint' | t"
          [fieldId]="form.id('how')"
          [error]="form.error('how')"
        >
          <textarea uiInput rows="3" [attr.maxlength]="max" [(value)]="how"></textarea>
        </ui-field>
      </fieldset>
      <fieldset
        class="q"
        [appQuestion]="'handover.accept.mandate' | t"
        [options]="mandates()"
        [stacked]="true"
        [fieldId]="form.id('mandate')"
        [error]="form.error('mandate')"
        [(value)]="mandate"
      ></fieldset>
      <div class="rest">
        <ui-date-field
          [label]="'handover.accept.firstContact' | t"
          [hint]="'handover.accept.firstContactHint' | t"
          [fieldId]="form.id('firstContactOn')"
          [error]="form.error('firstContactOn')"
          [today]="today()"
          [min]="today()"
          [(value)]="firstContactOn"
        />
      </div>
    </form>
  `,
  styleUrl: './accept.form.css',
})
export class AcceptHandoverForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly handover = input.required<HandoverView>();
  readonly accepted = output<HandoverView>();

  protected readonly max = ANSWER_MAX;
  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(this.words, 'accept', ['understood', 'possible', 'how', 'mandate', 'firstContactOn'], 'handover.error.');
  protected readonly understood = signal<string | undefined>('yes');
  protected readonly possible = signal<string | undefined>('yes');
  protected readonly how = signal('');
  protected readonly mandate = signal<string | undefined>(undefined);
  protected readonly firstContactOn = linkedSignal(() => contactDay(this.today()));

  private readonly sender = computed(() => this.handover().accountable.givenName);
  protected readonly understandings = computed(() => [
    { value: 'yes', label: this.words.t('handover.accept.yes') },
    { value: 'no', label: this.words.t('handover.accept.noAsk', { name: this.sender() }) },
  ]);
  protected readonly possibilities = computed(() => [
    { value: 'yes', label: this.words.t('handover.accept.yes') },
    { value: 'partly', label: this.words.t('handover.accept.partly') },
    { value: 'no', label: this.words.t('handover.accept.no') },
  ]);
  protected readonly mandates = computed(() =>
    MANDATES.map((value) => ({
      value,
      label: this.words.t(`handover.accept.mandateOf.${value}`),
      hint: this.words.t(`handover.accept.mandateHint.${value}`),
    })),
  );
  /** What an honest no means here: nobody says yes to half a responsibility. */
  protected readonly hinder = computed(() => {
    if (this.understood() === 'no') return this.words.t('handover.accept.askFirst', { name: this.sender() });
    if (this.possible() === 'partly') return this.words.t('handover.accept.partlyAsk', { name: this.sender() });
    return this.possible() === 'no' ? this.words.t('handover.accept.declineInstead') : null;
  });

  protected async accept(): Promise<void> {
    const mandate = MANDATES.find((each) => each === this.mandate());
    const how = this.how().trim();
    const complete = this.form.check({
      understood: this.understood() !== 'yes' && 'required',
      possible: this.possible() !== 'yes' && 'required',
      how: how === '' && 'required',
      mandate: mandate === undefined && 'required',
      firstContactOn: this.firstContactOn() === '' ? 'required' : this.firstContactOn() < this.today() && 'past',
    });
    if (!complete) return;
    const body = { understood: true, possible: true, how, mandate, firstContactOn: this.firstContactOn() };
    const { id, version } = this.handover();
    const view = await this.form.send(() => this.api.act<HandoverView>(`/handovers/${id}/acceptance`, body, version));
    if (view !== undefined) this.accepted.emit(view);
  }
}
