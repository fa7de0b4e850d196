import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Button } from '../ui/button.ts';
import { Radios } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { type Fields } from './item-writing.ts';

export interface MergeField {
  readonly name: string;
  readonly label: string;
  /** Free text, which can be put together; a choice or a day is one or the other. */
  readonly long: boolean;
  /** How a value reads: the name behind an id, the words of a code. */
  say(value: string): string;
}

/** Two people changed the same thing at once: for every field that differs both texts side by side, and one place to choose or put them together. */
@Component({
  selector: 'app-merge',
  imports: [Button, Field, Note, Radios, TextInput, TextPipe],
  template: `
    <ui-note kind="soon" icon="alert" urgent>
      <p>
        <b>{{ 'plan.merge.title' | t: { who: who() } }}</b> {{ 'plan.merge.detail' | t }}
      </p>
    </ui-note>
    @for (each of differing(); track each.name) {
      <section class="merge stack">
        <h4>{{ each.label }}</h4>
        <div class="cols cols--half">
          <div class="preview">
            <h5 class="preview__bar">{{ 'plan.merge.theirs' | t: { who: who() } }}</h5>
            <p class="preview__body told">{{ each.say(theirs()[each.name] ?? '') || ('plan.merge.nothing' | t) }}</p>
          </div>
          <div class="preview">
            <h5 class="preview__bar">{{ 'plan.merge.mine' | t }}</h5>
            <p class="preview__body told">{{ each.say(mine()[each.name] ?? '') || ('plan.merge.nothing' | t) }}</p>
          </div>
        </div>
        <ui-radios
          [legend]="'plan.merge.which' | t"
          [options]="options(each.long)"
          [value]="choice(each.name)"
          (valueChange)="choose(each.name, $event)"
        />
        @if (each.long) {
          <ui-field [label]="'plan.merge.result' | t">
            <textarea uiInput rows="5" [value]="result()[each.name] ?? ''" (valueChange)="write(each.name, $event)"></textarea>
          </ui-field>
        }
      </section>
    }
    <div class="row">
      <button uiButton (click)="settled.emit(result())">{{ 'plan.merge.save' | t }}</button>
      <button uiButton="quiet" (click)="abandoned.emit()">{{ 'plan.merge.later' | t }}</button>
    </div>
  `,
  host: { class: 'stack' },
})
export class Merge {
  private readonly words = inject(Words);

  readonly who = input.required<string>();
  readonly fields = input.required<readonly MergeField[]>();
  readonly mine = input.required<Fields>();
  readonly theirs = input.required<Fields>();
  readonly settled = output<Fields>();
  /** Not now: what was written stays as a draft. */
  readonly abandoned = output<void>();

  /** What was written here stands first: it is what exists nowhere else. */
  protected readonly result = linkedSignal<Fields>(() => this.mine());
  protected readonly differing = computed(() =>
    this.fields().filter(({ name }) => (this.mine()[name] ?? '').trim() !== (this.theirs()[name] ?? '').trim()),
  );

  protected options(long: boolean): { readonly value: string; readonly label: string }[] {
    const both = { value: 'both', label: this.words.t('plan.merge.use.both') };
    return [
      { value: 'mine', label: this.words.t('plan.merge.use.mine') },
      { value: 'theirs', label: this.words.t('plan.merge.use.theirs', { who: this.who() }) },
      ...(long ? [both] : []),
    ];
  }

  /** Which of them the result is just now; none once it has been rewritten. */
  protected choice(name: string): string | undefined {
    const now = this.result()[name];
    return ['mine', 'theirs', 'both'].find((each) => this.valueOf(name, each) === now);
  }

  protected choose(name: string, which: string | undefined): void {
    this.write(name, this.valueOf(name, which ?? 'mine'));
  }

  protected write(name: string, value: string): void {
    this.result.update((result) => ({ ...result, [name]: value }));
  }

  private valueOf(name: string, which: string): string {
    const [mine, theirs] = [this.mine()[name] ?? '', this.theirs()[name] ?? ''];
    if (which === 'both') return [theirs, mine].filter((text) => text !== '').join('\n\n');
    return which === 'theirs' ? theirs : mine;
  }
}
