import { inject, Pipe, type PipeTransform } from '@angular/core';
import { fullDay, fullMoment, moment, monthOf, shortDay, timeOf, weekdayAndDay } from './format/dates.ts';
import { Words } from './words.ts';

const FORMATS = { day: shortDay, 'full-day': fullDay, 'week-day': weekdayAndDay, time: timeOf, moment, 'full-moment': fullMoment, month: monthOf };

/** A date or an instant as a reader says it: `{{ note.at | when: 'moment' }}` → "ons 18 nov 14.10". Always Stockholm time. */
@Pipe({ name: 'when', pure: false })
export class WhenPipe implements PipeTransform {
  private readonly words = inject(Words);

  transform(value: string | Date | null | undefined, format: keyof typeof FORMATS): string {
    return value === null || value === undefined ? '' : FORMATS[format](value, this.words.language());
  }
}
