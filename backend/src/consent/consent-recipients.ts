import type { Tx } from '../platform/database/database.ts';
import { unprocessable } from '../platform/problem/problem.ts';
import type { ConsentRecipientsInput } from './consent.dto.ts';

/** 422 naming what is not an organisation that may be told, or not a contact of the case. */
export async function requireKnownRecipients(tx: Tx, caseId: string, recipients: ConsentRecipientsInput): Promise<void> {
  const organisations = [...new Set(recipients.organisationIds)];
  const contacts = [...new Set(recipients.contactIds)];
  // A samordningsförbund is no party to anybody's case (lag 2003:1210 7 §), whatever the person says.
  const [known] = await tx.query<{ organisations: number; contacts: number }[]>(
    `select (select count(*)::int from organisation o join principal p on p.id = o.principal_id where o.id = any ($1::uuid[]) and p.kind <> 'FEDERATION') as organisations,
            (select count(*)::int from case_contact t where t.id = any ($2::uuid[]) and t.case_id = $3 and t.removed_at is null) as contacts`,
    [organisations, contacts, caseId],
  );
  const errors = [
    ...(known?.organisations === organisations.length ? [] : [{ pointer: '/recipients/organisationIds', code: 'unknown' }]),
    ...(known?.contacts === contacts.length ? [] : [{ pointer: '/recipients/contactIds', code: 'unknown' }]),
  ];
  if (errors.length) throw unprocessable(errors);
}
