import { type AfterContentChecked, Directive, ElementRef, inject, model, output } from '@angular/core';
import { Field } from './field.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A native text control with `[(value)]`; inside `ui-field` it is named and described by it. Ctrl+Enter asks to save. */
@Directive({
  selector: 'input[uiInput], textarea[uiInput], select[uiInput]',
  host: {
    class: 'input',
    '[attr.id]': 'field?.fieldId()',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': "field?.error() ? 'true' : null",
    '(input)': 'value.set(control.value)',
    '(keydown.control.enter)': 'save.emit()',
    '(keydown.meta.enter)': 'save.emit()',
  },
})
export class TextInput implements AfterContentChecked {
  protected readonly field = inject(Field, { optional: true });
  protected readonly control = inject<ElementRef<Control>>(ElementRef).nativeElement;

  readonly value = model('');
  readonly save = output<void>();

  // A select takes a value only once its options exist, which may be a later round than the value's own change.
  ngAfterContentChecked(): void {
    if (this.control.value !== this.value()) this.control.value = this.value();
  }
}
