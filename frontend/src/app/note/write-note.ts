import { Component, computed, inject, input, signal } from '@angular/core';
import { type CreatedView, type NoteKind } from '@samspel/shared/api.ts';
import { NOTE_KINDS, NOTE_MAX } from '@samspel/shared/note/note.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { draft } from './draft.ts';

/** A note written where it will stand. Who reads it is chosen once there is something to read. */
@Component({
  selector: 'app-write-note',
  imports: [ActForm, Field, Radios, TextInput, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'note.write.save' | t" [canCancel]="writing()" (sent)="save()" (cancelled)="draft.discard()">
      <ui-field [label]="'note.write.label' | t" [fieldId]="form.id('text')" [error]="form.error('text')" [saved]="draft.said()">
        <textarea uiInput [rows]="writing() ? 5 : 2" [attr.maxlength]="max" [value]="draft.text()" (valueChange)="draft.write($event)"></textarea>
      </ui-field>
      <ui-radios [legend]="'note.write.who' | t" [options]="kinds()" [value]="kind()" (valueChange)="choose($event)" />
    </form>
  `,
})
export class WriteNote {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly caseId = input.required<string>();
  protected readonly max = NOTE_MAX;
  protected readonly form = new FormState(this.words, 'note', ['text', 'kind']);
  protected readonly draft = draft(() => `note:${this.caseId()}`);
  protected readonly kind = signal<NoteKind>('ORGANISATION');
  protected readonly writing = computed(() => this.draft.text() !== '');
  protected readonly kinds = computed(() =>
    [...NOTE_KINDS]
      .reverse()
      .map((value) => ({ value, label: this.words.t(`note.kind.${value}.label`), hint: this.words.t(`note.kind.${value}.hint`) })),
  );

  constructor() {
    this.store.whileWriting(this.writing);
  }

  protected choose(value: string | undefined): void {
    const kind = NOTE_KINDS.find((each) => each === value);
    if (kind !== undefined) this.kind.set(kind);
  }

  protected async save(): Promise<void> {
    const body = { text: this.draft.text(), kind: this.kind() };
    if (!this.form.check({ text: body.text.trim() === '' && 'required' })) return;
    const made = await this.form.send((key) => this.api.create<CreatedView>(`/cases/${this.caseId()}/notes`, body, key));
    if (made === undefined) return;
    this.draft.discard();
    this.announcer.say(this.words.t('note.write.saved'));
    this.store.reload();
  }
}
