import { Component, computed, input } from '@angular/core';
import { type GoalView, type PlanItemView } from '@samspel/shared/api.ts';
import { PLAIN_TEXT_MAX, PLAN_TEXT_MAX } from '@samspel/shared/plan/plan.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Check } from '../ui/choice.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { ItemForm } from './item-form.ts';
import { type Fields } from './item-writing.ts';
import { Merge, type MergeField } from './merge.ts';
import { ShareChoice } from './share-choice.ts';
import { WritingHint } from './writing-now.ts';

const FIELDS = ['ownWords', 'text', 'plain', 'parentId', 'targetOn', 'conflict', 'conflictOrganisationIds'];

/** A goal: first in the person's own words, then in the team's, then as simply as the person is to read it. */
@Component({
  selector: 'app-goal-form',
  imports: [ActForm, Check, DateField, Field, Merge, ShareChoice, TextInput, TextPipe, WritingHint],
  templateUrl: './goal.form.html',
})
export class GoalForm extends ItemForm<GoalView> {
  /** The main goal a new sub goal leads to. */
  readonly parentId = input<string | null>(null);
  protected readonly limits = { text: PLAN_TEXT_MAX, plain: PLAIN_TEXT_MAX };
  protected readonly today = this.session.today;
  protected readonly name = 'goal';
  protected readonly folder = 'goals';
  protected readonly form = new FormState(this.words, 'goal', FIELDS, 'plan.error.');
  /** Main goals it could lead to; a goal that others lead to stays a main goal itself. */
  protected readonly parents = computed(() => {
    const own = this.item()?.id;
    const goals = this.plan().goals.filter(({ removed }) => !removed);
    if (own !== undefined && goals.some(({ parentId }) => parentId === own)) return [];
    return goals.filter(({ id, goalKind }) => goalKind === 'MAIN' && id !== own).map((goal) => ({ id: goal.id, label: goal.ownWords || goal.text }));
  });
  protected readonly organisations = computed(() => {
    const all = new Map(this.view().participants.map(({ staff: { organisation } }) => [organisation.id, organisation]));
    return [...all.values()];
  });
  protected readonly concerned = computed(() => idsOf(this.fields()['conflictOrganisationIds']));

  protected concern(id: string, on: boolean): void {
    const rest = this.concerned().filter((each) => each !== id);
    this.writing.write('conflictOrganisationIds', (on ? [...rest, id] : rest).join(','));
  }

  protected override slot(): string {
    return this.parentId() ?? this.plan().id;
  }

  protected stored(item: GoalView | null): Fields {
    return {
      text: item?.text ?? '',
      ownWords: item?.ownWords ?? '',
      plain: item?.plain ?? '',
      parentId: item === null ? (this.parentId() ?? '') : (item.parentId ?? ''),
      targetOn: item?.targetOn ?? '',
      conflict: item?.conflict ?? '',
      conflictOrganisationIds: (item?.conflictOrganisations ?? []).map(({ id }) => id).join(','),
    };
  }

  protected bodyOf(fields: Fields): object {
    const text = (name: string): string | null => fields[name]?.trim() || null;
    const parentId = text('parentId');
    return {
      text: text('text') ?? '',
      ownWords: text('ownWords'),
      plain: text('plain'),
      // A sub goal whose main goal this reader does not see stays one.
      goalKind: parentId !== null || (this.item()?.goalKind === 'SUB' && this.item()?.parentId === null) ? 'SUB' : 'MAIN',
      parentId,
      targetOn: text('targetOn'),
      conflict: text('conflict'),
      conflictOrganisationIds: text('conflict') === null ? [] : idsOf(fields['conflictOrganisationIds']),
    };
  }

  protected itemIn(view: PlanItemView): GoalView | null {
    return view.goal;
  }

  protected wrong({ text = '' }: Fields): Readonly<Record<string, string | false>> {
    return { text: text.trim() === '' && 'required' };
  }

  protected mergeFields(): readonly MergeField[] {
    const label = (name: string): string => this.words.t(`plan.field.${name}`, { name: this.view().person.givenName });
    const organisation = (id: string): string => this.organisations().find((each) => each.id === id)?.name ?? '';
    const says: Readonly<Record<string, (value: string) => string>> = {
      parentId: (value) => this.parents().find(({ id }) => id === value)?.label ?? '',
      conflictOrganisationIds: (value) => idsOf(value).map(organisation).join(', '),
    };
    return FIELDS.map((name) => ({
      name,
      label: label(name),
      long: ['ownWords', 'text', 'plain', 'conflict'].includes(name),
      say: says[name] ?? ((value: string) => value),
    }));
  }
}

function idsOf(value: string | undefined): string[] {
  return (value ?? '').split(',').filter((id) => id !== '');
}
