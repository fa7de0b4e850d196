import { afterNextRender, DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** A panel that opens where its button stands: the focus goes to its first field, Esc closes it, and the focus goes back. */
@Directive({ selector: '[appInPlace]', host: { class: 'in-place', '(keydown.escape)': 'leave($event)' } })
export class InPlace {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly before = document.activeElement;
  readonly closed = output<void>({ alias: 'appInPlaceClosed' });

  constructor() {
    afterNextRender(() => firstField(this.host)?.focus());
    inject(DestroyRef).onDestroy(() => {
      // A moment later, when what was pressed has been drawn again.
      queueMicrotask(() => {
        if (this.before instanceof HTMLElement && this.before.isConnected && document.activeElement === document.body) this.before.focus();
      });
    });
  }

  protected leave(event: Event): void {
    // The panel may stand in a dialog, which would close as well.
    event.stopPropagation();
    event.preventDefault();
    this.closed.emit();
  }
}

function firstField(host: HTMLElement): HTMLElement | null {
  const fields = [...host.querySelectorAll<HTMLElement>('input, textarea, select')];
  const [first] = fields;
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first ?? host.querySelector('button');
  // Of a group the chosen one, where Tab would stop too.
  return fields.find((field) => field instanceof HTMLInputElement && field.name === first.name && field.checked) ?? first;
}
