import { Component, computed, inject, input, output } from '@angular/core';
import { type HandoverView } from '@samspel/shared/api.ts';
import { ANSWER_MAX, QUESTION_MAX } from '@samspel/shared/handover/handover.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { HandoverStore } from './handover-store.ts';

/** Acts that say one thing in free text: what they are called in the address, and which field carries the text. */
const ACTS = {
  ask: { path: 'information-request', field: 'question', max: QUESTION_MAX },
  answer: { path: 'information', field: 'answer', max: ANSWER_MAX },
  complete: { path: 'completion', field: 'outcome', max: ANSWER_MAX },
  fail: { path: 'failure', field: 'outcome', max: ANSWER_MAX },
} as const;
export type TextAct = keyof typeof ACTS;

@Component({
  selector: 'app-text-act-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'handover.say.' + kind() + '.send' | t: { name: name() }" (sent)="send()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'handover.say.' + kind() + '.lead' | t: { name: name() } }}</p>
      <ui-field
        [label]="'handover.say.' + kind() + '.label' | t"
        [hint]="'handover.say.' + kind() + '.hint' | t"
        [fieldId]="form.id('text')"
        [error]="error()"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="4" [attr.maxlength]="act().max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class TextActForm {
  private readonly store = inject(HandoverStore);
  private readonly words = inject(Words);

  readonly handover = input.required<HandoverView>();
  readonly kind = input.required<TextAct>();
  /** Given name of whom it is for. */
  readonly name = input.required<string>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly form = new FormState(this.words, 'say', ['text', 'question', 'answer', 'outcome'], 'handover.error.');
  protected readonly kept = draft(() => `handover-${this.kind()}:${this.handover().id}`);
  protected readonly act = computed(() => ACTS[this.kind()]);
  protected readonly error = computed(() => this.form.error('text') ?? this.form.error(this.act().field));

  protected async send(): Promise<void> {
    const text = this.kept.text().trim();
    if (!this.form.check({ text: text === '' && 'required' })) return;
    const { path, field } = this.act();
    const done = await this.store.act((send) => this.form.send(send), path, { [field]: text });
    if (!done) return;
    this.kept.discard();
    this.done.emit();
  }
}
