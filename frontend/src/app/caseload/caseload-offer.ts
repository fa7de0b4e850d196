import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { type CaseloadHandoverInput, type CaseloadOfferView, type CaseloadView } from '@samspel/shared/api.ts';
import { AHEAD_MAX_DAYS } from '@samspel/shared/handover/handover.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { addDays } from '../text/format/days.ts';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { WhenPipe } from '../text/when.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { DateField } from '../ui/date-field.ts';
import { Note } from '../ui/note.ts';
import { type Plan, sharesOf, shutBecause } from './caseload-plan.ts';
import { CaseloadTable } from './caseload-table.ts';

/** Choose receivers, read through what will be asked of whom, then send. Nobody becomes owner before they have accepted. */
@Component({
  selector: 'app-caseload-offer',
  imports: [ActForm, Button, CaseloadTable, CountPipe, DateField, Note, TextPipe, WhenPipe],
  template: `
    @if (!reviewing()) {
      <form [appActForm]="form" [label]="'caseload.review.open' | t: { n: plan().size, all: offerable() }" [canCancel]="false" (sent)="review()">
        <div [id]="form.id('receivers')" tabindex="-1">
          @if (form.error('receivers'); as text) {
            <p class="error">{{ text }}</p>
          }
          <app-caseload-table [view]="view()" [(plan)]="plan" />
        </div>
        <ui-date-field
          [label]="'caseload.answerBy' | t"
          [hint]="'caseload.answerByHint' | t: { n: longest }"
          [today]="today()"
          [min]="today()"
          [fieldId]="form.id('answerBy')"
          [error]="form.error('answerBy')"
          [(value)]="answerBy"
        />
      </form>
    } @else {
      <form [appActForm]="form" [label]="'caseload.review.send' | count: plan().size" [canCancel]="false" (sent)="send()">
        <h3 #title tabindex="-1">{{ 'caseload.review.title' | t }}</h3>
        <ul class="stack" role="list">
          @for (share of shares(); track share.receiver.staff.assignmentId) {
            <li>
              <b>{{ share.receiver.staff.name }}</b>: {{ references(share.items) }}
            </li>
          }
        </ul>
        <ui-note
          ><p>{{ 'caseload.review.text' | t: { name: view().staff.givenName, day: answerBy() | when: 'full-day' } }}</p></ui-note
        >
        <button uiButton="quiet" icon="left" (click)="reviewing.set(false)">{{ 'caseload.review.change' | t }}</button>
      </form>
    }
  `,
})
export class CaseloadOfferForm {
  private readonly api = inject(Api);

  readonly view = input.required<CaseloadView>();
  readonly offered = output<CaseloadOfferView>();

  protected readonly longest = AHEAD_MAX_DAYS;
  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(inject(Words), 'offer', ['receivers', 'answerBy'], 'caseload.error.');
  private readonly title = viewChild<ElementRef<HTMLElement>>('title');
  protected readonly reviewing = signal(false);
  protected readonly answerBy = signal('');
  protected readonly plan = linkedSignal<string, Plan>({ source: () => this.view().staff.assignmentId, computation: () => new Map() });
  protected readonly offerable = computed(() => this.view().items.filter((item) => shutBecause(item) === null).length);
  protected readonly shares = computed(() => sharesOf(this.view().items, this.view().receivers, this.plan()));

  constructor() {
    // What the server points at stands on the sheet before.
    effect(() => {
      if (this.form.summary().length > 0) this.reviewing.set(false);
    });
    afterRenderEffect(() => this.title()?.nativeElement.focus());
  }

  protected references(items: readonly CaseloadView['items'][number][]): string {
    return items.map(({ reference }) => reference).join(', ');
  }

  protected review(): void {
    const answerBy = this.answerBy();
    const latest = addDays(this.today(), AHEAD_MAX_DAYS);
    const fine = this.form.check({
      receivers: this.plan().size === 0 && 'required',
      answerBy: answerBy === '' ? 'required' : answerBy <= this.today() || answerBy > latest ? 'range' : false,
    });
    this.reviewing.set(fine);
  }

  protected async send(): Promise<void> {
    const body: CaseloadHandoverInput = {
      assignmentId: this.view().staff.assignmentId,
      answerBy: this.answerBy(),
      receivers: this.shares().flatMap(({ receiver, items }) =>
        items.map(({ caseId, scope, activityId }) => ({
          caseId,
          scope,
          ...(activityId !== null && { activityId }),
          nomineeId: receiver.staff.assignmentId,
        })),
      ),
    };
    const done = await this.form.send((key) => this.api.create<CaseloadOfferView>('/caseload-handovers', body, key));
    if (done === undefined) return;
    this.reviewing.set(false);
    this.plan.set(new Map());
    this.offered.emit(done);
  }
}
