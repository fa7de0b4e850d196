import { Component, computed, inject, linkedSignal, model, output, signal } from '@angular/core';
import { OWN_WORDS_MAX } from '@samspel/shared/citizen/voice.ts';
import { Act } from '../../api/act.ts';
import { Api } from '../../api/api.ts';
import { TextPipe } from '../../text/text.pipe.ts';
import { Field } from '../../ui/field.ts';
import { TextInput } from '../../ui/input.ts';
import { Sheet } from './sheet.ts';

/** What the person is writing: what matters to them, a new goal, or one of their goals again. */
export interface Writing {
  readonly kind: 'words' | 'goal';
  readonly id?: string;
  readonly text: string;
}

/** The person's own words, written by themself. Nobody else changes them. */
@Component({
  selector: 'app-words-sheet',
  imports: [Field, Sheet, TextInput, TextPipe],
  template: `
    <app-sheet
      [open]="writing() !== null"
      (openChange)="close($event)"
      [heading]="'voice.write.' + kind() + '.heading' | t"
      [label]="'voice.write.save' | t"
      [act]="act"
      (sent)="send()"
    >
      <ui-field
        [label]="'voice.write.' + kind() + '.label' | t"
        [hint]="'voice.write.' + kind() + '.hint' | t"
        [error]="missing() ? ('voice.remark.write' | t) : null"
      >
        <textarea uiInput rows="5" [attr.maxlength]="max" [(value)]="text" (save)="send()"></textarea>
      </ui-field>
      <p>{{ 'voice.write.told' | t }}</p>
    </app-sheet>
  `,
})
export class WordsSheet {
  private readonly api = inject(Api);

  readonly writing = model.required<Writing | null>();
  readonly done = output<void>();

  protected readonly max = OWN_WORDS_MAX;
  protected readonly act = new Act();
  protected readonly missing = signal(false);
  // While the dialog closes it still says what it said.
  protected readonly kind = linkedSignal<Writing | null, Writing['kind']>({
    source: this.writing,
    computation: (writing, before) => writing?.kind ?? before?.value ?? 'words',
  });
  private readonly begun = computed(() => {
    const writing = this.writing();
    return writing === null ? null : { key: `${writing.kind} ${writing.id}`, text: writing.text };
  });
  /** What was typed and not sent is still there when the same thing is opened again. */
  protected readonly text = linkedSignal<{ key: string; text: string } | null, string>({
    source: this.begun,
    computation: (now, before) => (now === null || now.key === this.last ? (before?.value ?? '') : now.text),
  });
  private last: string | undefined;

  protected close(open: boolean): void {
    if (open) return;
    this.act.forget();
    this.missing.set(false);
    this.last = this.begun()?.key;
    this.writing.set(null);
  }

  protected async send(): Promise<void> {
    const writing = this.writing();
    const text = this.text().trim();
    this.missing.set(text === '');
    if (writing === null || text === '') return;
    await this.act.run((key) => this.put(writing, text, key));
    if (this.act.failed()) return;
    this.last = undefined;
    this.writing.set(null);
    this.done.emit();
  }

  private put({ kind, id }: Writing, text: string, key: string): Promise<unknown> {
    if (kind === 'words') return this.api.act('/me/words', { text });
    return id === undefined ? this.api.create('/me/goals', { text }, key) : this.api.act(`/me/goals/${id}`, { text });
  }
}
