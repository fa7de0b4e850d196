import type { ActivityState } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../../access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import { activityTimes, type ActivityTiming, NO_TIMER } from './activity.clock.ts';

interface Row {
  caseId: string;
  reference: string;
  state: ActivityState;
  dueOn: string;
  fired: string[];
  shared: boolean;
  removed: boolean;
  requestedOrganisationId: string | null;
  requestedId: string | null;
  organisation: string | null;
  readers: string[];
}

const ROW = `
  select t.case_id as "caseId", t.state, to_char(t.due_on, 'YYYY-MM-DD') as "dueOn", t.fired, i.shared_at is not null as shared, i.removed_at is not null as removed,
         t.requested_organisation_id as "requestedOrganisationId", t.requested_assignment_id as "requestedId",
         (select o.short_name from organisation o where o.id = t.requested_organisation_id) as organisation,
         i.organisation_id || i.audience as readers, c.reference
  from plan_activity t join plan_item i on i.id = t.id join coordination_case c on c.id = t.case_id where t.id = $1`;

const activityRow = async (tx: Tx, id: string): Promise<Row> => (await tx.query<[Row]>(ROW, [id]))[0];

/** A draft that has just been shared: from here on its clock goes, and whoever it asks is asked. */
export async function beginWork(tx: Tx, actor: StaffActor, id: string): Promise<void> {
  await setTimers(tx, id);
  await ask(tx, actor, id);
}

/** Sets the clock of an activity by its day, as it stands in the database now. A draft and what has been taken away have none. */
export async function setTimers(tx: Tx, id: string): Promise<void> {
  const { shared, removed, dueOn, state, fired } = await activityRow(tx, id);
  const { nextTimer, nextTimerAt }: ActivityTiming = shared && !removed ? activityTimes(dueOn, state, fired) : NO_TIMER;
  await tx.query('update plan_activity set next_timer = $2, next_timer_at = $3 where id = $1', [id, nextTimer, nextTimerAt]);
}

/** Puts the question to the organisation that the shared activity names, if it names one: its people of the team are told. */
export async function ask(tx: Tx, actor: StaffActor, id: string): Promise<void> {
  const { caseId, reference, state, shared, requestedOrganisationId, requestedId, organisation, readers } = await activityRow(tx, id);
  if (!shared || state !== 'REQUESTED') return;
  await tx.query('update plan_activity set requested_at = app.domain_now() where id = $1', [id]);
  const asked = await tx.query<{ id: string }[]>(
    `select p.assignment_id as id from participation p where p.case_id = $1 and p.organisation_id = $2 and p.until_at is null
     and ($3::uuid is null or p.assignment_id = $3)`,
    [caseId, requestedOrganisationId, requestedId],
  );
  for (const { id: assignmentId } of asked) {
    await notify(tx, { kind: 'activity.requested', to: { assignmentId }, caseId, params: { reference, activityId: id } });
  }
  await recordInTimeline(tx, actor, {
    caseId,
    kind: 'activity.requested',
    params: { activityId: id, organisation: organisation ?? '' },
    audience: readers,
    shownToPerson: false,
  });
}
