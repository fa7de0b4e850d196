import { Component, computed, input, output } from '@angular/core';
import { TextPipe } from '../text/text.pipe.ts';
import { Icon } from './icon.ts';

/** The round button that says "done"; it asks and undoes in place, never in a toast. */
@Component({
  selector: 'ui-tick',
  imports: [Icon, TextPipe],
  template: `
    <button type="button" class="tick" [attr.aria-pressed]="done()" [attr.aria-label]="'ui.markDone' | t: { what: what() }" (click)="ticked.emit()">
      <ui-icon name="check" />
    </button>
  `,
})
export class Tick {
  readonly what = input.required<string>();
  readonly done = input(false);
  readonly ticked = output<void>();
}

/**
 * One row of `<ul class="tasks" role="list">`: `<li uiTask heading="…" meta="…">`, with what leads it (`uiTaskLead`, a
 * tick or a badge) and what ends it (`uiTaskEnd`, a tag or button).
 */
@Component({
  selector: 'li[uiTask]',
  template: `
    <span class="task__lead"><ng-content select="[uiTaskLead]" /></span>
    <div class="task__text">
      @if (struck()) {
        <s class="muted">{{ heading() }}</s>
      } @else {
        <span class="task__name"><ng-content select="[uiTaskName]" />{{ named() }}</span>
      }
      @if (meta(); as text) {
        <p class="task__meta">{{ text }}</p>
      }
      <ng-content />
    </div>
    <span class="task__end"><ng-content select="[uiTaskEnd]" /></span>
  `,
})
export class Task {
  readonly heading = input.required<string>();
  readonly meta = input<string>();
  /** Done a moment ago and still to be undone. */
  readonly struck = input(false);
  /** True when the name is given as a link in `uiTaskName`. */
  readonly linked = input(false);
  protected readonly named = computed(() => (this.linked() ? '' : this.heading()));
}
