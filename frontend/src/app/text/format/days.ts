import { type Language, localeOf } from '../language.ts';

const DAY_MS = 86_400_000;

/** Days from one calendar day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

export function addDays(day: string, days: number): string {
  return new Date(utc(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** "i dag", "i går", "i morgon", "om 12 dagar", "för 3 dagar sedan" */
export function relativeDay(day: string, today: string, language: Language): string {
  return new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(daysBetween(today, day), 'day');
}

/** ISO 8601 week number, the one Swedish calendars print. */
export function weekOf(day: string): number {
  const weekday = (new Date(utc(day)).getUTCDay() + 6) % 7;
  const thursday = addDays(day, 3 - weekday);
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1;
}

/** Whether a typed text is a day that exists: `2026-02-30` is not. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = utc(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Reads a day as people type it: `20261126`, `2026-11-26`, `261126`; undefined when it is none. */
export function parseDay(typed: string): string | undefined {
  const digits = typed.replace(/[\s./-]/g, '');
  const full = digits.length === 6 ? `20${digits}` : digits;
  const day = `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6)}`;
  return isDay(day) ? day : undefined;
}

function utc(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
