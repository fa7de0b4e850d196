import type { InformationCategory } from '@samspel/shared/consent/consent.ts';
import type { HandoverScope } from '@samspel/shared/handover/handover.ts';
import { type ActivityState, isOpenActivity } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../access/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import { conflict, type Problem, unprocessable } from '../platform/problem/problem.ts';
import type { Baton } from './baton.ts';

/** An activity that is, or is about to be, handed over. */
export interface HeldActivity {
  ownerId: string;
  state: ActivityState;
  /** Shared, and not removed. */
  inForce: boolean;
  text: string;
  /** Another organisation's words go no further than to those who read them; null: own words, which go where a consent lets them. */
  readers: string[] | null;
}

/** SQL text: the actor's participation `p` reads the words of the plan item `i`. */
export const readsItem = (p: string, i: string): string =>
  `(${i}.organisation_id is null or ${i}.organisation_id = ${p}.organisation_id or ${p}.organisation_id = any (${i}.audience))`;

const HELD = `
  select t.owner_assignment_id as "ownerId", t.state, t.in_force as "inForce", i.content->>'text' as text,
    case when i.organisation_id <> p.organisation_id then i.organisation_id || i.audience end as readers
  from plan_activity t join plan_item i on i.id = t.id
  join participation p on p.case_id = t.case_id and p.assignment_id = $3 and p.until_at is null
  where t.id = $1 and t.case_id = $2 and ${readsItem('p', 'i')}`;

/** Which baton a request means; 422 unless an activity is named for the scope ACTIVITY and for that alone. */
export function batonOf(caseId: string, { scope, activityId = null }: { scope: HandoverScope; activityId?: string | null }): Baton {
  if ((scope === 'ACTIVITY') !== (activityId !== null))
    throw unprocessable([{ pointer: '/activityId', code: activityId === null ? 'required' : 'notOfThisScope' }], 'Välj vilken insats det gäller.');
  return { caseId, scope, activityId };
}

/** Null for what the case itself is about; 422 for an activity that the actor does not read in this case. */
export async function heldActivity(tx: Tx, actor: StaffActor, { caseId, activityId }: Baton): Promise<HeldActivity | null> {
  if (activityId === null) return null;
  const [held] = await tx.query<HeldActivity[]>(HELD, [activityId, caseId, actor.id]);
  if (!held) throw unprocessable([{ pointer: '/activityId', code: 'unknown' }]);
  return held;
}

/** 409 for one that is finished, removed or not shared yet: there is nothing that others rely on to hand over. */
export function requireInForce(activity: HeldActivity | null): void {
  if (activity && !(activity.inForce && isOpenActivity(activity.state)))
    throw conflict('handover.activity_not_open', 'Går inte att lämna över', 'Insatsen är avslutad, borttagen eller inte delad än.');
}

/** Whether the activity's words may go to the organisation with it, as far as whose words they are is asked. */
export const mayReach = (activity: HeldActivity | null, organisationId: string): boolean =>
  !activity?.readers || activity.readers.includes(organisationId);

export const wordsOfAnother = (): Problem =>
  conflict(
    'handover.words_of_another',
    'Går inte att lämna över dit',
    'En annan organisation har skrivit insatsen och inte delat den med mottagaren. Be dem dela den först.',
  );

/** Under which part of the consent what is handed over reaches another organisation: an activity's words are the plan's. */
export const categoryOf = (scope: HandoverScope): { category?: InformationCategory } => (scope === 'ACTIVITY' ? { category: 'PLAN' } : {});
