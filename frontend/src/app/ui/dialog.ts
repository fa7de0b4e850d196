import { booleanAttribute, Component, effect, type ElementRef, input, model, viewChild } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { IconButton } from './icon-button.ts';
import { uniqueId } from './unique-id.ts';

/**
 * A native modal dialog. Esc closes it and the browser gives the focus back to what opened it. What has `uiDialogFoot`
 * stands in the foot. `locked` keeps Esc from closing it.
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
  }

  protected cancel(event: Event): void {
    if (this.locked()) event.preventDefault();
  }
}
