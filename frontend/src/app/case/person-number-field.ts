import { Component, computed, inject, input, model, output, signal } from '@angular/core';
import { type FoundPerson, type PersonLookupView } from '@samspel/shared/api.ts';
import { parseIdentifier } from '@samspel/shared/person/identifier.ts';
import { Act } from '../api/act.ts';
import { Api } from '../api/api.ts';
import { SessionStore } from '../session/session.store.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Field } from '../ui/field.ts';
import { TextInput } from '../ui/input.ts';
import { Note } from '../ui/note.ts';
import { Problem } from '../ui/problem.ts';

export type KnownPerson = Pick<FoundPerson, 'givenName' | 'familyName'>;

/** A personnummer, checked when one leaves the field, and then compared with what the own organisation has recorded. */
@Component({
  selector: 'app-person-number-field',
  imports: [Field, Note, Problem, TextInput, TextPipe],
  template: `
    <ui-field [label]="'case.person.number' | t" [hint]="'case.person.numberHint' | t" [fieldId]="fieldId()" [error]="shownError()">
      <input
        uiInput
        class="input--number"
        inputmode="numeric"
        autocomplete="off"
        maxlength="20"
        [value]="value()"
        (valueChange)="type($event)"
        (blur)="leave()"
      />
    </ui-field>
    @if (asking.problem(); as problem) {
      <ui-problem [problem]="problem" />
    }
    <div aria-live="polite">
      @if (known(); as person) {
        <ui-note kind="done" icon="check-circle">{{
          'case.person.known' | t: { name: person.givenName + ' ' + person.familyName, number: person.maskedNumber }
        }}</ui-note>
      }
    </div>
  `,
  host: { class: 'field-group stack' },
})
export class PersonNumberField {
  private readonly api = inject(Api);
  private readonly words = inject(Words);
  private readonly session = inject(SessionStore);

  readonly fieldId = input.required<string>();
  readonly error = input<string | null>(null);
  /** Nothing is looked up before the person has said yes to being asked about. */
  readonly mayLookUp = input.required<boolean>();
  readonly value = model.required<string>();
  readonly recognised = output<KnownPerson>();

  protected readonly asking = new Act();
  protected readonly known = signal<FoundPerson | null>(null);
  private readonly left = signal(false);
  private readonly parsed = computed(() => parseIdentifier(this.value(), this.session.today()));
  private asked = '';

  protected readonly shownError = computed(() => {
    const parsed = this.parsed();
    if (this.left() && this.value().trim() !== '' && !parsed.ok) {
      return (
        this.words.known(`case.error.open.personalNumber.${parsed.because}`) ??
        this.words.known(`case.error.code.${parsed.because}`) ??
        this.words.t('case.error.other')
      );
    }
    return this.error();
  });

  protected type(text: string): void {
    this.value.set(text);
    this.left.set(false);
    this.known.set(null);
  }

  protected leave(): void {
    this.left.set(true);
    const parsed = this.parsed();
    if (parsed.ok && this.mayLookUp()) void this.lookUp(parsed.identifier.digits12);
  }

  private async lookUp(digits12: string): Promise<void> {
    // Every look-up is logged and they are counted, so the same number is asked about once.
    if (digits12 === this.asked) return;
    this.asked = digits12;
    const answer = await this.asking.run((key) => this.api.create<PersonLookupView>('/person-lookups', { personalNumber: digits12 }, key));
    if (answer?.person === undefined) return;
    this.known.set(answer.person);
    this.recognised.emit(answer.person);
  }
}
