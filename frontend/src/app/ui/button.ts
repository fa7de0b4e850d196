import { booleanAttribute, Component, computed, effect, ElementRef, inject, input, signal } from '@angular/core';
import { Icon, type IconName } from './icon.ts';

export type ButtonKind = 'main' | 'second' | 'quiet' | 'stop';

const CALM_MS = 300;

/**
 * The look of something to press, on a real button or link.
 * While `busy` it takes no presses at once, and says so to the eye after 300 ms.
 */
@Component({
  selector: 'button[uiButton], a[uiButton]',
  imports: [Icon],
  template: `
    @if (turning()) {
      <ui-icon name="spin" />
    } @else if (icon(); as name) {
      <ui-icon [name]="name" />
    }
    <ng-content />
  `,
  host: {
    '[class]': 'classes()',
    '[attr.aria-disabled]': "busy() || blocked() ? 'true' : null",
    '[attr.type]': 'type()',
  },
})
export class Button {
  readonly kind = input<ButtonKind | ''>('main', { alias: 'uiButton' });
  readonly icon = input<IconName>();
  readonly dense = input(false, { transform: booleanAttribute });
  readonly wide = input(false, { transform: booleanAttribute });
  readonly busy = input(false);
  /** Can be reached and read, not pressed; say why beside it (`ui-action` does). */
  readonly blocked = input(false);
  readonly submits = input(false, { transform: booleanAttribute });

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly isLink = this.element.tagName === 'A';
  protected readonly turning = signal(false);
  // A button inside a form would otherwise send it, whoever pressed it and why.
  protected readonly type = computed(() => (this.isLink ? null : this.submits() ? 'submit' : 'button'));
  protected readonly classes = computed(() =>
    [
      'btn',
      this.kind() === '' || this.kind() === 'main' ? '' : `btn--${this.kind()}`,
      this.dense() ? 'btn--s' : '',
      this.wide() ? 'btn--wide' : '',
      this.turning() ? 'btn--busy' : '',
    ].join(' '),
  );

  constructor() {
    // Before anybody else's listener: the template's own would otherwise have run already.
    this.element.addEventListener('click', (event) => this.hold(event), { capture: true });
    effect((onCleanup) => {
      if (!this.busy()) {
        this.turning.set(false);
        return;
      }
      const timer = setTimeout(() => this.turning.set(true), CALM_MS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  private hold(event: Event): void {
    if (!this.busy() && !this.blocked()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
