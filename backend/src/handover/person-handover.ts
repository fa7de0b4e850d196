import type { HandoverScope, HandoverState } from '@samspel/shared/handover/handover.ts';
import type { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import { clockReading, type StoredClock } from './handover.clock-view.ts';
import { clockJson } from './handover-metadata.sql.ts';
import type { PersonHandoverView } from './handover-parts.dto.ts';
import { PENDING } from './handover.queries.ts';

export interface StoredPersonHandover {
  scope: HandoverScope;
  state: HandoverState;
  toOrganisation: OrganisationRef;
  accountable: StaffRef;
  clock: StoredClock;
}

/** SQL text: the case's waiting handover as `StoredPersonHandover`, ownership before the coordinator role (an activity's stands at the activity); null when nothing waits. */
export const personHandoverJson = (caseId: string): string => `(
  select json_build_object('scope', h.scope, 'state', h.state, 'toOrganisation', ${organisationRefById('h.to_organisation_id')},
    'accountable', ${staffRefJson('h.accountable_assignment_id')}, 'clock', ${clockJson('h')})
  from handover h where h.case_id = ${caseId} and h.state in ${PENDING} and h.scope <> 'ACTIVITY' order by h.scope limit 1)`;

/** The truth as the person reads it: who has not answered, and who holds it until then. */
export function personHandover({ scope, state, toOrganisation, accountable, clock }: StoredPersonHandover, now: Date): PersonHandoverView {
  const { day, ofDays } = clockReading(clock, now);
  return { scope, state, toOrganisation, day, ofDays, sender: senderOf(accountable) };
}

const senderOf = ({ name, givenName, organisation }: StaffRef): PersonHandoverView['sender'] => ({ name, givenName, organisation });
