import { Component, input, model } from '@angular/core';
import { type OwnWord } from '@samspel/shared/api.ts';
import { WORDS_MAX } from '@samspel/shared/organisation/organisation.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Button } from '../ui/button.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';

/** Words the organisation uses in its own way, one row each. */
@Component({
  selector: 'app-own-words',
  imports: [Button, Field, Icon, TextInput, TextPipe],
  template: `
    <fieldset class="fieldset" [class.field--error]="!!error()">
      <legend>{{ 'organisation.words.title' | t }}</legend>
      @if (error(); as text) {
        <span class="error"><ui-icon name="alert" />{{ text }}</span>
      }
      @for (own of words(); track $index; let i = $index; let first = $first) {
        <div class="pair">
          <ui-field [label]="'organisation.words.word' | t" [fieldId]="first ? fieldId() : fieldId() + '-' + i">
            <input uiInput maxlength="60" [value]="own.word" (valueChange)="change(i, { word: $event })" />
          </ui-field>
          <ui-field [label]="'organisation.words.meaning' | t">
            <input uiInput maxlength="400" [value]="own.meaning" (valueChange)="change(i, { meaning: $event })" />
          </ui-field>
          <button uiButton="quiet" dense icon="x" (click)="remove(i)">
            {{ 'operations.card.removeWord' | t }}<span class="vh"> {{ own.word }}</span>
          </button>
        </div>
      }
      @if (words().length < most) {
        <button uiButton="second" dense icon="plus" (click)="add()">{{ 'operations.card.addWord' | t }}</button>
      }
    </fieldset>
  `,
  styles: `
    :host {
      display: block;
    }
    .pair {
      display: grid;
      gap: var(--s-3);
      align-items: end;
      margin-block-end: var(--s-4);
      grid-template-columns: 1fr;
    }
    .pair > ui-field {
      margin: 0;
    }
    .pair > button {
      justify-self: start;
    }
    @media (min-width: 48rem) {
      .pair {
        grid-template-columns: 12rem 1fr auto;
      }
    }
  `,
})
export class OwnWords {
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly words = model.required<readonly OwnWord[]>();
  protected readonly most = WORDS_MAX;

  protected add(): void {
    this.words.update((words) => [...words, { word: '', meaning: '' }]);
  }

  protected remove(index: number): void {
    this.words.update((words) => words.filter((_, i) => i !== index));
  }

  protected change(index: number, change: Partial<OwnWord>): void {
    this.words.update((words) => words.map((own, i) => (i === index ? { ...own, ...change } : own)));
  }
}
