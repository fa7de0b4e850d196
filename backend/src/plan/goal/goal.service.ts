import { Injectable } from '@nestjs/common';
import type { GoalContent } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import { Gate } from '../../access/gate.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { requireVersion } from '../../platform/http/version.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import type { ItemSaved } from '../item/item.dto.ts';
import { mayAttainGoal, mayEditItem } from '../item/item.policy.ts';
import { ItemSharing } from '../item/item.sharing.ts';
import { orNull, requireInPlan, rewriteItem, teamOf, wrong } from '../item/item.store.ts';
import { ItemWriting } from '../item/item.writing.ts';
import { PlanAccess } from '../plan.access.ts';
import { isRead } from '../publication/items.sql.ts';
import type { AttainmentInput, GoalEdit, NewGoal } from './goal.dto.ts';

/** What the actor reads of them: another organisation's draft is none of the actor's knowledge. */
const SUB_GOALS = `
  select 1 from plan_item i join case_access me on me.case_id = i.case_id and me.actor_id = $2 and me.via = 'PARTICIPANT'
  where i.parent_id = $1 and i.kind = 'GOAL' and i.removed_at is null and ${isRead('i', 'me.organisation_id')} limit 1`;

@Injectable()
export class Goals {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly access: PlanAccess,
    private readonly writing: ItemWriting,
    private readonly sharing: ItemSharing,
    private readonly gate: Gate,
    private readonly audit: AuditLog,
  ) {}

  add(actor: StaffActor, key: OnceKey, planId: string, input: NewGoal): Promise<Outcome> {
    return this.writing.add(actor, key, planId, input.share ?? false, async (tx, { caseId }) => {
      await this.check(tx, actor, { planId, caseId }, input);
      return { kind: 'GOAL', ...stored(input) };
    });
  }

  edit(actor: StaffActor, id: string, version: number, input: GoalEdit): Promise<ItemSaved> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, item } = await this.access.item(tx, actor, id, 'GOAL');
      this.gate.require(mayEditItem(actor, facts, item));
      requireVersion(item, version);
      await this.check(tx, actor, item, input);
      if (input.parentId === id) throw wrong('/parentId', 'notInPlan');
      if (input.goalKind === 'SUB' && (await tx.query<unknown[]>(SUB_GOALS, [id, actor.id])).length) throw wrong('/goalKind', 'hasSubGoals');
      return this.sharing.republish(tx, actor, item, await rewriteItem(tx, actor, item, stored(input)));
    });
  }

  /** How it goes is told over time: what was said before stays. */
  attain(actor: StaffActor, key: OnceKey, goalId: string, { status }: AttainmentInput): Promise<Outcome> {
    return this.once.run(
      actor,
      key,
      async (tx, id) => {
        const { facts, item } = await this.access.item(tx, actor, goalId, 'GOAL');
        this.gate.require(mayAttainGoal(facts, item));
        const { caseId } = item;
        await tx.query('insert into goal_attainment (id, goal_id, case_id, status, set_by_assignment_id) values ($1, $2, $3, $4, $5)', [
          id,
          goalId,
          caseId,
          status,
          actor.id,
        ]);
        await this.audit.write(tx, actor, { action: 'goal.attained', fieldClass: 'CASE', caseId, subjectId: goalId });
        // A goal of the person's own is the whole team's to read.
        const audience = item.organisationId ? [item.organisationId, ...item.audience] : undefined;
        await recordInTimeline(tx, actor, { caseId, kind: 'goal.attained', params: { status }, ...(audience && { audience }), shownToPerson: false });
      },
      (tx) => this.access.toReadItem(tx, actor, goalId),
    );
  }

  private async check(tx: Tx, actor: StaffActor, { planId, caseId }: { planId: string; caseId: string }, input: GoalEdit): Promise<void> {
    if (input.parentId && input.goalKind !== 'SUB') throw wrong('/parentId', 'onlySub');
    await requireInPlan(tx, actor, planId, input.parentId ?? null, { kind: 'GOAL', goalKind: 'MAIN', pointer: '/parentId' });
    const team = await teamOf(tx, caseId);
    const outside = (input.conflictOrganisationIds ?? []).some((id) => !team.some(({ organisationId }) => organisationId === id));
    if (outside) throw wrong('/conflictOrganisationIds', 'notInTeam');
  }
}

function stored(input: GoalEdit): { content: GoalContent; parentId: string | null; goalKind: string } {
  const conflict = orNull(input.conflict);
  const content: GoalContent = {
    text: input.text,
    ownWords: orNull(input.ownWords),
    plain: orNull(input.plain),
    targetOn: input.targetOn ?? null,
    conflict,
    conflictOrganisationIds: conflict ? [...new Set(input.conflictOrganisationIds ?? [])] : [],
  };
  return { content, parentId: input.parentId ?? null, goalKind: input.goalKind };
}
