import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { GoalContent, PartContent } from '@samspel/shared/plan/plan.ts';
import { OWN_GOALS_MAX } from '@samspel/shared/citizen/voice.ts';
import type { CitizenActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey } from '../../platform/http/once.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { MyCase } from './my-case.ts';
import { planAtHand } from './my-plan-at-hand.ts';

const INSERT = `
  insert into plan_item (id, plan_id, case_id, kind, goal_kind, author_person_id, content, made_by_person_id, position, shared_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, (select coalesce(max(position), 0) + 1 from plan_item where plan_id = $2), app.domain_now())`;
const MATTERS = `
  select id, author_person_id = $2 as own, content->>'text' as text from plan_item
  where plan_id = $1 and kind = 'WHAT_MATTERS' and shared_at is not null and removed_at is null for update`;
const CHANGE = `
  update plan_item set content = content || $2::jsonb, made_by_person_id = $3, changed_at = app.domain_now(), changed_by_assignment_id = null, version = version + 1
  where id = $1`;
const REMOVE = 'update plan_item set removed_at = app.domain_now(), version = version + 1 where id = $1';
const MY_GOAL = `
  select i.removed_at as "removedAt", i.content->>'text' as text from plan_item i
  where i.id = $1 and i.case_id = $2 and i.kind = 'GOAL' and i.author_person_id = $3 for update`;

/** The person's own part of the plan. Nobody else changes it, and the team reads it at once. */
@Injectable()
export class MyWordsService {
  constructor(
    private readonly db: Database,
    private readonly once: Once,
    private readonly audit: AuditLog,
    private readonly mine: MyCase,
  ) {}

  /** What staff wrote down for the person gives way to what they write themself; both stay in what was published. */
  write(actor: CitizenActor, text: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const facts = await this.mine.toChange(tx, actor);
      const planId = await planAtHand(tx, facts.id);
      const [standing] = await tx.query<{ id: string; own: boolean | null; text: string }[]>(MATTERS, [planId, actor.id]);
      if (standing?.own && standing.text === text) return;
      const content: PartContent = { text };
      const id = standing?.own ? standing.id : randomUUIDv7();
      if (standing?.own) await tx.query(CHANGE, [id, JSON.stringify(content), actor.representativeId]);
      else {
        if (standing) await tx.query(REMOVE, [standing.id]);
        await tx.query(INSERT, [id, planId, facts.id, 'WHAT_MATTERS', null, actor.id, JSON.stringify(content), actor.representativeId]);
      }
      await this.written(tx, actor, facts, { id, action: 'my-words.written', what: 'WORDS' });
    });
  }

  async addGoal(actor: CitizenActor, key: OnceKey, text: string): Promise<{ id: string }> {
    const made = await this.once.run(actor, key, async (tx, id) => {
      const facts = await this.mine.toChange(tx, actor);
      const planId = await planAtHand(tx, facts.id);
      const [{ n } = { n: 0 }] = await tx.query<{ n: number }[]>(
        `select count(*)::int as n from plan_item where plan_id = $1 and kind = 'GOAL' and author_person_id = $2 and removed_at is null`,
        [planId, actor.id],
      );
      if (n >= OWN_GOALS_MAX)
        throw conflict('goals.too_many', 'Många mål', `Du kan ha ${OWN_GOALS_MAX} egna mål. Ta bort något som inte längre gäller.`);
      await tx.query(INSERT, [id, planId, facts.id, 'GOAL', 'MAIN', actor.id, JSON.stringify(ownGoal(text)), actor.representativeId]);
      await this.written(tx, actor, facts, { id, action: 'my-goal.added', what: 'GOAL' });
    });
    return { id: made.id! };
  }

  changeGoal(actor: CitizenActor, id: string, text: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, goal } = await this.goal(tx, actor, id);
      if (goal.removedAt) throw notVisible();
      if (goal.text === text) return;
      await tx.query(CHANGE, [id, JSON.stringify({ text, ownWords: text }), actor.representativeId]);
      await this.written(tx, actor, facts, { id, action: 'my-goal.changed', what: 'GOAL' });
    });
  }

  removeGoal(actor: CitizenActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const { facts, goal } = await this.goal(tx, actor, id);
      if (goal.removedAt) return;
      await tx.query(REMOVE, [id]);
      await this.written(tx, actor, facts, { id, action: 'my-goal.removed', what: 'GOAL' });
    });
  }

  /** One that the person has written themself; 404 for anybody else's. */
  private async goal(tx: Tx, actor: CitizenActor, id: string): Promise<{ facts: CaseFacts; goal: { removedAt: Date | null; text: string } }> {
    const facts = await this.mine.toChange(tx, actor);
    const [goal] = await tx.query<{ removedAt: Date | null; text: string }[]>(MY_GOAL, [id, facts.id, actor.id]);
    if (!goal) throw notVisible();
    return { facts, goal };
  }

  private async written(
    tx: Tx,
    actor: CitizenActor,
    { id: caseId }: CaseFacts,
    { id, action, what }: { id: string; action: string; what: 'WORDS' | 'GOAL' },
  ): Promise<void> {
    await this.audit.write(tx, actor, { action, fieldClass: 'CASE', caseId, subjectId: id });
    await recordInTimeline(tx, actor, { caseId, kind: 'person.wrote', params: { what } });
  }
}

/** Their words are their own and plain as they are; the rest the team may not fill in. */
const ownGoal = (text: string): GoalContent => ({ text, ownWords: text, plain: null, targetOn: null, conflict: null, conflictOrganisationIds: [] });
