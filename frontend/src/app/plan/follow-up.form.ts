import { Component } from '@angular/core';
import { type FollowUpView, type PlanItemView } from '@samspel/shared/api.ts';
import { PLAN_TEXT_MAX } from '@samspel/shared/plan/plan.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { DateField } from '../ui/date-field.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { ItemForm } from './item-form.ts';
import { type Fields } from './item-writing.ts';
import { Merge, type MergeField } from './merge.ts';
import { ShareChoice } from './share-choice.ts';
import { WritingHint } from './writing-now.ts';

export const FOLLOW_UP_QUESTIONS = ['wanted', 'became', 'why', 'conclusion', 'now'] as const;
const DEMANDED: readonly string[] = ['wanted', 'became'];

/** What we wanted, what became of it, why they differ, what we conclude, what we do now. */
@Component({
  selector: 'app-follow-up-form',
  imports: [ActForm, DateField, Field, Merge, ShareChoice, TextInput, TextPipe, WritingHint],
  template: `
    @if (met(); as theirs) {
      <app-merge
        [who]="theirs.who"
        [fields]="mergeFields()"
        [mine]="fields()"
        [theirs]="theirs.fields"
        (settled)="settle($event)"
        (abandoned)="cancelled.emit()"
      />
    } @else {
      <form [appActForm]="form" [label]="'plan.save' | t" (sent)="save()" (cancelled)="giveUp()">
        <app-writing-now [who]="others()" />
        <ui-date-field
          [label]="'plan.field.heldOn' | t"
          [fieldId]="form.id('heldOn')"
          [error]="form.error('heldOn')"
          [today]="session.today()"
          [value]="fields()['heldOn'] ?? ''"
          (valueChange)="writing.write('heldOn', $event)"
        />
        @for (name of questions; track name) {
          <ui-field
            [label]="'plan.field.' + name | t"
            [optional]="!demanded.includes(name)"
            [fieldId]="form.id(name)"
            [error]="form.error(name)"
            [saved]="$first ? writing.said() : undefined"
          >
            <textarea uiInput rows="3" [attr.maxlength]="max" [value]="fields()[name] ?? ''" (valueChange)="writing.write(name, $event)"></textarea>
          </ui-field>
        }
        <app-share-choice [view]="view()" [isNew]="item() === null" [shared]="item()?.shared === true" [(share)]="share" />
      </form>
    }
  `,
})
export class FollowUpForm extends ItemForm<FollowUpView> {
  protected readonly questions = FOLLOW_UP_QUESTIONS;
  protected readonly demanded = DEMANDED;
  protected readonly max = PLAN_TEXT_MAX;
  protected readonly name = 'follow-up';
  protected readonly folder = 'follow-ups';
  protected readonly form = new FormState(this.words, 'followUp', ['heldOn', ...FOLLOW_UP_QUESTIONS], 'plan.error.');

  protected stored(item: FollowUpView | null): Fields {
    const { heldOn = this.session.today(), wanted = '', became = '', why = '', conclusion = '', now = '' } = item ?? {};
    return { heldOn, wanted, became, why, conclusion, now };
  }

  protected bodyOf(fields: Fields): object {
    return Object.fromEntries(['heldOn', ...FOLLOW_UP_QUESTIONS].map((name) => [name, fields[name]?.trim() ?? '']));
  }

  protected itemIn(view: PlanItemView): FollowUpView | null {
    return view.followUp;
  }

  protected wrong(fields: Fields): Readonly<Record<string, string | false>> {
    const { heldOn = '' } = fields;
    return {
      heldOn: heldOn === '' ? 'required' : heldOn > this.session.today() && 'inTheFuture',
      ...Object.fromEntries(DEMANDED.map((name) => [name, fields[name]?.trim() === '' && 'required'] as const)),
    };
  }

  protected mergeFields(): readonly MergeField[] {
    const day = (value: string): string => (value === '' ? '' : fullDay(value, this.words.language()));
    return [
      { name: 'heldOn', label: this.words.t('plan.field.heldOn'), long: false, say: day },
      ...FOLLOW_UP_QUESTIONS.map((name) => ({ name, label: this.words.t(`plan.field.${name}`), long: true, say: (value: string) => value })),
    ];
  }
}
