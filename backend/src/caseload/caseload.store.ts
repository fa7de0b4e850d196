import type { Court, HandoverScope, HandoverState } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import { dueWhenOffered, type Limits, timing } from '../handover/handover.clock.ts';
import { limitsJson, linkTemplateId } from '../handover/link-template.sql.ts';
import type { Nominee } from '../handover/nominee.ts';
import type { Tx } from '../platform/database/database.ts';
import type { CaseloadItemView } from './caseload.dto.ts';
import type { Holder } from './caseload.queries.ts';

/** A handover of a caseload as it begins: with the one who was named, and not yet theirs. */
export interface Offer {
  id: string;
  caseId: string;
  reference: string;
  scope: HandoverScope;
  activityId: string | null;
  state: HandoverState;
  court: Court;
  fromAssignmentId: string;
  fromUnitId: string;
  fromOrganisationId: string;
  toUnitId: string;
  toOrganisationId: string;
  nomineeId: string;
  answerBy: string;
  templateId: string;
  limitsVersion: number;
  limits: Limits;
  at: Date;
}

interface Wish {
  id: string;
  item: CaseloadItemView;
  holder: Holder;
  nominee: Nominee;
  answerBy: string;
  at: Date;
}

/** Locked, so that nobody who is asked leaves before the question stands. Whoever is away or gone is not among the answers. */
const RECEIVERS = `
  select a.id, a.unit_id as "unitId", a.organisation_id as "organisationId", s.given_name || ' ' || s.family_name as name
  from assignment a join staff_member s on s.id = a.staff_member_id
  where a.id = any ($1) and a.organisation_id = $2 and a.id <> $3 and a.role in ('CASEWORKER', 'SUPERVISOR') and app.works_today(a.id) and not app.is_away(a.id)
  order by a.id for share of a`;

export async function receiversAt(tx: Tx, { assignmentId, organisationId }: Holder, ids: readonly string[]): Promise<Map<string, Nominee>> {
  const rows = await tx.query<Nominee[]>(RECEIVERS, [[...new Set(ids)], organisationId, assignmentId]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** The link's limits, as for any handover between the two units. */
export async function terms(tx: Tx, { id, item, holder, nominee, answerBy, at }: Wish): Promise<Offer> {
  const [template] = await tx.query<{ id: string; limitsVersion: number; limits: Limits }[]>(
    `select t.id, t.limits_version as "limitsVersion", ${limitsJson('t')} as limits from link_template t where t.id = ${linkTemplateId('$1', '$2')}`,
    [holder.unitId, nominee.unitId],
  );
  return {
    ...{ id, caseId: item.caseId, reference: item.reference, scope: item.scope, activityId: item.activityId, state: 'RECEIVED', court: 'RECEIVER' },
    ...{ fromAssignmentId: holder.assignmentId, fromUnitId: holder.unitId, fromOrganisationId: holder.organisationId },
    ...{ toUnitId: nominee.unitId, toOrganisationId: nominee.organisationId, nomineeId: nominee.id, answerBy, at },
    ...{ templateId: template!.id, limitsVersion: template!.limitsVersion, limits: template!.limits },
  };
}

export async function insertOffer(tx: Tx, actor: StaffActor, offer: Offer): Promise<void> {
  const due = dueWhenOffered(offer.at, offer.limits, offer.answerBy);
  const time = timing({ ...NOT_YET, ...due, state: offer.state, offeredAt: offer.at });
  const row: Record<string, unknown> = {
    id: offer.id,
    case_id: offer.caseId,
    case_reference: offer.reference,
    scope: offer.scope,
    activity_id: offer.activityId,
    origin: 'CASELOAD',
    state: offer.state,
    court: offer.court,
    from_assignment_id: offer.fromAssignmentId,
    from_unit_id: offer.fromUnitId,
    from_organisation_id: offer.fromOrganisationId,
    to_unit_id: offer.toUnitId,
    to_organisation_id: offer.toOrganisationId,
    accountable_assignment_id: offer.fromAssignmentId,
    nominee_assignment_id: offer.nomineeId,
    nominated_by_assignment_id: actor.id,
    initiated_by_assignment_id: actor.id,
    answer_by: offer.answerBy,
    template_id: offer.templateId,
    limits_version: offer.limitsVersion,
    receipt_due_at: due.receiptDueAt,
    owner_due_at: due.ownerDueAt,
    offered_at: offer.at,
    received_at: offer.at,
    epoch: time.epoch,
    fired: time.fired,
    next_timer: time.nextTimer,
    next_timer_at: time.nextTimerAt,
    stage_started_at: time.stageStartedAt,
    stalled_from: time.stalledFrom,
  };
  const places = Object.keys(row).map((_, index) => `$${index + 1}`);
  await tx.query(`insert into handover (${Object.keys(row).join(', ')}) values (${places.join(', ')})`, Object.values(row));
}

const NOT_YET = {
  ownerLost: false,
  heldFrom: null,
  heldUntil: null,
  heldSeconds: 0,
  acceptedAt: null,
  firstContactAt: null,
  firstContactDueAt: null,
  loopDueAt: null,
  closeAt: null,
  closedAt: null,
  epoch: 1,
  fired: [],
} as const;
