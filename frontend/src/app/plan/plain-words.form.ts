import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type ActivityView, type GoalView } from '@samspel/shared/api.ts';
import { PLAIN_TEXT_MAX } from '@samspel/shared/plan/plan.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { activityBody, fieldsOf } from './activity-choices.ts';

/** Med enkla ord for one goal or activity, written where it was found to be missing. Everything else of it stays as it is. */
@Component({
  selector: 'app-plain-words-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" kind="second" [label]="'plan.plain.save' | t" [canCancel]="false" (sent)="save()">
      <blockquote class="quote told small">{{ item().text }}</blockquote>
      <ui-field
        [label]="'plan.field.plain' | t"
        [hint]="'plan.hint.plain' | t: { name: givenName() }"
        [fieldId]="form.id('plain')"
        [error]="form.error('plain')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="2" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class PlainWordsForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);

  readonly item = input.required<GoalView | ActivityView>();
  readonly givenName = input.required<string>();
  readonly saved = output<void>();
  protected readonly max = PLAIN_TEXT_MAX;
  protected readonly form = new FormState(inject(Words), 'plain', ['plain'], 'plan.error.');
  protected readonly kept = draft(() => `plain:${this.item().id}`);
  protected readonly folder = computed(() => (isGoal(this.item()) ? 'goals' : 'activities'));
  private readonly sent = signal(false);

  constructor() {
    this.store.whileWriting(() => this.kept.text() !== '' && !this.sent());
  }

  protected async save(): Promise<void> {
    const plain = this.kept.text().trim();
    if (!this.form.check({ plain: plain === '' && 'required' })) return;
    const item = this.item();
    const body = isGoal(item) ? goalBody(item, plain) : activityBody({ ...fieldsOf(item, { me: '', goalId: '' }), plain }, item);
    const saved = await this.form.send(() => this.api.act(`/${this.folder()}/${item.id}`, body, item.version).then(() => true));
    this.sent.set(saved === true);
    if (saved) this.kept.discard();
    this.store.reload();
    if (saved) this.saved.emit();
  }
}

function isGoal(item: GoalView | ActivityView): item is GoalView {
  return 'goalKind' in item;
}

function goalBody({ text, ownWords, goalKind, parentId, targetOn, conflict, conflictOrganisations }: GoalView, plain: string): object {
  return { text, ownWords, plain, goalKind, parentId, targetOn, conflict, conflictOrganisationIds: conflictOrganisations.map(({ id }) => id) };
}
