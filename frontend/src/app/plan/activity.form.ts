import { Component, computed, input } from '@angular/core';
import { type ActivityView, type PlanItemView } from '@samspel/shared/api.ts';
import { ACTIVITY_PROVIDERS, PLAIN_TEXT_MAX, PLAN_TEXT_MAX } from '@samspel/shared/plan/plan.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { covers } from '../consent/coverage.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Radios } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { activityBody, fieldsOf, mayComeAfter, others, teamOf, whoOf } from './activity-choices.ts';
import { ItemForm } from './item-form.ts';
import { type Fields } from './item-writing.ts';
import { Merge, type MergeField } from './merge.ts';
import { ShareChoice } from './share-choice.ts';
import { WritingHint } from './writing-now.ts';

const FIELDS = [
  ...['text', 'plain', 'extent', 'provider', 'who', 'requestedStaffId', 'performerContactId'],
  ...['goalId', 'startOn', 'dueOn', 'afterId', 'deputyId'],
];
const LONG = ['text', 'plain', 'extent'];
const DAYS = ['startOn', 'dueOn'];
/** What the server calls the one choice of who. */
const WHO = ['ownerId', 'requestedOrganisationId'];

/** What is to be done, by whom, by when and after what. Another organisation is asked, never told. */
@Component({
  selector: 'app-activity-form',
  imports: [ActForm, DateField, Field, Merge, Radios, ShareChoice, TextInput, TextPipe, WritingHint],
  templateUrl: './activity.form.html',
})
export class ActivityForm extends ItemForm<ActivityView> {
  /** The goal a new one is for. */
  readonly goalId = input('');
  protected readonly limits = { text: PLAN_TEXT_MAX, plain: PLAIN_TEXT_MAX };
  protected readonly name = 'activity';
  protected readonly folder = 'activities';
  protected readonly form = new FormState(this.words, 'activity', [...FIELDS, ...WHO], 'plan.error.');

  private readonly own = computed(() => this.item()?.owner.organisation.id ?? this.session.assignment()?.organisation.id ?? '');
  protected readonly provider = computed(() => this.fields()['provider'] ?? 'INTERVENTION');
  protected readonly providers = computed(() =>
    ACTIVITY_PROVIDERS.map((value) => ({
      value,
      label: this.words.t(`plan.provider.${value}.name`, { name: this.view().person.givenName }),
      hint: this.words.t(`plan.provider.${value}.hint`),
    })),
  );
  protected readonly whos = computed(() => {
    const mine = this.session.assignment()?.id;
    const colleagues = teamOf(this.view(), this.own()).map(({ assignmentId, name, title }) => ({
      value: `own:${assignmentId}`,
      label: assignmentId === mine ? this.words.t('plan.who.me', { name }) : name,
      hint: title,
    }));
    if (this.provider() !== 'INTERVENTION') return colleagues;
    const asked = others(this.view(), this.own()).map(({ id, name }) => {
      const option = { value: `org:${id}`, label: this.words.t('plan.who.ask', { organisation: name }) };
      return covers(this.view().consents.items, this.own(), id, 'PLAN')
        ? { ...option, hint: this.words.t('plan.who.askHint') }
        : { ...option, shutBecause: this.words.t('plan.share.missed.noConsent', { organisation: name, name: this.view().person.givenName }) };
    });
    return [...colleagues, ...asked];
  });
  protected readonly asked = computed(() => {
    const who = whoOf(this.fields()['who'] ?? '');
    return this.provider() === 'INTERVENTION' && 'asked' in who ? teamOf(this.view(), who.asked) : [];
  });
  protected readonly deputies = computed(() => {
    const who = whoOf(this.fields()['who'] ?? '');
    return 'asked' in who ? [] : teamOf(this.view(), this.own()).filter(({ assignmentId }) => assignmentId !== who.owner);
  });
  protected readonly goals = computed(() => this.plan().goals.filter(({ removed }) => !removed));
  protected readonly befores = computed(() => mayComeAfter(this.plan(), this.item()?.id));
  protected readonly whoError = computed(() => this.form.error('who') ?? this.form.error('ownerId') ?? this.form.error('requestedOrganisationId'));

  protected override slot(): string {
    return this.goalId() || this.plan().id;
  }

  protected stored(item: ActivityView | null): Fields {
    return fieldsOf(item, { me: this.session.assignment()?.id ?? '', goalId: this.goalId() });
  }

  protected bodyOf(fields: Fields): object {
    return activityBody(fields, this.item());
  }

  protected itemIn(view: PlanItemView): ActivityView | null {
    return view.activity;
  }

  protected wrong({ text = '', dueOn = '', startOn = '' }: Fields): Readonly<Record<string, string | false>> {
    return {
      text: text.trim() === '' && 'required',
      dueOn: dueOn === '' && 'required',
      startOn: startOn !== '' && dueOn !== '' && startOn > dueOn && 'afterDue',
    };
  }

  protected mergeFields(): readonly MergeField[] {
    return FIELDS.map((name) => ({
      name,
      label: this.words.t(`plan.field.${name}`, { name: this.view().person.givenName }),
      long: LONG.includes(name),
      say: (value) => this.say(name, value),
    }));
  }

  /** The words behind an id or a code. */
  private say(name: string, value: string): string {
    if (value === '' || LONG.includes(name)) return value;
    if (DAYS.includes(name)) return fullDay(value, this.words.language());
    if (name === 'provider') return this.providers().find((each) => each.value === value)?.label ?? '';
    if (name === 'who') return this.whos().find((each) => each.value === value)?.label ?? this.words.t('plan.who.other');
    if (name === 'goalId') return this.goals().find(({ id }) => id === value)?.text ?? '';
    if (name === 'afterId') return this.plan().activities.find(({ id }) => id === value)?.text ?? '';
    if (name === 'performerContactId') return this.view().contacts.find(({ id }) => id === value)?.name ?? '';
    return this.view().participants.find(({ staff }) => staff.assignmentId === value)?.staff.name ?? '';
  }
}
