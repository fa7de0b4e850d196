import { Component, computed, inject, input, model, signal } from '@angular/core';
import { fullDay } from '../text/format/dates.ts';
import { isDay, parseDay } from '../text/format/days.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { Calendar } from './calendar.ts';
import { Dialog } from './dialog.ts';
import { Field } from './field.ts';
import { IconButton } from './icon-button.ts';
import { TextInput } from './input.ts';
import { uniqueId } from './unique-id.ts';

/**
 * A day that is typed, with a calendar for those who want one. `value` is `YYYY-MM-DD`, or '' while nothing that is a
 * day has been typed; what was typed stays on the screen either way.
 */
@Component({
  selector: 'ui-date-field',
  imports: [Calendar, Dialog, Field, IconButton, TextInput, TextPipe],
  template: `
    <ui-field [label]="label()" [hint]="hint() ?? ('ui.date.hint' | t)" [error]="shownError()" [optional]="optional()" [fieldId]="fieldId()">
      <div class="with-btn">
        <input
          uiInput
          class="input--date"
          inputmode="numeric"
          autocomplete="off"
          maxlength="10"
          [value]="typed()"
          (valueChange)="type($event)"
          (blur)="left.set(true)"
        />
        <button [uiIconButton]="'calendar'" type="button" [label]="'ui.date.open' | t: { label: label() }" (click)="open.set(true)"></button>
        @if (spoken(); as day) {
          <span class="hint">{{ day }}</span>
        }
      </div>
    </ui-field>
    <ui-dialog [(open)]="open" [heading]="label()">
      @if (open()) {
        <ui-calendar [selected]="value()" [today]="today()" [min]="min()" (picked)="pick($event)" />
      }
    </ui-dialog>
  `,
  host: { class: 'date-field' },
})
export class DateField {
  private readonly words = inject(Words);

  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
  readonly optional = input(false);
  readonly fieldId = input(uniqueId('date'));
  /** Today in domain time (`session.today()`), where the calendar opens. */
  readonly today = input.required<string>();
  /** The first day that may be picked. */
  readonly min = input<string>();
  readonly value = model('');

  protected readonly open = signal(false);
  protected readonly left = signal(false);
  private readonly draft = signal<string | null>(null);

  protected readonly typed = computed(() => this.draft() ?? this.value());
  protected readonly spoken = computed(() => (isDay(this.value()) ? fullDay(this.value(), this.words.language()) : undefined));
  protected readonly shownError = computed(() => {
    if (this.error()) return this.error();
    const draft = this.draft();
    return this.left() && draft !== null && draft !== '' && parseDay(draft) === undefined ? this.words.t('ui.date.noSuchDay') : null;
  });

  protected type(text: string): void {
    const day = parseDay(text);
    this.draft.set(day === text ? null : text);
    this.value.set(day ?? '');
  }

  protected pick(day: string): void {
    this.draft.set(null);
    this.value.set(day);
    this.open.set(false);
  }
}
