import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CaseView, type HandoverUnitsView, type HandoverView } from '@samspel/shared/api.ts';
import {
  AHEAD_MAX_DAYS,
  ASKED_MAX,
  CASE_SCOPES,
  HANDOVER_REASON_MAX,
  HANDOVER_SCOPES,
  type HandoverDirection,
} from '@samspel/shared/handover/handover.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { addressChoice } from '../case/address.ts';
import { mayLetGo } from '../case/holder-words.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { PageTitle } from '../shell/page-title.ts';
import { addDays } from '../text/format/days.ts';
import { timeOf } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Check, Radios } from '../ui/choice.ts';
import { Conflict } from '../ui/conflict.ts';
import { DateField } from '../ui/date-field.ts';
import { ErrorSummary } from '../ui/error-summary.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';
import { ActivityWords, askedOf } from './activity-words.ts';
import { isOnItsWay } from './baton-words.ts';
import { draftOf, isBaton } from './draft-of.ts';
import { type OfferOf, OfferStore } from './offer-store.ts';
import { ScopeChoice } from './scope-choice.ts';
import { HandoverSight } from './sight.ts';
import { UnitChoice } from './unit-choice.ts';

const FIELDS = ['toUnitId', 'nomineeId', 'asked', 'reason', 'checklist', 'answerBy'];

/** Lämna över: what, to whom, why and by when, beside exactly what the receiver will read. The sender answers until somebody says yes. */
@Component({
  imports: [
    ActivityWords,
    Button,
    Check,
    Conflict,
    DateField,
    ErrorSummary,
    Field,
    HandoverSight,
    Icon,
    Load,
    Note,
    Problem,
    Radios,
    RouterLink,
    ScopeChoice,
    TextInput,
    TextPipe,
    UnitChoice,
  ],
  providers: [OfferStore],
  templateUrl: './offer.page.html',
  styleUrl: './offer.page.css',
})
export default class OfferPage {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  private readonly me = inject(SessionStore).assignment;
  protected readonly store = inject(OfferStore);

  /** From the address: the case, the activity if it is about one, the handover before this one, and whether it goes on or back. */
  readonly id = input.required<string>();
  readonly insats = input<string>();
  readonly fran = input<string>();
  readonly hur = input<string>();

  protected readonly today = inject(SessionStore).today;
  protected readonly limits = { asked: ASKED_MAX, reason: HANDOVER_REASON_MAX };
  protected readonly form = new FormState(this.words, 'offer', FIELDS, 'handover.error.');
  protected readonly scope = addressChoice('galler', HANDOVER_SCOPES);
  protected readonly case = read<CaseView>(() => `/cases/${this.id()}`);
  /** An activity alone is no part of the case's own responsibilities, so the address decides which it is about. */
  protected readonly activityId = computed(() => (this.scope.value() === 'ACTIVITY' ? (this.insats() ?? null) : null));
  protected readonly units = read<HandoverUnitsView>(() => {
    const activityId = this.activityId();
    return `/cases/${this.id()}/handover-units?scope=${this.scope.value()}${activityId === null ? '' : `&activityId=${activityId}`}`;
  });
  protected readonly draft = draftOf(() => this.id(), this.scope.value, this.activityId, this.fran);

  protected readonly unit = computed(() => this.units.value()?.items.find(({ unit }) => unit.id === this.store.text().toUnitId));
  protected readonly latest = computed(() => addDays(this.today(), AHEAD_MAX_DAYS));
  protected readonly back = computed(() => this.hur() === 'BACK' && this.draft.previous() !== null);
  protected readonly saved = computed(() => {
    const at = this.store.keptAt();
    return at === null ? null : this.words.t('handover.offer.saved', { time: timeOf(at, this.words.language()) });
  });
  protected readonly nominees = computed(() => [
    { value: '', label: this.words.t('handover.offer.unitChooses') },
    ...(this.unit()?.colleagues ?? []).map(({ assignmentId, name, title }) => ({ value: assignmentId, label: name, hint: title })),
  ]);
  /** Somebody else's, or on its way already: the page says so instead of a form that would be refused. */
  protected readonly free = computed(() => {
    const view = this.case.value();
    const scope = this.scope.value();
    if (scope === 'ACTIVITY') return this.draft.list.value() !== undefined && this.pending() === undefined;
    return view !== undefined && mayLetGo(view, this.me()?.id).includes(scope);
  });
  protected readonly pending = computed(() =>
    this.draft.list.value()?.items.find((row) => isBaton(row, this.scope.value(), this.activityId()) && isOnItsWay(row)),
  );

  constructor() {
    effect(() => {
      const person = this.case.value()?.person;
      if (person !== undefined) this.title.name(this.words.t('handover.offer.titleOf', { person: `${person.givenName} ${person.familyName}` }));
    });
    effect(() => {
      const found = this.draft.found();
      const activity = this.units.value()?.activity;
      if (found === undefined || (this.scope.value() === 'ACTIVITY' && !activity)) return;
      const previousId = this.fran();
      const direction: HandoverDirection = this.hur() === 'BACK' ? 'BACK' : 'FORWARD';
      const link = previousId === undefined ? {} : { previousId, direction };
      const of = { caseId: this.id(), scope: this.scope.value(), ...(activity && { activityId: activity.id }), ...link };
      const asked = activity ? askedOf(activity.text ?? '', this.words) : this.words.t(`handover.scope.${of.scope}.asked`);
      untracked(() => this.begin(of, asked, found));
    });
    // The link's own limit decides the day that stands there at first; a day somebody has chosen stays.
    effect(() => {
      const unit = this.unit();
      if (unit !== undefined && untracked(() => this.store.text().answerBy) === '')
        untracked(() => this.store.write({ answerBy: unit.defaultAnswerBy }));
    });
  }

  protected choose(scope: string | undefined): void {
    void this.store.keep().then(() => this.scope.choose(scope ?? CASE_SCOPES[0]));
  }

  protected pick(toUnitId: string): void {
    if (toUnitId === this.store.text().toUnitId) return;
    const answerBy = this.units.value()?.items.find(({ unit }) => unit.id === toUnitId)?.defaultAnswerBy ?? '';
    this.store.write({ toUnitId, nomineeId: '', checklist: [], answerBy });
  }

  protected tick(text: string, on: boolean): void {
    const rest = this.store.text().checklist.filter((each) => each !== text);
    this.store.write({ checklist: on ? [...rest, text] : rest });
  }

  protected async leave(): Promise<void> {
    if ((await this.store.keep()) || !this.store.keepable()) await this.router.navigate(['/arenden', this.id()]);
  }

  protected async offer(event?: Event): Promise<void> {
    event?.preventDefault();
    const { toUnitId, asked, reason, answerBy } = this.store.text();
    const complete = this.form.check({
      toUnitId: toUnitId === '' && 'required',
      asked: asked.trim() === '' && 'required',
      reason: reason.trim() === '' && 'required',
      answerBy: answerBy === '' ? 'required' : answerBy < this.today() ? 'past' : answerBy > this.latest() && 'tooLate',
    });
    if (!complete || !(await this.store.keep())) return;
    const draft = this.store.kept();
    if (draft === null) return;
    const sent = await this.form.send(() => this.api.act(`/handovers/${draft.id}/offer`, {}, draft.version).then(() => true));
    if (sent) await this.router.navigate(['/arenden', this.id()]);
  }

  private begin(of: OfferOf, asked: string, draft: HandoverView | null): void {
    this.store.begin(of, asked, draft);
    const previous = this.draft.previous();
    if (draft === null && this.back() && previous !== null) this.store.write({ toUnitId: previous.from.unit.id });
  }
}
