import { type Language, localeOf } from '../language.ts';

const ZONE = 'Europe/Stockholm';
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

type When = string | Date;

/** "tors 26 nov"; in another year than this one "mån 19 juli 2027". */
export function shortDay(when: When, language: Language, today = dayOf(new Date())): string {
  const day = format(when, language, { weekday: 'short', day: 'numeric', month: 'short' });
  const year = dayOf(when).slice(0, 4);
  return year === today.slice(0, 4) ? day : `${day} ${year}`;
}

/** "26 november 2026" */
export function fullDay(when: When, language: Language): string {
  return format(when, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "torsdag 26 november 2026" */
export function longDay(when: When, language: Language): string {
  return format(when, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Måndag 23 november", as a heading begins. */
export function weekdayAndDay(when: When, language: Language): string {
  const text = format(when, language, { weekday: 'long', day: 'numeric', month: 'long' });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "November 2026", as a heading begins. */
export function monthOf(when: When, language: Language): string {
  const text = format(when, language, { month: 'long', year: 'numeric' });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "10.00"; English writes "10:00". */
export function timeOf(when: When, language: Language): string {
  const text = format(when, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return language === 'en' ? text : text.replace(':', '.');
}

/** "ons 18 nov 14.10" */
export function moment(when: When, language: Language, today = dayOf(new Date())): string {
  return `${shortDay(when, language, today)} ${timeOf(when, language)}`;
}

/** "26 november 2026 kl. 10.00" */
export function fullMoment(when: When, language: Language): string {
  return `${fullDay(when, language)} ${language === 'en' ? 'at' : 'kl.'} ${timeOf(when, language)}`;
}

/** The calendar day in Stockholm of an instant, as `YYYY-MM-DD`. */
export function dayOf(when: When): string {
  if (typeof when === 'string' && DAY.test(when)) return when;
  return formatter('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(asDate(when));
}

function format(when: When, language: Language, options: Intl.DateTimeFormatOptions): string {
  // "nov." and "tors." carry full stops in Swedish locale data; the product writes them without.
  return formatter(localeOf(language), options).format(asDate(when)).replace(/\./g, '').replace(/,/g, '');
}

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = locale + JSON.stringify(options);
  const known = formatters.get(name) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: ZONE });
  formatters.set(name, known);
  return known;
}

function asDate(when: When): Date {
  if (typeof when !== 'string') return when;
  // A calendar day has no zone; noon UTC is the same day in Stockholm all year.
  return new Date(DAY.test(when) ? `${when}T12:00:00Z` : when);
}
