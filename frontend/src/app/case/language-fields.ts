import { Component, computed, inject, model } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { spokenLanguages } from './spoken-languages.ts';

/** What the person reads, and what to interpret. */
@Component({
  selector: 'app-language-fields',
  imports: [Field, TextInput, TextPipe],
  template: `
    <ui-field [label]="'case.language.reads' | t">
      <select uiInput [(value)]="language">
        @for (each of languages(); track each.value) {
          <option [value]="each.value">{{ each.label }}</option>
        }
      </select>
    </ui-field>
    <ui-field [label]="'case.language.interpreter' | t">
      <select uiInput [(value)]="interpreter">
        <option value="">{{ 'case.language.none' | t }}</option>
        @for (each of interpreted(); track each.value) {
          <option [value]="each.value">{{ each.label }}</option>
        }
      </select>
    </ui-field>
  `,
  host: { class: 'field-group stack' },
})
export class LanguageFields {
  private readonly words = inject(Words);

  readonly language = model.required<string>();
  /** '' when no interpreter is needed. */
  readonly interpreter = model.required<string>();
  protected readonly languages = computed(() => spokenLanguages(this.words, this.language()));
  protected readonly interpreted = computed(() => spokenLanguages(this.words, this.interpreter()).filter(({ value }) => value !== 'sv'));
}
