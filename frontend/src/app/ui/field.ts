import { Component, computed, input } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Icon } from './icon.ts';
import { uniqueId } from './unique-id.ts';

/**
 * Label, hint and error around one control: `<ui-field label="…" [error]="…"><input uiInput [(value)]="name" /></ui-field>`.
 * The control takes its id and descriptions from here.
 */
@Component({
  selector: 'ui-field',
  imports: [Icon, TextPipe],
  template: `
    <label [attr.for]="fieldId()">
      {{ label() }}
      @if (optional()) {
        <span class="opt">({{ 'ui.optional' | t }})</span>
      }
    </label>
    @if (hint(); as text) {
      <span class="hint" [id]="hintId()">{{ text }}</span>
    }
    @if (error(); as text) {
      <span class="error" [id]="errorId()"><ui-icon name="alert" />{{ text }}</span>
    }
    <ng-content />
    @if (saved(); as text) {
      <span class="saved" role="status"><ui-icon name="check" />{{ text }}</span>
    }
  `,
  host: { class: 'field', '[class.field--error]': '!!error()' },
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
  readonly optional = input(false);
  /** "Sparat 14.06": that the draft is safe. */
  readonly saved = input<string>();
  /** Set it where an error summary points here. */
  readonly fieldId = input(uniqueId('field'));

  protected readonly hintId = computed(() => `${this.fieldId()}-hint`);
  protected readonly errorId = computed(() => `${this.fieldId()}-error`);
  readonly describedBy = computed(() => {
    const ids = [this.hint() ? this.hintId() : '', this.error() ? this.errorId() : ''].filter((id) => id !== '');
    return ids.length > 0 ? ids.join(' ') : null;
  });
}
