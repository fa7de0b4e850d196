import type { ConsentAction } from '@samspel/shared/consent/consent.ts';
import { consentStanding, consentState } from '@samspel/shared/consent/validity.ts';
import { availability } from '../access/availability.ts';
import type { ConsentsView, ConsentView } from './consent.dto.ts';
import { mayWithdrawConsent } from './consent.policy.ts';

/** What `consentRowsJson` builds: a consent without what depends on the day. */
export type ConsentRow = Omit<ConsentView, 'state' | 'actions' | 'blocked'>;

/** `today`: the calendar day in Sweden. */
export function consentView(row: ConsentRow, today: string): ConsentView {
  const withdrawn = row.withdrawn !== null;
  return {
    ...row,
    state: consentState({ ...row, withdrawn }, today),
    ...availability<ConsentAction>({ 'consent.withdraw': mayWithdrawConsent({ withdrawn }) }),
  };
}

export function consentsView(rows: readonly ConsentRow[], today: string): ConsentsView {
  const days = rows.map((row) => ({ ...row, withdrawn: row.withdrawn !== null, disclosingOrganisationId: row.disclosingOrganisation.id }));
  return { ...consentStanding(days, today), items: rows.map((row) => consentView(row, today)) };
}
