import { Component, computed, inject } from '@angular/core';
import { longDay } from '../text/format/dates.ts';
import { Words } from '../text/words.ts';
import { Icon } from '../ui/icon.ts';
import { DemoClock } from './demo-clock.ts';

/** Says on every page of the demo that its day is not the real one. Nothing at all while it is. */
@Component({
  selector: 'app-demo-clock-bar',
  imports: [Icon],
  template: `
    @if (text(); as line) {
      <p class="line"><ui-icon name="clock" /> {{ line }}</p>
    }
  `,
  styles: `
    .line {
      display: flex;
      align-items: center;
      gap: var(--s-2);
      max-inline-size: 84rem;
      margin-inline: auto;
      padding: var(--s-1) var(--s-6);
      font-size: var(--t-14);
      color: var(--ink-2);
    }
    :host:has(.line) {
      display: block;
      background: var(--sunken);
      border-block-start: 1px solid var(--line);
    }
    @media (max-width: 47.99rem) {
      .line {
        padding-inline: var(--s-4);
      }
    }
  `,
})
export class DemoClockBar {
  private readonly words = inject(Words);
  private readonly clock = inject(DemoClock);

  protected readonly text = computed(() => {
    const view = this.clock.read.value();
    if (view === undefined || view.shiftDays < 1) return '';
    const day = longDay(view.today, this.words.language());
    // A weekend behind is ahead all the same.
    if (view.shiftWorkingDays === 0) return this.words.count('shell.demoClock.days', view.shiftDays, { day });
    return this.words.count('shell.demoClock.workingDays', view.shiftWorkingDays, { day });
  });
}
