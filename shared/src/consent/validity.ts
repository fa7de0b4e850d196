import { CONSENT_EXPIRING_DAYS, type ConsentStanding, type ConsentState } from './consent.ts';

/** The days of a consent, as `YYYY-MM-DD`, which compare as text. */
export interface ConsentDays {
  readonly validFrom: string;
  readonly validTo: string;
  readonly withdrawn: boolean;
}

/** The last day a consent from `validFrom` may have: the same date next year, 28 February after a leap day. */
export function latestValidTo(validFrom: string): string {
  const year = String(Number(validFrom.slice(0, 4)) + 1).padStart(4, '0');
  const rest = validFrom.slice(4);
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`;
}

/** `today`: the calendar day in Sweden. Both ends of the period count. */
export function consentState(days: ConsentDays, today: string): ConsentState {
  if (days.withdrawn) return 'WITHDRAWN';
  if (today > days.validTo) return 'EXPIRED';
  if (today < days.validFrom) return 'UPCOMING';
  return days.validTo <= plusDays(today, CONSENT_EXPIRING_DAYS) ? 'EXPIRING' : 'VALID';
}

export interface Standing {
  readonly state: ConsentStanding;
  /** The day the first organisation loses its leave to share (or lost it); null when nothing stands. */
  readonly validTo: string | null;
}

/**
 * One answer for a whole case. A later consent of the same disclosing organisation takes over from an earlier one; the organisation whose
 * leave ends first decides, because that is when somebody must ask again.
 */
export function consentStanding(consents: readonly (ConsentDays & { readonly disclosingOrganisationId: string })[], today: string): Standing {
  const valid = lastDays(consents.filter((each) => ['VALID', 'EXPIRING'].includes(consentState(each, today))));
  if (valid.length) {
    const validTo = valid.reduce((first, day) => (day < first ? day : first));
    return { state: validTo <= plusDays(today, CONSENT_EXPIRING_DAYS) ? 'EXPIRING' : 'VALID', validTo };
  }
  const expired = consents.filter((each) => consentState(each, today) === 'EXPIRED').map((each) => each.validTo);
  if (expired.length) return { state: 'EXPIRED', validTo: expired.reduce((last, day) => (day > last ? day : last)) };
  return { state: 'NONE', validTo: null };
}

/** The last valid day of each disclosing organisation. */
function lastDays(consents: readonly { readonly disclosingOrganisationId: string; readonly validTo: string }[]): string[] {
  const last = new Map<string, string>();
  for (const { disclosingOrganisationId, validTo } of consents) {
    const known = last.get(disclosingOrganisationId);
    if (!known || known < validTo) last.set(disclosingOrganisationId, validTo);
  }
  return [...last.values()];
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
