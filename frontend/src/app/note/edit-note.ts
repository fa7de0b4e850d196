import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type NoteView } from '@samspel/shared/api.ts';
import { NOTE_MAX } from '@samspel/shared/note/note.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Conflict } from '../ui/conflict.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';

/** Changes a note in place. When it was changed elsewhere meanwhile, both texts stand until one is saved. */
@Component({
  selector: 'app-edit-note',
  imports: [ActForm, Conflict, Field, TextInput, TextPipe],
  template: `
    @if (theirs(); as text) {
      <ui-conflict [who]="'note.edit.otherWindow' | t" [mine]="text.mine" [theirs]="note().text" (settled)="merge($event)" />
    } @else {
      <form [appActForm]="form" [label]="'note.edit.save' | t" (sent)="save()" (cancelled)="done.emit()">
        <ui-field [label]="'note.edit.label' | t" [hint]="sharedHint()" [fieldId]="form.id('text')" [error]="form.error('text')">
          <textarea uiInput rows="6" [attr.maxlength]="max" [(value)]="text"></textarea>
        </ui-field>
      </form>
    }
  `,
})
export class EditNote {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);

  readonly note = input.required<NoteView>();
  readonly done = output<void>();
  protected readonly max = NOTE_MAX;
  protected readonly form = new FormState(this.words, 'note', ['text']);
  protected readonly text = linkedSignal<string, string>({ source: () => this.note().text, computation: (fresh, before) => before?.value ?? fresh });
  private readonly met = signal(false);
  /** Set once the server's newer text has arrived beside the one typed here. */
  protected readonly theirs = computed(() => (this.met() && this.note().version !== this.basedOn() ? { mine: this.text() } : null));
  protected readonly sharedHint = computed(() => (this.note().sharedWith.length > 0 ? this.words.t('note.edit.sharedHint') : undefined));
  private readonly basedOn = linkedSignal<number, number>({
    source: () => this.note().version,
    computation: (fresh, before) => before?.value ?? fresh,
  });

  constructor() {
    this.store.whileWriting(() => true);
  }

  protected async save(): Promise<void> {
    if (!this.form.check({ text: this.text().trim() === '' && 'required' })) return;
    const body = { text: this.text() };
    const saved = await this.form.send(() => this.api.act(`/notes/${this.note().id}`, body, this.basedOn()).then(() => true));
    this.store.reload();
    if (saved) this.done.emit();
    else if (this.form.act.problem()?.conflict === true) this.met.set(true);
  }

  protected async merge(text: string): Promise<void> {
    this.text.set(text);
    this.basedOn.set(this.note().version);
    this.met.set(false);
    await this.save();
  }
}
