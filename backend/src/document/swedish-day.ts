import type { Day } from './plan-document.ts';

const LONG = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });

/** "28 oktober 2026" of a calendar day (`YYYY-MM-DD`) or of an instant, which is read in Sweden. */
export const swedishDay = (when: string): Day => LONG.format(new Date(when.length === 10 ? `${when}T12:00:00Z` : when));
