import { Component, computed, DOCUMENT, inject, input, output, signal } from '@angular/core';
import { type CaseView, type JournalTextView } from '@samspel/shared/api.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { read } from '../api/read.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Check } from '../ui/choice.ts';
import { Empty } from '../ui/empty.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Load } from '../ui/load.ts';
import { Problem } from '../ui/problem.ts';
import { CaseStore } from './case-store.ts';

/** The reader's own acts of the day as text for the home system, and the tick that says it is written there. */
@Component({
  selector: 'app-journal-form',
  imports: [Button, Check, Empty, Field, Load, Problem, TextInput, TextPipe],
  template: `
    <p class="soft">{{ 'case.journal.lead' | t }}</p>
    <ui-load [of]="journal" />
    @if (journal.value(); as found) {
      @if (found.text === '') {
        <ui-empty [heading]="'case.journal.empty' | t" />
      } @else {
        <ui-field [label]="'case.journal.text' | t">
          <textarea uiInput readonly rows="10" [value]="found.text"></textarea>
        </ui-field>
        <div class="row">
          <button uiButton icon="plan" (click)="copy(found.text)">{{ 'case.journal.copy' | t }}</button>
          <span class="small" role="status">{{ said() }}</span>
        </div>
        <ui-check
          boxed
          [label]="'case.journal.marked' | t"
          [hint]="'case.journal.markedHint' | t"
          [checked]="marked()"
          (checkedChange)="mark($event)"
        />
        @if (marking.problem(); as problem) {
          <ui-problem [problem]="problem" />
        }
      }
    }
    <div class="row">
      <button uiButton="quiet" (click)="done.emit()">{{ 'ui.close' | t }}</button>
    </div>
  `,
  host: { class: 'stack' },
})
export class JournalForm {
  private readonly api = inject(Api);
  private readonly store = inject(CaseStore);
  private readonly words = inject(Words);
  private readonly clipboard = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private readonly copied = signal<boolean | null>(null);

  readonly view = input.required<CaseView>();
  readonly done = output<void>();
  protected readonly marking = new Act();
  protected readonly journal = read<JournalTextView>(() => `/cases/${this.view().id}/journal-text?day=${this.view().journal.day}`);
  protected readonly marked = computed(() => this.view().journal.marked);
  protected readonly said = computed(() => {
    const copied = this.copied();
    return copied === null ? '' : this.words.t(copied ? 'case.journal.copied' : 'case.journal.notCopied');
  });

  protected async copy(text: string): Promise<void> {
    try {
      await this.clipboard?.writeText(text);
      this.copied.set(this.clipboard !== undefined);
    } catch {
      // The browser may refuse; the text stands in the field and can be marked by hand.
      this.copied.set(false);
    }
  }

  protected async mark(marked: boolean): Promise<void> {
    const path = `/cases/${this.view().id}/journal-marks/${this.view().journal.day}`;
    await this.marking.run(() => (marked ? this.api.act<void>(path) : this.api.remove(path)));
    this.store.reload();
  }
}
