import { Component, computed, inject, input, model } from '@angular/core';
import { type CaseView, type InformationCategory } from '@samspel/shared/api.ts';
import { INFORMATION_CATEGORIES } from '@samspel/shared/consent/consent.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Check } from '../ui/choice.ts';
import { Field } from '../ui/field.ts';
import { Icon } from '../ui/icon.ts';
import { TextInput } from '../ui/input.ts';
import { receivers } from './coverage.ts';

/** What kind of information, to which organisations of the team, and who will then be able to read it. */
@Component({
  selector: 'app-recipients',
  imports: [Check, Field, Icon, TextInput, TextPipe],
  template: `
    <ui-field [label]="'consent.recipients.category' | t">
      <select uiInput [value]="category()" (valueChange)="choose($event)">
        @for (each of categories(); track each.value) {
          <option [value]="each.value">{{ each.label }}</option>
        }
      </select>
    </ui-field>
    <fieldset class="fieldset" [class.field--error]="!!error()">
      <legend>{{ legend() }}</legend>
      @if (error(); as text) {
        <span class="error"><ui-icon name="alert" />{{ text }}</span>
      }
      @for (each of all(); track each.organisation.id) {
        <ui-check
          [label]="each.organisation.name"
          [hint]="each.people.join(', ')"
          [shutBecause]="each.covered ? undefined : ('consent.recipients.notCovered' | t)"
          [fieldId]="$first ? fieldId() : fieldId() + '-' + $index"
          [checked]="chosen().includes(each.organisation.id)"
          (checkedChange)="set(each.organisation.id, $event)"
        />
      } @empty {
        <p class="hint">{{ 'consent.recipients.nobody' | t }}</p>
      }
    </fieldset>
    <p class="small soft sight" role="status"><ui-icon name="eye" /> {{ sight() }}</p>
  `,
  host: { class: 'field-group stack' },
})
export class Recipients {
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  readonly view = input.required<CaseView>();
  readonly legend = input.required<string>();
  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  readonly category = model.required<InformationCategory>();
  readonly chosen = model.required<readonly string[]>();

  protected readonly categories = computed(() =>
    INFORMATION_CATEGORIES.map((value) => ({ value, label: this.words.t(`consent.category.${value}`) })),
  );
  protected readonly all = computed(() => receivers(this.view(), this.session.assignment()?.organisation.id ?? '', this.category()));
  protected readonly sight = computed(() => {
    const readers = this.all().filter(({ organisation }) => this.chosen().includes(organisation.id));
    const who = readers.flatMap(({ people, organisation }) => people.map((name) => `${name} (${organisation.shortName})`)).join(', ');
    return who === '' ? this.words.t('consent.recipients.onlyYours') : this.words.t('consent.recipients.sight', { who });
  });

  protected choose(value: string): void {
    const category = INFORMATION_CATEGORIES.find((each) => each === value);
    if (category === undefined) return;
    this.category.set(category);
    // A receiver that no consent covers for the new kind is not kept in silence.
    const covered = this.all().filter((each) => each.covered);
    this.chosen.update((chosen) => chosen.filter((id) => covered.some(({ organisation }) => organisation.id === id)));
  }

  protected set(id: string, checked: boolean): void {
    this.chosen.update((chosen) => (checked ? [...chosen, id] : chosen.filter((each) => each !== id)));
  }
}
