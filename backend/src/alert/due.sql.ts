import { limitsJson } from '../handover/link-template.sql.ts';

/** SQL text: what the sweep reads of the handover `h` with its template `t`, as `DueRow`. */
export const dueColumns = `
  h.id, h.case_id as "caseId", h.scope, h.state, h.court, h.owner_lost as "ownerLost", h.from_assignment_id as "fromAssignmentId", h.from_unit_id as "fromUnitId",
  h.from_organisation_id as "fromOrganisationId", h.to_unit_id as "toUnitId", h.to_organisation_id as "toOrganisationId",
  h.accountable_assignment_id as "accountableId", h.nominee_assignment_id as "nomineeId", h.accepted_by_assignment_id as "acceptedBy",
  h.answer_by::text as "answerBy", h.offered_at as "offeredAt", h.receipt_due_at as "receiptDueAt", h.owner_due_at as "ownerDueAt",
  h.accepted_at as "acceptedAt", h.first_contact_at as "firstContactAt", h.first_contact_due_at as "firstContactDueAt", h.loop_due_at as "loopDueAt",
  h.ended_at as "endedAt", h.close_at as "closeAt", h.closed_at as "closedAt", h.held_from as "heldFrom", h.held_at as "heldAt",
  h.held_until::text as "heldUntil", h.held_seconds as "heldSeconds", h.epoch, h.fired, t.limits_version as "limitsVersion", ${limitsJson('t')} as limits,
  app.domain_now() as now`;

/**
 * What is due, a batch at a time. Acts lock the case and then the handover, and what is written here refers to the case: so both are taken at
 * once or not at all, and nobody ever waits for anybody in a circle. Whatever somebody else holds is due a second later too.
 */
export const DUE = `
  select ${dueColumns}
  from handover h join link_template t on t.id = h.template_id join coordination_case c on c.id = h.case_id
  where h.next_timer_at <= app.domain_now() order by h.next_timer_at limit $1
  for no key update of h skip locked for key share of c skip locked`;

/** The handovers as they stand after their timers. A rung climbed is no change of the handover, so only a move raises its version. */
export const ADVANCE = `
  update handover h set state = n.state, court = n.court, epoch = n.epoch, fired = n.fired, next_timer = n.next_timer, next_timer_at = n.next_timer_at,
    stage_started_at = n.stage_started_at, stalled_from = n.stalled_from, receipt_due_at = n.receipt_due_at, owner_due_at = n.owner_due_at,
    first_contact_due_at = n.first_contact_due_at, loop_due_at = n.loop_due_at, close_at = n.close_at, closed_at = n.closed_at, held_from = n.held_from,
    held_at = n.held_at, held_until = n.held_until, held_seconds = n.held_seconds, limits_version = coalesce(n.limits_version, h.limits_version),
    version = h.version + n.moved
  from json_to_recordset($1) as n (id uuid, state text, court text, epoch int, fired text[], next_timer text, next_timer_at timestamptz,
    stage_started_at timestamptz, stalled_from timestamptz, receipt_due_at timestamptz, owner_due_at timestamptz, first_contact_due_at timestamptz,
    loop_due_at timestamptz, close_at timestamptz, closed_at timestamptz, held_from text, held_at timestamptz, held_until date, held_seconds int,
    limits_version int, moved int)
  where h.id = n.id`;

/** What happened by itself: nobody is its actor. */
export const TRANSITIONS = `
  insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id,
      effective_at, reason_code, court)
    select h.id, h.case_id, n.act, n.from_state, n.to_state, h.scope, h.from_unit_id, h.to_unit_id, h.from_organisation_id, h.to_organisation_id,
      n.at, n.reason_code, n.court
    from json_to_recordset($1) as n (place int, id uuid, act text, from_state text, to_state text, court text, at timestamptz, reason_code text)
    join handover h on h.id = n.id order by n.place`;

export const TIMELINE = `
  insert into timeline_event (id, case_id, kind, occurred_at, params, shown_to_person)
    select uuidv7(), n.case_id, n.kind, n.at, n.params, true
    from json_to_recordset($1) as n (place int, case_id uuid, kind text, at timestamptz, params jsonb) order by n.place`;
