import { randomUUID } from 'node:crypto';
import type { HandoverScope, HandoverState } from '@samspel/shared/handover/handover.ts';
import { isPending } from '@samspel/shared/handover/handover.ts';
import { type ClockFacts, closesAt, dueWhenAccepted, dueWhenOffered, type Limits, timing } from '../../src/handover/handover.clock.ts';
import { courtOf } from '../../src/handover/handover.rules.ts';
import { withClient } from '../../src/platform/database/provision.ts';
import { behindTheLocks, type TestDatabase } from './database.ts';
import type { Place, Town } from './town.ts';

/** The general link's. */
const LIMITS: Limits = { receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 };

export interface TimedWish {
  state: Exclude<HandoverState, 'DRAFT' | 'DECLINED' | 'REVOKED' | 'STOPPED_BY_PERSON'>;
  /** Domain time at which it came into that state, and into all before it; for a hold when that began. */
  since: Date;
  scope?: HandoverScope;
  caseId?: string;
  from?: string;
  to?: Place;
  nominee?: string;
  /** The new owner, from acceptance on. */
  owner?: string;
  held?: { at: Date; until: string };
}

export interface TimedHandover {
  id: string;
  caseId: string;
}

/** It is `moment` in the domain from now on, and time goes on from there. */
export async function setClock(database: TestDatabase, moment: Date): Promise<void> {
  await behindTheLocks(database, `update demo_clock set shift = $1::timestamptz - clock_timestamp()`, [moment]);
}

/** Swedish local time as an instant: `2026-11-25T10:00`. */
export const localTime = (local: string): Date => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm').epochMilliseconds);

const CASES = `
  with born as (insert into person (given_name, family_name) select 'Test', 'Testsson' from generate_series(1, $1) returning id),
  opened as (
    insert into coordination_case (person_id, area_id, reason, asked_form, asked_on, owner_assignment_id, coordinator_assignment_id, opened_by_assignment_id)
      select id, $2, 'x', 'ORAL', '2026-11-01', $3, $4, $3 from born returning id),
  team as (
    insert into participation (case_id, assignment_id, organisation_id, role, mandate)
      select o.id, a.id, a.organisation_id, 'handläggare', 'MAY_DECIDE' from opened o, assignment a where a.id = any ($5) returning case_id)
  select distinct case_id as id from team`;

/** Open cases of people who have nothing but a name, with their owner, coordinator and whoever else in the team, arranged behind the locks. */
export async function makeCases(
  database: TestDatabase,
  town: Town,
  count: number,
  owner = 'karin.fk',
  coordinator = owner,
  more: readonly string[] = [],
): Promise<string[]> {
  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const values = [count, town.areaId, id(owner), id(coordinator), [...new Set([owner, coordinator, ...more])].map(id)];
  return (await behindTheLocks<{ id: string }>(database, CASES, values)).map((row) => row.id);
}

/** Handovers whose timers run, each in a case of its own unless it names one, arranged behind the locks. */
export async function makeTimedHandovers(database: TestDatabase, town: Town, wishes: readonly TimedWish[]): Promise<TimedHandover[]> {
  const cases = await makeCases(database, town, wishes.filter(({ caseId }) => !caseId).length);
  const rows = wishes.map((wish) => rowOf(town, wish, wish.caseId ?? cases.pop()!));
  await withClient(database.adminUrl, async (client) => {
    const columns = Object.keys(rows[0]!).join(', ');
    await client.query(
      `insert into handover (${columns}, case_reference, template_id, limits_version)
         select ${columns.replaceAll(/\b(\w+)/g, 'n.$1')}, c.reference, t.id, t.limits_version from json_populate_recordset(null::handover, $1) n
         join coordination_case c on c.id = n.case_id join link_template t on num_nonnulls(t.from_unit_id, t.to_unit_id, t.from_kind, t.to_kind) = 0`,
      [JSON.stringify(rows)],
    );
  });
  return rows.map(({ id, case_id: caseId }) => ({ id, caseId }));
}

type Row = Record<string, unknown> & { id: string; case_id: string };

function rowOf(
  town: Town,
  { state, since, scope = 'CASE_OWNERSHIP', from = 'karin.fk', to = 'af', nominee, owner = 'ahmed.af', held }: TimedWish,
  caseId: string,
): Row {
  const facts = factsOf(state, since, held);
  const time = timing(facts);
  const sender = town.staff[from]!;
  const accepted = isPending(state) ? null : town.staff[owner]!.assignmentId;
  return {
    ...{
      id: randomUUID(),
      case_id: caseId,
      scope,
      origin: 'OFFER',
      state,
      court: courtOf(facts),
      direction: 'NEW',
      bounces: 0,
      version: 1,
      owner_lost: false,
    },
    ...{ from_assignment_id: sender.assignmentId, from_unit_id: sender.unitId, from_organisation_id: sender.organisationId },
    ...{ to_unit_id: town.unit[to], to_organisation_id: town.organisation[to], accountable_assignment_id: accepted ?? sender.assignmentId },
    ...{ nominee_assignment_id: nominee ? town.staff[nominee]!.assignmentId : null, accepted_by_assignment_id: accepted },
    ...{ offered_at: since, receipt_due_at: facts.receiptDueAt, owner_due_at: facts.ownerDueAt, created_at: since },
    ...{ accepted_at: facts.acceptedAt, first_contact_on: accepted ? since.toISOString().slice(0, 10) : null },
    ...{ first_contact_at: facts.firstContactAt, first_contact_due_at: facts.firstContactDueAt, loop_due_at: facts.loopDueAt },
    ...{
      ended_at: facts.closeAt ? since : null,
      close_at: facts.closeAt,
      held_from: facts.heldFrom,
      held_until: facts.heldUntil,
      held_at: held?.at ?? null,
    },
    ...{
      holds_in_row: held ? 1 : 0,
      held_seconds: 0,
      epoch: time.epoch,
      fired: time.fired,
      next_timer: time.nextTimer,
      next_timer_at: time.nextTimerAt,
    },
    ...{ stage_started_at: time.stageStartedAt, stalled_from: time.stalledFrom },
  };
}

function factsOf(state: HandoverState, since: Date, held: TimedWish['held']): ClockFacts {
  const waiting = {
    state,
    ownerLost: false,
    heldFrom: null,
    heldUntil: null,
    heldSeconds: 0,
    offeredAt: since,
    epoch: 1,
    fired: [],
    closedAt: null,
  } as const;
  const offered = {
    ...waiting,
    ...dueWhenOffered(since, LIMITS, null),
    acceptedAt: null,
    firstContactAt: null,
    firstContactDueAt: null,
    loopDueAt: null,
    closeAt: null,
  };
  if (isPending(state)) return offered;
  const due = dueWhenAccepted(since, LIMITS);
  const accepted = { ...offered, ...due, acceptedAt: since };
  if (state === 'ACCEPTED') return { ...accepted, epoch: 2 };
  if (state === 'ON_HOLD') return { ...accepted, epoch: 2, heldFrom: 'ACCEPTED', heldUntil: held!.until };
  const contacted = { ...accepted, firstContactAt: since, epoch: 3 };
  return state === 'IN_PROGRESS' ? contacted : { ...contacted, epoch: 4, closeAt: closesAt(since, due.loopDueAt!, LIMITS) };
}
