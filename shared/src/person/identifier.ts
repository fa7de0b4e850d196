export const IDENTIFIER_KINDS = ['PERSONNUMMER', 'SAMORDNINGSNUMMER'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export const IDENTIFIER_REASONS = ['length', 'digits', 'date', 'checksum', 'future'] as const;
export type IdentifierReason = (typeof IDENTIFIER_REASONS)[number];

export interface Identifier {
  /** `YYYYMMDDNNNK`; in a samordningsnummer the day is 61–91 (SKV 707). */
  readonly digits12: string;
  readonly kind: IdentifierKind;
  /** Calendar day, `YYYY-MM-DD`. */
  readonly birthDate: string;
}

export type IdentifierResult = { readonly ok: true; readonly identifier: Identifier } | { readonly ok: false; readonly because: IdentifierReason };

const refused = (because: IdentifierReason): IdentifierResult => ({ ok: false, because });

/**
 * Reads a personnummer or samordningsnummer as people write it: 10 or 12 digits, with or without a hyphen or plus sign.
 * `today` (`YYYY-MM-DD`) decides the century of ten digits and what lies in the future. Source: SKV 704, SKV 707.
 */
export function parseIdentifier(written: string, today: string): IdentifierResult {
  // Word processors turn a hyphen into a dash.
  const text = written
    .trim()
    .replaceAll(' ', '')
    .replaceAll(/[\u2010-\u2013\u2212]/g, '-');
  if (!/^[0-9+-]*$/.test(text) || /[+-]/.test(text.replace(/[+-](?=[^+-]{4}$)/, ''))) return refused('digits');
  const digits = text.replace(/[+-]/, '');
  if (digits.length !== 10 && digits.length !== 12) return refused('length');
  const digits12 = digits.length === 12 ? digits : century(digits, text.includes('+'), today) + digits;
  return judge(digits12, today);
}

/** Everything but the last four digits hidden: `••••••••-2382`. */
export const maskedNumber = (digits12: string): string => `••••••••-${digits12.slice(-4)}`;

/** Whole years on a calendar day. Somebody born on 29 February has their birthday on 1 March in a common year (comparison of month and day). */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function judge(digits12: string, today: string): IdentifierResult {
  const day = Number(digits12.slice(6, 8));
  const kind: IdentifierKind = day > 60 ? 'SAMORDNINGSNUMMER' : 'PERSONNUMMER';
  const birthDay = String(kind === 'SAMORDNINGSNUMMER' ? day - 60 : day).padStart(2, '0');
  const birthDate = `${digits12.slice(0, 4)}-${digits12.slice(4, 6)}-${birthDay}`;
  if (!isCalendarDay(birthDate)) return refused('date');
  if (luhnDigit(digits12.slice(2, 11)) !== Number(digits12[11])) return refused('checksum');
  if (birthDate > today) return refused('future');
  return { ok: true, identifier: { digits12, kind, birthDate } };
}

/** The latest century in which the year is not ahead of us; a plus sign says one further back (lag 1991:481 18 §: from the year one turns 100). */
function century(digits10: string, plus: boolean, today: string): string {
  const thisYear = Number(today.slice(0, 4));
  const year = Number(digits10.slice(0, 2));
  const latest = Math.floor((thisYear - year) / 100);
  return String(plus ? latest - 1 : latest);
}

/** Weights 2, 1, 2 … over nine digits, digit sums, 10 − sum mod 10 (ISO/IEC 7812-1 annex B). */
function luhnDigit(digits9: string): number {
  const sum = [...digits9]
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return (10 - (sum % 10)) % 10;
}

function isCalendarDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}
