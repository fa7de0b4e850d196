import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type StalledRowView } from '@samspel/shared/api.ts';
import { PAUSE_MAX_WORKING_DAYS } from '@samspel/shared/handover/handover.ts';
import { isWorkingDay, plusDays } from '@samspel/shared/calendar/working-days.ts';
import { Api } from '../api/api.ts';
import { ActForm } from '../case/act-form.ts';
import { FormState } from '../case/form-state.ts';
import { SessionStore } from '../session/session.store.ts';
import { fullDay } from '../text/format/dates.ts';
import { TextPipe } from '../text/text.pipe.ts';
import { Words } from '../text/words.ts';
import { DateField } from '../ui/date-field.ts';

/** Hides the row from one's own board until a day. The clock runs on, and everybody else is alerted as before. */
@Component({
  selector: 'app-pause-form',
  imports: [ActForm, DateField, TextPipe],
  template: `
    <form [appActForm]="form" [label]="'stalled.pause.send' | t" (sent)="send()" (cancelled)="cancelled.emit()">
      <p class="soft">{{ 'stalled.pause.lead' | t }}</p>
      <ui-date-field
        [label]="'stalled.pause.until' | t"
        [hint]="'stalled.pause.hint' | t: { day: latestText() }"
        [today]="today()"
        [min]="today()"
        [fieldId]="form.id('until')"
        [error]="form.error('until')"
        [(value)]="until"
      />
    </form>
  `,
})
export class PauseForm {
  private readonly api = inject(Api);
  private readonly words = inject(Words);

  readonly row = input.required<StalledRowView>();
  readonly settled = output<string>();
  readonly cancelled = output<void>();

  protected readonly today = inject(SessionStore).today;
  protected readonly form = new FormState(this.words, 'pause', ['until'], 'stalled.error.');
  protected readonly until = signal('');
  private readonly latest = computed(() => workingDayAfter(this.today(), PAUSE_MAX_WORKING_DAYS));
  protected readonly latestText = computed(() => fullDay(this.latest(), this.words.language()));

  protected async send(): Promise<void> {
    const until = this.until();
    const wrong = until === '' ? 'required' : until <= this.today() || until > this.latest() ? 'range' : false;
    if (!this.form.check({ until: wrong })) return;
    await this.form.send(() => this.api.act(`/stalled-handovers/${this.row().id}/pause`, { until }));
    if (!this.form.act.failed()) this.settled.emit(this.words.t('stalled.done.paused', { day: fullDay(until, this.words.language()) }));
  }
}

/** The `n`th working day after `day`. */
function workingDayAfter(day: string, n: number): string {
  const next = plusDays(day, 1);
  if (!isWorkingDay(next)) return workingDayAfter(next, n);
  return n === 1 ? next : workingDayAfter(next, n - 1);
}
