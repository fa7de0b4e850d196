import { afterRenderEffect, booleanAttribute, Component, effect, type ElementRef, input, model, viewChild } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { IconButton } from './icon-button.ts';
import { uniqueId } from './unique-id.ts';

/**
 * A native modal dialog. The focus goes to its first field, Esc closes it and the browser gives the focus back to what
 * opened it. What has `uiDialogFoot` stands in the foot. `locked` keeps Esc from closing it.
 */
@Component({
  selector: 'ui-dialog',
  imports: [IconButton, TextPipe],
  template: `
    <dialog #dialog class="dialog" [attr.aria-labelledby]="headingId" (cancel)="cancel($event)" (close)="open.set(false)">
      <div class="dialog__body">
        <div class="dialog__head">
          <h2 [id]="headingId">{{ heading() }}</h2>
          @if (!locked()) {
            <button [uiIconButton]="'x'" type="button" [label]="'ui.close' | t" (click)="open.set(false)"></button>
          }
        </div>
        <ng-content />
      </div>
      <ng-content select="[uiDialogFoot]" />
    </dialog>
  `,
})
export class Dialog {
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly open = model.required<boolean>();
  readonly heading = input.required<string>();
  readonly locked = input(false, { transform: booleanAttribute });
  protected readonly headingId = uniqueId('dialog');

  constructor() {
    effect(() => {
      const element = this.dialog().nativeElement;
      if (this.open() && !element.open) element.showModal();
      if (!this.open() && element.open) element.close();
    });
    // The browser would choose the button that closes, which stands first, or what was there before the content was drawn.
    afterRenderEffect(() => {
      if (!this.open()) return;
      const element = this.dialog().nativeElement;
      // A dialog that asks before something final is read before it is answered, so only a locked one starts at its first act.
      const target = firstField(element) ?? (this.locked() ? element.querySelector<HTMLElement>('.dialog__foot :is(a[href], button)') : null);
      target?.focus();
    });
  }

  protected cancel(event: Event): void {
    if (this.locked()) event.preventDefault();
  }
}

/** Of a group of radio buttons the chosen one, where Tab would stop too. */
function firstField(dialog: HTMLDialogElement): HTMLElement | undefined {
  const fields = [...dialog.querySelectorAll<HTMLElement>('input, select, textarea')].filter((field) => field.closest('dialog') === dialog);
  const [first] = fields;
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first;
  return fields.find((field) => field instanceof HTMLInputElement && field.name === first.name && field.checked) ?? first;
}
