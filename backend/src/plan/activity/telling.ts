import type { NoticeKind } from '@samspel/shared/timeline/notice.ts';
import type { TimelineKind } from '@samspel/shared/timeline/timeline.ts';
import type { Actor, StaffActor } from '../../access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { notify } from '../../timeline/notices.ts';
import { recordInTimeline } from '../../timeline/timeline.ts';
import type { ActivityRow } from './activity.store.ts';

type Told = Pick<ActivityRow, 'id' | 'caseId' | 'readers' | 'published'>;

/** What the person reads of how it goes stands in their plan; reasons and hinders are the organisations' own. */
const SHOWN_TO_PERSON: readonly TimelineKind[] = ['activity.accepted', 'activity.started', 'activity.completed', 'activity.reopened'];

/** In the case's history, for those who read the activity; never its words. */
export async function tellHistory(tx: Tx, actor: Actor, row: Told, kind: TimelineKind, code?: string): Promise<void> {
  await recordInTimeline(tx, actor, {
    caseId: row.caseId,
    kind,
    audience: row.readers,
    shownToPerson: row.published && SHOWN_TO_PERSON.includes(kind),
    params: { activityId: row.id, ...(code && { code }) },
  });
}

/** Tells each of them once, as far as they are in the team and read it; never the actor. */
export async function tellThem(
  tx: Tx,
  actor: StaffActor,
  row: Told,
  reference: string,
  kind: NoticeKind,
  to: readonly (string | null)[],
): Promise<void> {
  const there = await tx.query<{ assignmentId: string }[]>(
    `select distinct p.assignment_id as "assignmentId" from participation p
     where p.case_id = $1 and p.until_at is null and p.assignment_id = any ($2::uuid[]) and p.organisation_id = any ($3::uuid[]) and p.assignment_id <> $4`,
    [row.caseId, to.filter((id) => id !== null), row.readers, actor.id],
  );
  for (const each of there) await notify(tx, { kind, to: each, caseId: row.caseId, params: { reference, activityId: row.id } });
}

/** Who waits for this one to be done before they begin with theirs. */
export async function ownersWaiting(tx: Tx, { id, caseId }: Told): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct owner_assignment_id as id from plan_activity where case_id = $1 and after_activity_id = $2 and state in ('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')`,
    [caseId, id],
  );
  return rows.map((row) => row.id);
}
