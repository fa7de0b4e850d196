import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type CaseView, type CreatedView } from '@samspel/shared/api.ts';
import { MESSAGE_MAX, STOP_REASONS, TOLD_KINDS } from '@samspel/shared/citizen/voice.ts';
import { RECORDED_FORMS } from '@samspel/shared/plan/plan.ts';
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
import { FormChoice } from './form-choice.ts';

const ABOUT_AN_ITEM: readonly string[] = ['COMMENT', 'OBJECTION'];

/** What the person said by phone, on paper or face to face, written down for them. It counts as if they had written it themself. */
@Component({
  selector: 'app-record-message-form',
  imports: [ActForm, Field, FormChoice, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'personMessages.record.send' | t" (sent)="record()" (cancelled)="cancelled.emit()">
      <ui-radios
        [legend]="'personMessages.record.kind' | t: { name: view().person.givenName }"
        [options]="kinds()"
        [fieldId]="form.id('kind')"
        [error]="form.error('kind')"
        [(value)]="kind"
      />
      @if (kind() === 'STOP') {
        <ui-radios
          [legend]="'personMessages.record.reason' | t"
          [options]="reasons()"
          [fieldId]="form.id('reason')"
          [error]="form.error('reason')"
          [(value)]="reason"
        />
      }
      @if (aboutItem() || kind() === 'STOP') {
        <ui-field [label]="'personMessages.record.item' | t" [optional]="!aboutItem()" [fieldId]="form.id('itemId')" [error]="form.error('itemId')">
          <select uiInput [(value)]="itemId">
            <option value="">{{ 'personMessages.record.noItem' | t }}</option>
            @for (each of items(); track each.id) {
              <option [value]="each.id">{{ each.text }}</option>
            }
          </select>
        </ui-field>
      }
      <ui-field
        [label]="'personMessages.record.text' | t: { name: view().person.givenName }"
        [optional]="!aboutItem()"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
      <app-form-choice [fieldId]="form.id('form')" [error]="form.error('form')" [(form)]="how" />
    </form>
  `,
})
export class RecordForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();
  protected readonly max = MESSAGE_MAX;
  protected readonly form = new FormState(this.words, 'record', ['kind', 'reason', 'itemId', 'text', 'form'], 'personMessages.error.');
  protected readonly kept = draft(() => `told:${this.view().id}`);
  protected readonly kind = signal<string | undefined>(undefined);
  protected readonly reason = signal<string | undefined>(undefined);
  protected readonly itemId = signal('');
  protected readonly how = signal<string | undefined>(RECORDED_FORMS[0]);
  protected readonly aboutItem = computed(() => ABOUT_AN_ITEM.includes(this.kind() ?? ''));
  protected readonly kinds = computed(() => TOLD_KINDS.map((value) => ({ value, label: this.words.t(`personMessages.kind.${value}`) })));
  protected readonly reasons = computed(() => STOP_REASONS.map((value) => ({ value, label: this.words.t(`personMessages.reason.${value}`) })));
  /** What is shared of the plan; nobody speaks of what they cannot know. */
  protected readonly items = computed(() => {
    const plan = this.view().plan;
    return [...(plan?.goals ?? []), ...(plan?.activities ?? [])].filter(({ shared, removed }) => shared && !removed);
  });

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async record(): Promise<void> {
    const text = this.kept.text().trim();
    const [kind, reason, itemId] = [this.kind(), this.reason(), this.itemId()];
    const complete = this.form.check({
      kind: kind === undefined && 'required',
      reason: kind === 'STOP' && reason === undefined && 'required',
      itemId: this.aboutItem() && itemId === '' && 'required',
      text: this.aboutItem() && text === '' && 'required',
      form: this.how() === undefined && 'required',
    });
    if (!complete) return;
    const about = this.aboutItem() || kind === 'STOP';
    const body = { kind, text, form: this.how(), ...(about && itemId !== '' && { itemId }), ...(kind === 'STOP' && { reason }) };
    const made = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.view().id}/person-messages`, body, key));
    if (made === undefined) return;
    this.kept.discard();
    this.store.reload();
    this.done.emit();
  }
}
