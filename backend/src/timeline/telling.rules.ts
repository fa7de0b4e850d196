const ZONE = 'Europe/Stockholm';

/** Why a told event cannot be written as it stands; null when it can. Days are YYYY-MM-DD and compare as text. */
export function whyNotTold(
  told: { occurredOn: string; recipients: readonly string[] },
  today: string,
  ownOrganisation: string,
): { pointer: string; code: string } | null {
  if (told.occurredOn > today) return { pointer: '/occurredOn', code: 'inTheFuture' };
  if (told.recipients.includes(ownOrganisation)) return { pointer: '/recipients', code: 'ownOrganisation' };
  if (new Set(told.recipients).size < told.recipients.length) return { pointer: '/recipients', code: 'twice' };
  return null;
}

/** The moment a told event carries: now for today, else noon of that day in Sweden, since nobody was asked for the hour. */
export function momentOf(occurredOn: string, today: string, now: Date): Date {
  if (occurredOn === today) return now;
  const noon = Temporal.PlainDate.from(occurredOn).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' });
  return new Date(noon.epochMilliseconds);
}
