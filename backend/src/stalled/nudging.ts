import { Injectable } from '@nestjs/common';
import { isPending } from '@samspel/shared/handover/handover.ts';
import { NUDGE_HOURS } from '@samspel/shared/stalled/stalled.ts';
import type { StaffActor } from '../access/actor.ts';
import { Gate } from '../access/gate.ts';
import { peopleOfUnits, reachedInstead } from '../alert/parties.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { type HandoverRow, record, tellThoseWhoLook } from '../handover/handover.store.ts';
import { linkNames } from '../handover/link-names.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Once, type OnceKey } from '../platform/http/once.ts';
import { conflict, Problem } from '../platform/problem/problem.ts';
import { notify } from '../timeline/notices.ts';
import type { BulkNudgeView } from './acts.dto.ts';
import { nudgedRecently } from './stalled.rules.ts';
import { requireWaitedFor, supervised } from './supervised.ts';

const LAST_NUDGE = `select max(effective_at) as at from handover_transition where handover_id = $1 and act = 'nudge'`;
/** Cases are locked in the order of their ids, here and wherever several are; those that are not there come last. */
const LOCKING_ORDER = `
  select asked.id from (select distinct unnest($1::uuid[]) as id) asked left join handover h on h.id = asked.id order by h.case_id, asked.id`;
/** What this actor nudged under a key: its transitions were recorded right after the key was. */
const NUDGED_UNDER_KEY = `
  select distinct t.handover_id as id from idempotency_key k join handover_transition t on t.act = 'nudge' and t.actor_assignment_id = k.actor_id
    and t.recorded_at between k.created_at and k.created_at + interval '1 minute'
  where k.actor_id = $1 and k.key = $2 and t.handover_id = any ($3)`;

/** Reminding whoever has the ball. Moves nothing and stops no clock. */
@Injectable()
export class Nudging {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly gate: Gate,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** 409 `handover.nudged` when somebody has been at it within four hours of domain time. */
  nudge(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, (tx) => this.nudgeOne(tx, actor, id));
  }

  /** Each by itself: what cannot be nudged stops no other. */
  async nudgeAll(actor: StaffActor, key: OnceKey, ids: readonly string[]): Promise<BulkNudgeView> {
    let answer: BulkNudgeView | undefined;
    await this.once.run(
      actor,
      key,
      async (tx) => {
        answer = await this.nudgeEach(tx, actor, await inLockingOrder(tx, ids));
        return { id: null, status: 200 };
      },
      async (tx) => {
        const nudged = await tx.query<{ id: string }[]>(NUDGED_UNDER_KEY, [actor.id, key.key, ids]);
        answer = split(ids, new Set(nudged.map(({ id }) => id)));
      },
    );
    return answer!;
  }

  private async nudgeEach(tx: Tx, actor: StaffActor, ids: readonly string[]): Promise<BulkNudgeView> {
    const answer: BulkNudgeView = { nudged: [], skipped: [] };
    for (const id of ids) {
      try {
        await this.nudgeOne(tx, actor, id);
        answer.nudged.push(id);
      } catch (error) {
        // Refused before anything was written, so the transaction goes on.
        if (!(error instanceof Problem)) throw error;
        answer.skipped.push({ id, because: error.code });
      }
    }
    return answer;
  }

  private async nudgeOne(tx: Tx, actor: StaffActor, id: string): Promise<void> {
    const handover = await supervised(tx, this.gate, actor, id);
    requireWaitedFor(handover);
    const [last] = await tx.query<{ at: Date | null }[]>(LAST_NUDGE, [id]);
    if (nudgedRecently(last!.at, this.clock.now()))
      throw conflict('handover.nudged', 'Redan påmind', `Det har gått mindre än ${NUDGE_HOURS} timmar sedan den senaste påminnelsen.`);
    await record(tx, actor, handover, 'nudge');
    await this.audit.write(tx, actor, { action: 'handover.nudged', fieldClass: 'CASE', caseId: handover.caseId, subjectId: id });
    await tellHolder(tx, actor, handover);
    await tellThoseWhoLook(tx, handover);
  }
}

async function inLockingOrder(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(LOCKING_ORDER, [ids]);
  return rows.map(({ id }) => id);
}

async function tellHolder(tx: Tx, actor: StaffActor, handover: HandoverRow): Promise<void> {
  const { id, caseId, scope } = handover;
  const params = { handoverId: id, scope, ...(await linkNames(tx, handover)) };
  for (const assignmentId of await holdersOf(tx, handover))
    if (assignmentId !== actor.id) await notify(tx, { kind: 'handover.nudged', to: { assignmentId }, caseId, params });
}

/** Who has the ball: the sender with a question to answer, the new owner, or whoever was named and the unit's queue. Never nobody. */
async function holdersOf(tx: Tx, { state, accountableId, toUnitId, nomineeId }: HandoverRow): Promise<Iterable<string>> {
  const people = state === 'NEEDS_INFO' || !isPending(state) ? [accountableId] : nomineeId ? [nomineeId] : [];
  const reached = await reachedInstead(tx, people);
  if (people[0] === accountableId) return reached.values();
  const unit = (await peopleOfUnits(tx, [toUnitId])).get(toUnitId)!;
  return new Set([...reached.values(), ...(unit.intake.length || reached.size ? unit.intake : unit.supervisors)]);
}

const split = (ids: readonly string[], nudged: ReadonlySet<string>): BulkNudgeView => ({
  nudged: ids.filter((id) => nudged.has(id)),
  skipped: ids.filter((id) => !nudged.has(id)).map((id) => ({ id, because: 'handover.nudged' })),
});
