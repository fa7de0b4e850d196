import { Component, inject, input, output } from '@angular/core';
import { ACTIVITY_NOTE_MAX } from '@samspel/shared/plan/plan.ts';
import { type ActivityView, type CreatedView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { draft } from '../note/draft.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** How it goes, for those who read the activity. */
@Component({
  selector: 'app-activity-note-form',
  imports: [ActForm, Field, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'plan.note.send' | t" (sent)="write()" (cancelled)="cancelled.emit()">
      <ui-field
        [label]="'plan.note.label' | t"
        [hint]="'plan.note.hint' | t"
        [fieldId]="form.id('text')"
        [error]="form.error('text')"
        [saved]="kept.said()"
      >
        <textarea uiInput rows="3" [attr.maxlength]="max" [value]="kept.text()" (valueChange)="kept.write($event)"></textarea>
      </ui-field>
    </form>
  `,
})
export class ActivityNoteForm {
  private readonly api = inject(Api);

  readonly activity = input.required<ActivityView>();
  readonly done = output<void>();
  readonly cancelled = output<void>();

  protected readonly max = ACTIVITY_NOTE_MAX;
  protected readonly form = new FormState(inject(Words), 'note', ['text'], 'plan.error.');
  protected readonly kept = draft(() => `activity-note:${this.activity().id}`);

  constructor() {
    inject(CaseStore).whileWriting(() => true);
  }

  protected async write(): Promise<void> {
    const text = this.kept.text().trim();
    if (!this.form.check({ text: text === '' && 'required' })) return;
    const made = await this.form.send((key) => this.api.create<CreatedView>(`/activities/${this.activity().id}/notes`, { text }, key));
    if (made === undefined) return;
    this.kept.discard();
    this.done.emit();
  }
}
