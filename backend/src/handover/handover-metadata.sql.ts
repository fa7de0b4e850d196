import type { Court, HandoverDirection, HandoverOrigin, HandoverScope, HandoverState } from '@samspel/shared/handover/handover.ts';
import type { OrganisationRef, StaffRef } from '../organisation/refs.dto.ts';
import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import type { StoredClock } from './handover.clock-view.ts';

/** What supervisors of both sides may read of a handover: no person, no case, no words. */
export interface HandoverMetadata {
  id: string;
  version: number;
  reference: string;
  scope: HandoverScope;
  origin: HandoverOrigin;
  state: HandoverState;
  court: Court;
  direction: HandoverDirection;
  bounces: number;
  ownerLost: boolean;
  from: { unit: { id: string; name: string }; organisation: OrganisationRef; staff: StaffRef };
  to: { unit: { id: string; name: string }; organisation: OrganisationRef };
  accountable: StaffRef;
  nominee: StaffRef | null;
  offeredAt: string | null;
  answerBy: string | null;
  clock: StoredClock;
}

const unitJson = (unitId: string): string =>
  `(select json_build_object('id', ref_n.id, 'name', ref_n.name) from unit ref_n where ref_n.id = ${unitId})`;

/** SQL text: the times of the handover `h` as `StoredClock`. */
export const clockJson = (h: string): string => `json_build_object('state', ${h}.state, 'ownerLost', ${h}.owner_lost, 'heldFrom', ${h}.held_from,
  'heldUntil', ${h}.held_until, 'heldAt', ${instantJson(`${h}.held_at`)}, 'heldSeconds', ${h}.held_seconds, 'offeredAt', ${instantJson(`${h}.offered_at`)},
  'receiptDueAt', ${instantJson(`${h}.receipt_due_at`)}, 'ownerDueAt', ${instantJson(`${h}.owner_due_at`)}, 'acceptedAt', ${instantJson(`${h}.accepted_at`)},
  'firstContactAt', ${instantJson(`${h}.first_contact_at`)}, 'firstContactDueAt', ${instantJson(`${h}.first_contact_due_at`)},
  'loopDueAt', ${instantJson(`${h}.loop_due_at`)}, 'endedAt', ${instantJson(`${h}.ended_at`)}, 'closeAt', ${instantJson(`${h}.close_at`)},
  'closedAt', ${instantJson(`${h}.closed_at`)}, 'epoch', ${h}.epoch, 'fired', ${h}.fired, 'nextTimer', ${h}.next_timer,
  'nextTimerAt', ${instantJson(`${h}.next_timer_at`)}, 'stageStartedAt', ${instantJson(`${h}.stage_started_at`)},
  'stalledFrom', ${instantJson(`${h}.stalled_from`)})`;

/** SQL text: key and value pairs of `HandoverMetadata` for the handover `h`, to build a larger object around. */
export const metadataPairs = (h: string): string => `'id', ${h}.id, 'version', ${h}.version, 'reference', ${h}.case_reference, 'scope', ${h}.scope,
  'origin', ${h}.origin, 'state', ${h}.state, 'court', ${h}.court, 'direction', ${h}.direction, 'bounces', ${h}.bounces, 'ownerLost', ${h}.owner_lost,
  'from', json_build_object('unit', ${unitJson(`${h}.from_unit_id`)}, 'organisation', ${organisationRefById(`${h}.from_organisation_id`)},
    'staff', ${staffRefJson(`${h}.from_assignment_id`)}),
  'to', json_build_object('unit', ${unitJson(`${h}.to_unit_id`)}, 'organisation', ${organisationRefById(`${h}.to_organisation_id`)}),
  'accountable', ${staffRefJson(`${h}.accountable_assignment_id`)}, 'nominee', ${staffRefJson(`${h}.nominee_assignment_id`)},
  'offeredAt', ${instantJson(`${h}.offered_at`)}, 'answerBy', ${h}.answer_by, 'clock', ${clockJson(h)}`;

/** SQL text: a `HandoverMetadata` object. */
export const metadataJson = (h: string): string => `json_build_object(${metadataPairs(h)})`;
