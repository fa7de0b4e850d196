import { Component, DestroyRef, inject, input, output, signal } from '@angular/core';
import { CountPipe, TextPipe } from '../text/text.pipe.ts';
import { Button } from './button.ts';

/**
 * What was just done, how long it can be taken back, and the button that does. The clock stands still while the pointer
 * or the focus is on the row, so nobody is too slow (WCAG 2.2.1).
 */
@Component({
  selector: 'ui-undo-row',
  imports: [Button, CountPipe, TextPipe],
  template: `
    <b role="status">{{ what() }}</b>
    <span class="small muted">{{ 'ui.undo.left' | count: left() }}</span>
    <button uiButton="second" dense icon="undo" (click)="takeBack()">{{ 'ui.undo.button' | t }}</button>
  `,
  host: {
    class: 'undo-row',
    '(pointerenter)': 'held.set(true)',
    '(pointerleave)': 'held.set(false)',
    '(focusin)': 'held.set(true)',
    '(focusout)': 'held.set(false)',
  },
})
export class UndoRow {
  readonly what = input.required<string>();
  readonly seconds = input(8);
  readonly undone = output<void>();
  /** The time is out: what was done stands. */
  readonly lapsed = output<void>();

  protected readonly held = signal(false);
  private readonly passed = signal(0);
  private readonly clock = setInterval(() => this.pass(), 1_000);

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.clock));
  }

  protected left(): number {
    return Math.max(0, this.seconds() - this.passed());
  }

  protected takeBack(): void {
    clearInterval(this.clock);
    this.undone.emit();
  }

  private pass(): void {
    if (this.held()) return;
    this.passed.update((n) => n + 1);
    if (this.left() > 0) return;
    clearInterval(this.clock);
    this.lapsed.emit();
  }
}
