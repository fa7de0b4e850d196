import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type ActivityView } from '@samspel/shared/api.ts';
import { type ActivityCancelCode, ACTIVITY_DECLINE_CODES, ACTIVITY_NOTE_MAX, BLOCK_CATEGORIES } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** The others follow from closing the case and from a consent taken back. */
const CHOSEN_CANCEL_CODES = ['NOT_NEEDED', 'REPLACED', 'PERSON_DECLINES'] as const satisfies readonly ActivityCancelCode[];

/** Acts that ask why: where they are sent, and the reasons to choose from. */
const KINDS = {
  refuse: { path: 'refusal', field: 'code', words: 'plan.decline.', codes: ACTIVITY_DECLINE_CODES },
  block: { path: 'block', field: 'category', words: 'plan.block.', codes: BLOCK_CATEGORIES },
  cancel: { path: 'cancellation', field: 'code', words: 'plan.cancel.', codes: CHOSEN_CANCEL_CODES },
} as const;

/** Why not, what stands in the way, or why it is no longer to be done. */
@Component({
  selector: 'app-reason-form',
  imports: [ActForm, Field, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'plan.reason.' + kind() + '.send' | t" (sent)="send()" (cancelled)="cancelled.emit()">
      <ui-radios
        [legend]="'plan.reason.' + kind() + '.why' | t"
        [options]="reasons()"
        [fieldId]="form.id('code')"
        [error]="form.error('code') ?? form.error('category')"
        [(value)]="code"
      />
      <ui-field
        [label]="'plan.reason.' + kind() + '.text' | t"
        [optional]="true"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
      @if (kind() === 'refuse') {
        <ui-field
          [label]="'plan.reason.refuse.suggestion' | t"
          [optional]="true"
          [fieldId]="form.id('suggestion')"
          [error]="form.error('suggestion')"
        >
          <textarea uiInput rows="2" maxlength="500" [(value)]="suggestion"></textarea>
        </ui-field>
      }
    </form>
  `,
})
export class ReasonForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly activity = input.required<ActivityView>();
  readonly kind = input.required<keyof typeof KINDS>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly max = ACTIVITY_NOTE_MAX;
  protected readonly form = new FormState(this.words, 'reason', ['code', 'category', 'text', 'suggestion'], 'plan.error.');
  protected readonly kept = draft(() => `activity-${this.kind()}:${this.activity().id}`);
  protected readonly code = signal<string | undefined>(undefined);
  protected readonly suggestion = signal('');
  protected readonly act = computed(() => KINDS[this.kind()]);
  protected readonly reasons = computed(() =>
    this.act().codes.map((value) => ({ value, label: begun(this.words.t(`${this.act().words}${value}`)) })),
  );

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async send(): Promise<void> {
    const { path, field } = this.act();
    const text = this.kept.text().trim();
    if (!this.form.check({ code: this.code() === undefined && 'required' })) return;
    const suggestion = this.suggestion().trim();
    const body = { [field]: this.code(), ...(text !== '' && { text }), ...(suggestion !== '' && { suggestion }) };
    const { id, version } = this.activity();
    const sent = await this.form.send(() => this.api.act(`/activities/${id}/${path}`, body, version).then(() => true));
    if (sent === undefined) {
      this.store.reload();
      return;
    }
    this.kept.discard();
    this.done.emit();
  }
}

/** The reasons stand in the middle of sentences elsewhere; here each begins a line. */
function begun(text: string): string {
  return text.charAt(0).toLocaleUpperCase('sv') + text.slice(1);
}
