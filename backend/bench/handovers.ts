import type { Caseworker, Emit } from './population.ts';
import type { Random } from './random.ts';

const DAY = 86_400_000;
/** Of a hundred open cases so many have a handover that waits for an answer. */
const PENDING_PER_HUNDRED = 12;
/** Timers of those that wait lie beyond this day, so that a sweep on the real clock finds nothing to do. */
const WAITS_UNTIL = Date.UTC(2030, 0, 7);

export const HANDOVER_COLUMNS: Record<string, string> = {
  handover:
    'id, case_id, case_reference, scope, state, court, from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id, accountable_assignment_id, received_by_assignment_id, accepted_by_assignment_id, answered_by_assignment_id, template_id, limits_version, receipt_due_at, owner_due_at, first_contact_due_at, loop_due_at, offered_at, received_at, accepted_at, first_contact_on, first_contact_at, first_contact_warm, ended_at, closed_at, decline_code, epoch, fired, next_timer, next_timer_at, stage_started_at, stalled_from',
  handover_content: 'handover_id, case_id, organisation_id, author_assignment_id, asked, reason',
  handover_transition:
    'id, handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id, effective_at, recorded_at, actor_assignment_id, court',
};

interface HandedOver {
  caseId: string;
  reference: string;
  opened: number;
  index: number;
  templateId: string;
  from: Caseworker;
  to: Caseworker;
}

/** A case's handovers: one that was carried through, one that was declined, and for some one that waits. */
export async function handovers(handed: HandedOver, random: Random, emit: Emit): Promise<void> {
  await completed(handed, random, emit);
  await declined(handed, random, emit);
  if (handed.index % 100 < PENDING_PER_HUNDRED) await waiting(handed, random, emit);
}

async function completed(handed: HandedOver, random: Random, emit: Emit): Promise<void> {
  const { from, to } = handed;
  const at = days(handed.opened);
  const row = [
    at(2),
    at(4),
    at(9),
    at(44),
    at(1),
    at(1),
    at(2),
    at(2).slice(0, 10),
    at(3),
    true,
    at(30),
    at(31),
    null,
    4,
    '{}',
    null,
    null,
    null,
    null,
  ];
  const id = await handover(
    handed,
    'COMPLETED',
    'NOBODY',
    [to.assignmentId, to.assignmentId, to.assignmentId, to.assignmentId],
    [at(1), ...row],
    random,
    emit,
  );
  await moves(handed, id, [
    ['offer', 'DRAFT', 'OFFERED', 1, from],
    ['receive', 'OFFERED', 'RECEIVED', 1.5, to],
    ['accept', 'RECEIVED', 'ACCEPTED', 2, to],
    ['record-first-contact', 'ACCEPTED', 'IN_PROGRESS', 3, to],
    ['complete', 'IN_PROGRESS', 'COMPLETED', 30, to],
    ['acknowledge', 'COMPLETED', 'COMPLETED', 31, from],
  ], random, emit); // prettier-ignore
}

async function declined(handed: HandedOver, random: Random, emit: Emit): Promise<void> {
  const { from, to } = handed;
  const at = days(handed.opened + 60 * DAY);
  const row = [at(2), at(4), null, null, at(1), null, null, null, null, null, at(3), at(3), 'WRONG_UNIT', 1, '{}', null, null, null, null];
  const id = await handover(handed, 'DECLINED', 'NOBODY', [from.assignmentId, null, null, to.assignmentId], [at(1), ...row], random, emit);
  await moves({ ...handed, opened: handed.opened + 60 * DAY }, id, [
    ['offer', 'DRAFT', 'OFFERED', 1, from],
    ['decline', 'OFFERED', 'DECLINED', 3, to],
  ], random, emit); // prettier-ignore
}

async function waiting(handed: HandedOver, random: Random, emit: Emit): Promise<void> {
  const at = days(WAITS_UNTIL + random.below(5 * DAY));
  const row = [at(1), at(3), null, null, at(0), null, null, null, null, null, null, null, null, 1, '{}', 'RECEIPT', at(1), at(0), at(1)];
  const id = await handover(handed, 'OFFERED', 'RECEIVER', [handed.from.assignmentId, null, null, null], [at(0), ...row], random, emit);
  await moves(handed, id, [['offer', 'DRAFT', 'OFFERED', 1, handed.from]], random, emit);
}

/** `people`: accountable, received by, accepted by, answered by. `rest`: offered_at first for the id, then the columns from receipt_due_at on. */
async function handover(
  { caseId, reference, templateId, from, to }: HandedOver,
  state: string,
  court: string,
  people: (string | null)[],
  [offeredAt, ...rest]: (string | number | boolean | null)[],
  random: Random,
  emit: Emit,
): Promise<string> {
  const id = random.uuid(Date.parse(String(offeredAt)));
  const parties = [from.assignmentId, from.unitId, from.organisationId, to.unitId, to.organisationId];
  await emit('handover', [id, caseId, reference, 'CASE_OWNERSHIP', state, court, ...parties, ...people, templateId, 1, ...rest]);
  await emit('handover_content', [id, caseId, from.organisationId, from.assignmentId, 'Ta över ansvaret', 'Nästa steg hör hemma hos er.']);
  return id;
}

async function moves(
  { caseId, opened, from, to }: HandedOver,
  handoverId: string,
  made: readonly [act: string, fromState: string, toState: string, day: number, by: Caseworker][],
  random: Random,
  emit: Emit,
): Promise<void> {
  const at = days(opened);
  for (const [act, fromState, toState, day, by] of made) {
    await emit('handover_transition', [
      random.uuid(opened), handoverId, caseId, act, fromState, toState, 'CASE_OWNERSHIP', from.unitId, to.unitId, from.organisationId, to.organisationId,
      at(day), at(day), by.assignmentId, 'RECEIVER',
    ]); // prettier-ignore
  }
}

const days =
  (from: number) =>
  (count: number): string =>
    new Date(from + count * DAY).toISOString();
