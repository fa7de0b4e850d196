import { randomUUIDv7 } from 'node:crypto';
import type { Timer } from '@samspel/shared/alert/alert.ts';
import type {
  Court,
  DeclineCode,
  HandoverDirection,
  HandoverMove,
  HandoverOrigin,
  HandoverScope,
  HandoverState,
} from '@samspel/shared/handover/handover.ts';
import type { Actor, StaffActor } from '../access/actor.ts';
import { tellIntake } from '../care-team/invitation/intake.ts';
import type { Tx } from '../platform/database/database.ts';
import { announce } from '../platform/live/announce.ts';
import { notVisible, Problem } from '../platform/problem/problem.ts';
import { type ClockFacts, type Limits, timing } from './handover.clock.ts';
import { courtOf, moved } from './handover.rules.ts';

/** What an act may change besides the state and what follows from it. */
export interface HandoverChange extends Omit<Partial<ClockFacts>, 'state' | 'epoch' | 'fired' | 'closedAt'> {
  toUnitId?: string;
  toOrganisationId?: string;
  accountableId?: string;
  nomineeId?: string | null;
  nominatedBy?: string | null;
  receivedBy?: string | null;
  acceptedBy?: string;
  answeredBy?: string;
  answerBy?: string | null;
  templateId?: string;
  limitsVersion?: number;
  receivedAt?: Date;
  firstContactOn?: string;
  warm?: boolean;
  endedAt?: Date;
  closedAt?: Date;
  declineCode?: DeclineCode;
  suggestedUnitId?: string | null;
  heldAt?: Date | null;
  holdsInRow?: number;
  heldSeconds?: number;
  bounces?: number;
}

/** A handover as an act finds it, its row and its case locked, and what the actor is to it. */
export interface HandoverRow extends ClockFacts {
  id: string;
  caseId: string;
  reference: string;
  scope: HandoverScope;
  /** Of the scope ACTIVITY. */
  activityId: string | null;
  origin: HandoverOrigin;
  court: Court;
  fromAssignmentId: string;
  fromUnitId: string;
  fromOrganisationId: string;
  toUnitId: string;
  toOrganisationId: string;
  accountableId: string;
  nomineeId: string | null;
  receivedBy: string | null;
  acceptedBy: string | null;
  answeredBy: string | null;
  answerBy: string | null;
  templateId: string;
  limits: Limits;
  heldAt: Date | null;
  holdsInRow: number;
  heldSeconds: number;
  previousId: string | null;
  direction: HandoverDirection;
  bounces: number;
  nextTimer: Timer | null;
  version: number;
  /** In the case's team today. */
  inTeam: boolean;
  /** Receives for the unit it was sent to. */
  atIntake: boolean;
  supervisesSender: boolean;
  supervisesReceiver: boolean;
}

const ROW = `
  select h.id, h.case_id as "caseId", h.case_reference as reference, h.scope, h.activity_id as "activityId", h.origin, h.state, h.court, h.from_assignment_id as "fromAssignmentId",
         h.from_unit_id as "fromUnitId", h.from_organisation_id as "fromOrganisationId", h.to_unit_id as "toUnitId", h.to_organisation_id as "toOrganisationId",
         h.accountable_assignment_id as "accountableId", h.owner_lost as "ownerLost", h.nominee_assignment_id as "nomineeId",
         h.received_by_assignment_id as "receivedBy", h.accepted_by_assignment_id as "acceptedBy", h.answered_by_assignment_id as "answeredBy",
         h.answer_by::text as "answerBy", h.template_id as "templateId", h.offered_at as "offeredAt", h.receipt_due_at as "receiptDueAt",
         h.owner_due_at as "ownerDueAt", h.accepted_at as "acceptedAt", h.first_contact_at as "firstContactAt", h.first_contact_due_at as "firstContactDueAt",
         h.loop_due_at as "loopDueAt", h.close_at as "closeAt", h.closed_at as "closedAt", h.held_from as "heldFrom", h.held_at as "heldAt",
         h.held_until::text as "heldUntil", h.holds_in_row as "holdsInRow", h.held_seconds as "heldSeconds", h.previous_handover_id as "previousId",
         h.direction, h.bounces, h.epoch, h.fired, h.next_timer as "nextTimer", h.version,
         json_build_object('receiptDays', t.receipt_days, 'ownerDays', t.owner_days, 'firstContactDays', t.first_contact_days, 'loopDays', t.loop_days) as limits,
         exists (select 1 from participation p where p.case_id = h.case_id and p.assignment_id = me.id and p.until_at is null) as "inTeam",
         me.unit_id = h.to_unit_id and 'intake' = any (me.functions) as "atIntake",
         me.role = 'SUPERVISOR' and me.organisation_id = h.from_organisation_id as "supervisesSender",
         me.role = 'SUPERVISOR' and me.organisation_id = h.to_organisation_id as "supervisesReceiver"
  from handover h join link_template t on t.id = h.template_id join assignment me on me.id = $2 where h.id = $1`;

/** Undefined when there is none, or row security hides it. What the actor is to it is found here, not trusted from there. */
export async function handoverRow(tx: Tx, actor: StaffActor, id: string): Promise<HandoverRow | undefined> {
  const [row] = await tx.query<HandoverRow[]>(ROW, [id, actor.id]);
  return row;
}

/** With the case and then the handover locked, so that acceptance, revocation, consent and closing follow each other. 404 when not visible. */
export async function handoverForUpdate(tx: Tx, actor: StaffActor, id: string): Promise<HandoverRow> {
  const [locked] = await tx.query<{ caseId: string | null }[]>('select app.lock_case_of_handover($1) as "caseId"', [id]);
  if (!locked?.caseId) throw notVisible();
  await tx.query('select 1 from handover where id = $1 for update', [id]);
  const row = await handoverRow(tx, actor, id);
  // It waited for the actor's intake, and does so no more: no longer theirs to see, but no secret either.
  if (!row) throw wrongState(null);
  return row;
}

const COLUMNS: Record<keyof HandoverChange, string> = {
  toUnitId: 'to_unit_id',
  toOrganisationId: 'to_organisation_id',
  accountableId: 'accountable_assignment_id',
  ownerLost: 'owner_lost',
  nomineeId: 'nominee_assignment_id',
  nominatedBy: 'nominated_by_assignment_id',
  receivedBy: 'received_by_assignment_id',
  acceptedBy: 'accepted_by_assignment_id',
  answeredBy: 'answered_by_assignment_id',
  answerBy: 'answer_by',
  templateId: 'template_id',
  limitsVersion: 'limits_version',
  receiptDueAt: 'receipt_due_at',
  ownerDueAt: 'owner_due_at',
  firstContactDueAt: 'first_contact_due_at',
  loopDueAt: 'loop_due_at',
  closeAt: 'close_at',
  offeredAt: 'offered_at',
  receivedAt: 'received_at',
  acceptedAt: 'accepted_at',
  firstContactOn: 'first_contact_on',
  firstContactAt: 'first_contact_at',
  warm: 'first_contact_warm',
  endedAt: 'ended_at',
  closedAt: 'closed_at',
  declineCode: 'decline_code',
  suggestedUnitId: 'suggested_unit_id',
  heldFrom: 'held_from',
  heldAt: 'held_at',
  heldUntil: 'held_until',
  holdsInRow: 'holds_in_row',
  heldSeconds: 'held_seconds',
  bounces: 'bounces',
};

/**
 * Moves a handover along one of the machine's arrows: state, court, clock and history in one place, so that no act forgets one. 409
 * `handover.state` when there is no such arrow. Answers the row as it now stands. `reasonCode`: a code, never words.
 */
export async function move(
  tx: Tx,
  actor: Actor,
  row: HandoverRow,
  along: HandoverMove,
  change: HandoverChange = {},
  reasonCode: string | null = null,
): Promise<HandoverRow> {
  const state = moved(row, along);
  if (!state) throw wrongState(row.state);
  const next: HandoverRow = { ...row, ...change, state, closedAt: change.closedAt ?? row.closedAt };
  next.court = courtOf(next);
  const time = timing(next);
  const columns = Object.entries(change).map(([key, value]) => [COLUMNS[key as keyof HandoverChange], value] as const);
  const set: (readonly [column: string, value: unknown])[] = [
    ...columns,
    ['state', state],
    ['court', next.court],
    ['epoch', time.epoch],
    ['fired', time.fired],
    ['next_timer', time.nextTimer],
    ['next_timer_at', time.nextTimerAt],
    ['stage_started_at', time.stageStartedAt],
    ['stalled_from', time.stalledFrom],
  ];
  await tx.query(`update handover set ${set.map(([name], index) => `${name} = $${index + 2}`).join(', ')}, version = version + 1 where id = $1`, [
    row.id,
    ...set.map(([, value]) => value),
  ]);
  await record(tx, actor, next, along, row.state, reasonCode);
  await tellThoseWhoLook(tx, next);
  return { ...next, ...time, version: row.version + 1 };
}

type Recorded = Pick<
  HandoverRow,
  'id' | 'caseId' | 'state' | 'scope' | 'court' | 'fromUnitId' | 'toUnitId' | 'fromOrganisationId' | 'toOrganisationId'
>;

/** Writes what happened without moving anything: a nudge, an escalation. */
export async function record(
  tx: Tx,
  actor: Actor,
  row: Recorded,
  act: string,
  from: HandoverState = row.state,
  reasonCode: string | null = null,
): Promise<void> {
  const staff = actor.kind === 'STAFF';
  await tx.query(
    `insert into handover_transition (id, handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id,
       actor_assignment_id, actor_person_id, reason_code, court) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      randomUUIDv7(),
      row.id,
      row.caseId,
      act,
      from,
      row.state,
      row.scope,
      row.fromUnitId,
      row.toUnitId,
      row.fromOrganisationId,
      row.toOrganisationId,
      staff ? actor.id : null,
      staff ? null : actor.id,
      reasonCode,
      row.court,
    ],
  );
}

/** The receiving unit's queue, the nominee's day and the boards of both sides look anew; nothing is said about what changed. */
export async function tellThoseWhoLook(
  tx: Tx,
  row: Pick<HandoverRow, 'toUnitId' | 'nomineeId' | 'fromAssignmentId' | 'fromOrganisationId' | 'toOrganisationId'>,
): Promise<void> {
  await tellIntake(tx, row.toUnitId);
  for (const id of new Set([row.fromAssignmentId, ...(row.nomineeId ? [row.nomineeId] : [])]))
    await announce(tx, { type: 'my-day', ref: id, to: [id] });
  const supervisors = await tx.query<{ id: string }[]>(
    `select id from assignment where organisation_id = any ($1) and role = 'SUPERVISOR' and app.domain_today() between valid_from and coalesce(valid_to, 'infinity')`,
    [[row.fromOrganisationId, row.toOrganisationId]],
  );
  if (supervisors.length) await announce(tx, { type: 'stalled', ref: row.toOrganisationId, to: supervisors.map(({ id }) => id) });
}

export const wrongState = (state: HandoverState | null): Problem =>
  new Problem(409, 'handover.state', 'Överlämningen har gått vidare', 'Någon har redan svarat på överlämningen eller ändrat den. Läs om sidan.', {
    extra: state ? { state } : {},
  });
