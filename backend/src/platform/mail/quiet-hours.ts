import { isWorkingDay, plusDays } from '@samspel/shared/calendar/working-days.ts';

const ZONE = 'Europe/Stockholm';
const FROM_HOUR = 7;
const TO_HOUR = 20;

/**
 * When a mail that is due at `moment` may leave: at once between 07.00 and 20.00 Swedish time on working days, else when the next such
 * window opens. Domain time in and out.
 */
export function mailTime(moment: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(ZONE);
  const today = local.toPlainDate().toString();
  if (isWorkingDay(today) && local.hour >= FROM_HOUR && local.hour < TO_HOUR) return moment;
  return opening(isWorkingDay(today) && local.hour < FROM_HOUR ? today : nextWorkingDay(today));
}

function nextWorkingDay(day: string): string {
  const next = plusDays(day, 1);
  return isWorkingDay(next) ? next : nextWorkingDay(next);
}

const opening = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: ZONE, plainTime: { hour: FROM_HOUR } }).epochMilliseconds);
