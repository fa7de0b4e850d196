import { Component, computed, input } from '@angular/core';
import { type PartView, type PlanItemView } from '@samspel/shared/api.ts';
import { PLAN_TEXT_MAX, type PlanPartKind } from '@samspel/shared/plan/plan.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { ItemForm } from './item-form.ts';
import { type Fields } from './item-writing.ts';
import { Merge, type MergeField } from './merge.ts';
import { ShareChoice } from './share-choice.ts';
import { WritingHint } from './writing-now.ts';

/** A part of the plan that is words and nothing else: a strength, a need, an early sign, where an organisation sees it otherwise. */
@Component({
  selector: 'app-part-form',
  imports: [ActForm, Field, Merge, ShareChoice, TextInput, TextPipe, WritingHint],
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
        <ui-field
          [label]="'plan.part.' + kind() + '.label' | t: { name: view().person.givenName }"
          [hint]="'plan.part.' + kind() + '.hint' | t"
          [fieldId]="form.id('text')"
          [error]="form.error('text')"
          [saved]="writing.said()"
        >
          <textarea uiInput rows="4" [attr.maxlength]="max" [value]="fields()['text'] ?? ''" (valueChange)="writing.write('text', $event)"></textarea>
        </ui-field>
        @if (hasCall()) {
          <ui-field [label]="'plan.part.call' | t" [hint]="'plan.part.callHint' | t" [fieldId]="form.id('call')" [error]="form.error('call')">
            <input uiInput maxlength="200" [value]="fields()['call'] ?? ''" (valueChange)="writing.write('call', $event)" />
          </ui-field>
        }
        <app-share-choice [view]="view()" [isNew]="item() === null" [shared]="item()?.shared === true" [(share)]="share" />
      </form>
    }
  `,
})
export class PartForm extends ItemForm<PartView> {
  readonly kind = input.required<PlanPartKind>();
  protected readonly max = PLAN_TEXT_MAX;
  protected readonly name = 'part';
  protected readonly folder = 'plan-parts';
  protected readonly form = new FormState(this.words, 'part', ['text', 'call'], 'plan.error.');
  protected readonly hasCall = computed(() => this.kind() === 'EARLY_SIGN');

  protected override slot(): string {
    return `${this.kind().toLowerCase().replace('_', '-')}:${this.plan().id}`;
  }

  protected override createFolder(): string {
    return 'parts';
  }

  protected override extra(): object {
    return { kind: this.kind() };
  }

  protected stored(item: PartView | null): Fields {
    return { text: item?.text ?? '', call: item?.call ?? '' };
  }

  protected bodyOf({ text = '', call = '' }: Fields): object {
    return { text: text.trim(), ...(this.hasCall() && { call: call.trim() || null }) };
  }

  protected itemIn(view: PlanItemView): PartView | null {
    return view.part;
  }

  protected wrong({ text = '' }: Fields): Readonly<Record<string, string | false>> {
    return { text: text.trim() === '' && 'required' };
  }

  protected mergeFields(): readonly MergeField[] {
    const text = { name: 'text', label: this.words.t(`plan.part.${this.kind()}.label`, { name: this.view().person.givenName }), long: true, say };
    return this.hasCall() ? [text, { name: 'call', label: this.words.t('plan.part.call'), long: true, say }] : [text];
  }
}

const say = (value: string): string => value;
