import { Injectable } from '@nestjs/common';
import type { ActivityState } from '@samspel/shared/plan/plan.ts';
import type { CitizenActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { revokeForActivity } from '../../handover/revoking-moot.ts';
import { activityTimes } from '../../plan/activity/activity.clock.ts';
import { tellHistory } from '../../plan/activity/telling.ts';
import { moved } from '../../plan/activity/activity.rules.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { conflict, notVisible } from '../../platform/problem/problem.ts';
import { notify } from '../../timeline/notices.ts';

interface OwnAction {
  id: string;
  caseId: string;
  reference: string;
  state: ActivityState;
  started: boolean;
  byPerson: boolean;
  dueOn: string;
  ownerId: string;
  ownerThere: boolean;
  readers: string[];
}

/** Only what is the person's to do and has been published to them; of anything else they know nothing. Its readers are those of what was published. */
const OWN_ACTION = `
  select t.id, t.case_id as "caseId", c.reference, t.state, t.started_at is not null as started, t.completed_by_assignment_id is null as "byPerson",
    t.due_on::text as "dueOn", t.owner_assignment_id as "ownerId", shown.readers,
    app.works_today(t.owner_assignment_id) and exists (
      select 1 from participation p where p.case_id = t.case_id and p.assignment_id = t.owner_assignment_id and p.until_at is null) as "ownerThere"
  from case_access me join coordination_case c on c.id = me.case_id and c.person_id = me.actor_id and c.status = 'OPEN'
  join plan_activity t on t.case_id = c.id and t.provider = 'OWN_ACTION'
  join lateral (select kept.organisation_id || kept.audience as readers from plan_version_item kept join plan_version v on v.id = kept.version_id
    where kept.item_id = t.id and kept.case_id = t.case_id order by v.number desc limit 1) shown on true
  where me.actor_id = $1 and me.via = 'SUBJECT' and t.id = $2`;

const COMPLETE = `
  update plan_activity set state = 'COMPLETED', completed_at = app.domain_now(), completed_by_assignment_id = null, blocked_category = null,
    next_timer = null, next_timer_at = null where id = $1`;
const REOPEN = `
  update plan_activity set state = $2, completed_at = null, epoch = epoch + 1, fired = '{}', next_timer = $3, next_timer_at = $4 where id = $1`;

/** What the person does themself: they say so, and may have been too quick. */
@Injectable()
export class OwnActions {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditLog,
  ) {}

  complete(actor: CitizenActor, id: string): Promise<void> {
    return this.change(actor, id, async (tx, action) => {
      if (action.state === 'COMPLETED') return;
      if (action.state === 'CANCELLED') throw ended();
      if (!moved(action, 'complete')) throw undecided();
      await tx.query(COMPLETE, [id]);
      await revokeForActivity(tx, actor, id);
      await this.tell(tx, actor, action, 'activity.completed');
      const { caseId, ownerId, reference } = action;
      if (action.ownerThere)
        await notify(tx, { kind: 'activity.completed', to: { assignmentId: ownerId }, caseId, params: { reference, activityId: id } });
    });
  }

  /** Its clock begins anew, as after any reopening. */
  reopen(actor: CitizenActor, id: string): Promise<void> {
    return this.change(actor, id, async (tx, action) => {
      if (action.state === 'CANCELLED') throw ended();
      if (action.state !== 'COMPLETED') return;
      if (!action.byPerson) throw reportedByStaff();
      if (!action.ownerThere) throw nobodyAnswers();
      const state = action.started ? 'IN_PROGRESS' : 'PLANNED';
      const { nextTimer, nextTimerAt } = activityTimes(action.dueOn, state);
      await tx.query(REOPEN, [id, state, nextTimer, nextTimerAt]);
      await this.tell(tx, actor, action, 'activity.reopened');
    });
  }

  private change(actor: CitizenActor, id: string, work: (tx: Tx, action: OwnAction) => Promise<void>): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const [before] = await tx.query<OwnAction[]>(OWN_ACTION, [actor.id, id]);
      if (!before) throw notVisible();
      // Staff's acts on activities lock the case first as well; behind the lock it is read anew.
      await tx.query('select 1 from coordination_case where id = $1 for update', [before.caseId]);
      const [action] = await tx.query<OwnAction[]>(OWN_ACTION, [actor.id, id]);
      if (!action) throw notVisible();
      await work(tx, action);
    });
  }

  private async tell(tx: Tx, actor: CitizenActor, action: OwnAction, kind: 'activity.completed' | 'activity.reopened'): Promise<void> {
    await this.audit.write(tx, actor, { action: kind, fieldClass: 'CASE', caseId: action.caseId, subjectId: action.id });
    await tellHistory(tx, actor, { ...action, published: true }, kind);
  }
}

const ended = () => conflict('activity.ended', 'Det här är avslutat', 'Det ingår inte längre i planen.');
const reportedByStaff = () =>
  conflict('activity.reported_by_staff', 'Teamet har skrivit att det är gjort', 'Ring den som håller i det om det inte stämmer.');
const nobodyAnswers = () =>
  conflict('activity.owner_gone', 'Ingen håller i det längre', 'Den som höll i det är inte med i teamet. Ring den som håller i planen.');
const undecided = () =>
  conflict(
    'activity.undecided',
    'Det är inte bestämt än',
    'Teamet har inte bestämt vem som ska hålla i det här. Du kan markera det som gjort när det är klart.',
  );
