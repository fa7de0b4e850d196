import type { Tx } from '../platform/database/database.ts';

/** Names of a handover's two sides, as timeline and notices say them. */
export interface LinkNames extends Record<string, string> {
  fromOrganisation: string;
  toOrganisation: string;
  toUnit: string;
}

const NAMES = `
  select f.short_name as "fromOrganisation", o.short_name as "toOrganisation", u.name as "toUnit"
  from unit u join organisation o on o.id = u.organisation_id, organisation f where u.id = $1 and f.id = $2`;

export async function linkNames(tx: Tx, { toUnitId, fromOrganisationId }: { toUnitId: string; fromOrganisationId: string }): Promise<LinkNames> {
  const [names] = await tx.query<LinkNames[]>(NAMES, [toUnitId, fromOrganisationId]);
  return names!;
}
