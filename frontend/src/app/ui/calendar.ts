import { afterRenderEffect, Component, computed, ElementRef, inject, input, linkedSignal, output, signal } from '@angular/core';
import { fullDay, monthOf } from '../text/format/dates.ts';
import { addDays, isDay } from '../text/format/days.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { localeOf } from '../text/language.ts';
import { Words } from '../text/words.ts';
import { monthGrid, sameDayInMonth } from './calendar-grid.ts';
import { IconButton } from './icon-button.ts';

/** One month as a grid of days with week numbers; arrows move by day and week, Page Up and Down by month. */
@Component({
  selector: 'ui-calendar',
  imports: [IconButton, TextPipe],
  template: `
    <div class="calendar__head">
      <button [uiIconButton]="'left'" type="button" [label]="'ui.date.previousMonth' | t" (click)="turn(-1)"></button>
      <h3 aria-live="polite">{{ title() }}</h3>
      <button [uiIconButton]="'right'" type="button" [label]="'ui.date.nextMonth' | t" (click)="turn(1)"></button>
    </div>
    <table class="calendar__grid" role="grid" [attr.aria-label]="title()">
      <thead>
        <tr>
          <th scope="col">{{ 'ui.date.week' | t }}</th>
          @for (name of weekdays(); track $index) {
            <th scope="col">{{ name }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (week of weeks(); track week.number) {
          <tr>
            <th scope="row">{{ week.number }}</th>
            @for (day of week.days; track day.day) {
              <td [attr.aria-selected]="day.day === selected()">
                <button
                  type="button"
                  class="calendar__day"
                  [class.is-outside]="day.outside"
                  [attr.data-day]="day.day"
                  [attr.tabindex]="day.day === active() ? 0 : -1"
                  [attr.aria-current]="day.day === today() ? 'date' : null"
                  [attr.aria-disabled]="tooEarly(day.day) ? 'true' : null"
                  [attr.aria-label]="say(day.day)"
                  (click)="pick(day.day)"
                  (keydown)="move($event)"
                >
                  {{ day.date }}
                </button>
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  host: { class: 'calendar' },
})
export class Calendar {
  private readonly words = inject(Words);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly selected = input('');
  readonly today = input.required<string>();
  readonly min = input<string>();
  readonly picked = output<string>();

  protected readonly active = linkedSignal(() => (isDay(this.selected()) ? this.selected() : this.today()));
  private readonly follows = signal(true);

  protected readonly title = computed(() => monthOf(this.active(), this.words.language()));
  protected readonly weeks = computed(() => monthGrid(this.active()));
  protected readonly weekdays = computed(() => {
    const name = new Intl.DateTimeFormat(localeOf(this.words.language()), { weekday: 'short', timeZone: 'UTC' });
    // 2024-01-01 was a Monday.
    return [0, 1, 2, 3, 4, 5, 6].map((n) => name.format(new Date(`${addDays('2024-01-01', n)}T12:00:00Z`)).replace('.', ''));
  });

  constructor() {
    afterRenderEffect(() => {
      const day = this.active();
      if (this.follows()) this.host.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();
    });
  }

  protected say(day: string): string {
    return fullDay(day, this.words.language());
  }

  protected tooEarly(day: string): boolean {
    const min = this.min();
    return min !== undefined && day < min;
  }

  // The month buttons keep the focus while they are pressed again and again.
  protected turn(months: number): void {
    this.follows.set(false);
    this.active.set(sameDayInMonth(this.active(), months));
  }

  protected move(event: KeyboardEvent): void {
    const next = this.target(event.key);
    if (next === undefined) return;
    event.preventDefault();
    this.follows.set(true);
    this.active.set(next);
  }

  protected pick(day: string): void {
    if (!this.tooEarly(day)) this.picked.emit(day);
  }

  private target(key: string): string | undefined {
    const day = this.active();
    const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
    const moves: Readonly<Record<string, () => string>> = {
      ArrowLeft: () => addDays(day, -1),
      ArrowRight: () => addDays(day, 1),
      ArrowUp: () => addDays(day, -7),
      ArrowDown: () => addDays(day, 7),
      Home: () => addDays(day, -weekday),
      End: () => addDays(day, 6 - weekday),
      PageUp: () => sameDayInMonth(day, -1),
      PageDown: () => sameDayInMonth(day, 1),
    };
    return moves[key]?.();
  }
}
