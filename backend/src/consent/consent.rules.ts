import { latestValidTo } from '@samspel/shared/consent/validity.ts';
import type { ProblemError } from '../platform/problem/problem.ts';

interface Terms {
  readonly disclosingOrganisationId: string;
  readonly recipients: { readonly organisationIds: readonly string[]; readonly contactIds: readonly string[] };
}

interface Period {
  readonly validFrom: string;
  readonly validTo: string;
}

/** What is wrong with who is to be told, place by place. */
export function recipientErrors({ disclosingOrganisationId, recipients }: Terms): ProblemError[] {
  const { organisationIds, contactIds } = recipients;
  if (organisationIds.length + contactIds.length === 0) return [{ pointer: '/recipients', code: 'required' }];
  // Within one organisation there is no secrecy to lift.
  return organisationIds.includes(disclosingOrganisationId) ? [{ pointer: '/recipients/organisationIds', code: 'own_organisation' }] : [];
}

/** `today`: the calendar day in Sweden. A consent may begin earlier, since it may have been given on paper, but not already be over. */
export function periodErrors({ validFrom, validTo }: Period, today: string): ProblemError[] {
  if (validTo < validFrom) return [{ pointer: '/validTo', code: 'before_start' }];
  if (validTo < today) return [{ pointer: '/validTo', code: 'past' }];
  return validTo > latestValidTo(validFrom) ? [{ pointer: '/validTo', code: 'too_long' }] : [];
}
