import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type CaseView, type CreatedView, type InformationCategory, type NoteView } from '@samspel/shared/api.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { CaseStore } from '../case/case-store.ts';
import { FormState } from '../case/form-state.ts';
import { Recipients } from '../consent/recipients.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Announcer } from '../ui/announcer.ts';
import { Note } from '../ui/note.ts';

/** "Dela": the note as it stands, to named organisations. What they have been given cannot be taken back, and the form says so. */
@Component({
  selector: 'app-share-note-form',
  imports: [ActForm, Note, Recipients, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'note.share.send' | t" (sent)="share()" (cancelled)="done.emit()">
      <blockquote class="quote told">{{ latest().text }}</blockquote>
      <app-recipients
        [view]="view()"
        [legend]="'note.share.recipients' | t"
        [fieldId]="form.id('recipients')"
        [error]="form.error('recipients')"
        [(category)]="category"
        [(chosen)]="recipients"
      />
      <ui-note>{{ 'note.share.stays' | t }}</ui-note>
    </form>
  `,
})
export class ShareNoteForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly announcer = inject(Announcer);

  readonly view = input.required<CaseView>();
  readonly note = input.required<NoteView>();
  readonly done = output<void>();
  protected readonly form = new FormState(this.words, 'share', ['recipients', 'category']);
  protected readonly category = signal<InformationCategory>('SITUATION');
  protected readonly recipients = signal<readonly string[]>([]);
  // What is shared is what is read here: a newer version is shown before it can be sent.
  protected readonly latest = linkedSignal(() => this.view().notes.find(({ id }) => id === this.note().id) ?? this.note());
  private readonly body = computed(() => ({ recipients: this.recipients(), category: this.category(), version: this.latest().version }));

  constructor() {
    this.store.whileWriting(() => this.recipients().length > 0);
  }

  protected async share(): Promise<void> {
    if (!this.form.check({ recipients: this.recipients().length === 0 && 'required' })) return;
    const shared = await this.form.send((key) => this.api.create<CreatedView>(`/notes/${this.note().id}/disclosures`, this.body(), key));
    this.store.reload();
    if (shared === undefined) return;
    this.announcer.say(this.words.t('note.share.done'));
    this.done.emit();
  }
}
