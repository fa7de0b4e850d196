import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CasePlanView, type CaseView, type PlanView } from '@samspel/shared/api.ts';
import { PLAN_TYPES } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check, Radios } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { type Fields, itemWriting } from './item-writing.ts';
import { Merge, type MergeField } from './merge.ts';

const FIELDS = ['type', 'responsiblePrincipalId', 'noOtherMeasures', 'followUpOn', 'followUpCallerId'];
const YES = 'true';

/** What stands around the items: what kind of plan, whose the overall responsibility is, when it is followed up and by whom. */
@Component({
  selector: 'app-plan-settings-form',
  imports: [ActForm, Check, DateField, Field, Merge, Radios, TextInput, TextPipe],
  templateUrl: './settings.form.html',
})
export class SettingsForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  readonly plan = input.required<PlanView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly yes = YES;
  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(this.words, 'settings', FIELDS, 'plan.error.');
  protected readonly writing = itemWriting(
    () => `plan:${this.plan().id}`,
    () => stored(this.plan()),
    () => this.plan().version,
  );
  protected readonly fields = this.writing.fields;
  /** What stands on the server when somebody else was first. */
  protected readonly met = signal<PlanView | null>(null);
  protected readonly theirs = computed(() => {
    const met = this.met();
    return met === null ? {} : stored(met);
  });
  protected readonly types = computed(() =>
    PLAN_TYPES.map((value) => ({ value, label: this.words.t(`plan.type.${value}.name`), hint: this.words.t(`plan.type.${value}.hint`) })),
  );

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async save(): Promise<void> {
    const fields = this.fields();
    if (!this.form.check({ type: fields['type'] === '' && 'required' })) return;
    const { id, version } = this.plan();
    const value = (name: string): string | null => fields[name] || null;
    const body = {
      type: fields['type'],
      responsiblePrincipalId: value('responsiblePrincipalId'),
      noOtherMeasures: fields['noOtherMeasures'] === YES,
      followUpOn: value('followUpOn'),
      followUpCallerId: value('followUpOn') === null ? null : value('followUpCallerId'),
    };
    const saved = await this.form.send(() => this.api.act(`/plans/${id}`, body, this.writing.version() ?? version).then(() => true));
    if (saved) {
      this.writing.discard();
      this.store.reload();
      this.done.emit();
    } else if (this.form.act.problem()?.conflict === true) {
      const found = await this.api.get<CasePlanView>(`/cases/${this.view().id}/plan`).catch(() => null);
      this.met.set(found?.plan ?? null);
    }
  }

  protected async settle(fields: Fields): Promise<void> {
    const met = this.met();
    if (met === null) return;
    this.writing.rebase(met.version, fields);
    this.met.set(null);
    await this.save();
  }

  protected giveUp(): void {
    this.writing.discard();
    this.cancelled.emit();
  }

  protected mergeFields(): readonly MergeField[] {
    const staff = (id: string): string => this.view().participants.find((each) => each.staff.assignmentId === id)?.staff.name ?? '';
    const says: Readonly<Record<string, (value: string) => string>> = {
      type: (value) => this.words.known(`plan.type.${value}.name`) ?? '',
      responsiblePrincipalId: (value) => this.plan().authorities.find(({ principalId }) => principalId === value)?.name ?? '',
      noOtherMeasures: (value) => this.words.t(value === YES ? 'plan.yes' : 'plan.no'),
      followUpOn: (value) => (value === '' ? '' : fullDay(value, this.words.language())),
      followUpCallerId: staff,
    };
    return FIELDS.map((name) => ({ name, label: this.words.t(`plan.field.${name}`), long: false, say: says[name] ?? ((value: string) => value) }));
  }
}

function stored({ type, responsibleAuthority, noOtherMeasures, followUp }: PlanView): Fields {
  return {
    type,
    responsiblePrincipalId: responsibleAuthority?.principalId ?? '',
    noOtherMeasures: noOtherMeasures ? YES : '',
    followUpOn: followUp?.on ?? '',
    followUpCallerId: followUp?.caller?.assignmentId ?? '',
  };
}
