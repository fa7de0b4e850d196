import type { ActivityState } from '@samspel/shared/plan/plan.ts';
import type { MyActivityState, MyDoer } from '@samspel/shared/plan/my-plan.ts';
import { clockReading } from '../../handover/handover.clock-view.ts';
import { textOf, wordsOf } from '../../plan/publication/frozen-item.ts';
import type { MyActivityView, MyDoerView } from './my-plan.dto.ts';
import type { LiveActivity, StoredBody } from './person-plan.ts';

export type MyActivities = readonly { readonly goalId: string | null; readonly view: MyActivityView }[];

/** Nobody has said yes to what was declined either. */
const STATES: Readonly<Record<ActivityState, MyActivityState>> = {
  REQUESTED: 'WAITING',
  DECLINED: 'WAITING',
  PLANNED: 'PLANNED',
  IN_PROGRESS: 'GOING',
  BLOCKED: 'STUCK',
  COMPLETED: 'DONE',
  CANCELLED: 'ENDED',
};
const DOERS: Readonly<Record<LiveActivity['provider'], MyDoer>> = { INTERVENTION: 'STAFF', OTHER_MEASURE: 'OTHER', OWN_ACTION: 'ME' };
const OVER: readonly MyActivityState[] = ['DONE', 'ENDED'];

export const isOver = (state: MyActivityState): boolean => OVER.includes(state);

/** The published words with how it goes now, in the plan's order. What its reader may see of an activity ends here. */
export function myActivities(stored: StoredBody, today: string, now: Date): MyActivities {
  const published = stored.items.filter(({ kind }) => kind === 'ACTIVITY');
  const heard = new Map(published.map((item) => [item.itemId, wordsOf(item, 'plain') ?? textOf(item)]));
  const live = new Map(stored.activities.map((activity) => [activity.id, activity]));
  return published.flatMap((item) => {
    const activity = live.get(item.itemId);
    if (!activity) return [];
    const state = STATES[activity.state];
    const { startOn, dueOn, afterId, owner, handover } = activity;
    const after = afterId === null ? undefined : heard.get(afterId);
    const view: MyActivityView = {
      id: item.itemId,
      words: heard.get(item.itemId)!,
      text: textOf(item),
      doneBy: DOERS[activity.provider],
      who: doerOf(activity, state),
      state,
      asked: activity.state === 'REQUESTED' ? activity.asked : null,
      holds: { givenName: owner.givenName, organisation: owner.organisation, phone: owner.phone },
      startOn,
      dueOn,
      after: afterId !== null && after !== undefined ? { id: afterId, words: after } : null,
      overdue: dueOn < today && !isOver(state),
      handover: handover && { toOrganisation: handover.toOrganisation, day: clockReading(handover.clock, now).day },
      actions: actionsOf(activity, stored.open),
    };
    return [{ goalId: item.parentId, view }];
  });
}

function doerOf({ provider, owner, performer }: LiveActivity, state: MyActivityState): MyDoerView | null {
  if (provider === 'OWN_ACTION' || state === 'WAITING') return null;
  if (provider === 'INTERVENTION') return { name: owner.name, givenName: owner.givenName, organisation: owner.organisation, worksAt: null };
  return performer && { name: performer.name, givenName: null, organisation: null, worksAt: performer.worksAt };
}

/** What staff reported done, staff take back. */
function actionsOf({ provider, state, byPerson }: LiveActivity, open: boolean): MyActivityView['actions'] {
  if (!open || provider !== 'OWN_ACTION') return [];
  if (['PLANNED', 'IN_PROGRESS', 'BLOCKED'].includes(state)) return ['me.complete'];
  return state === 'COMPLETED' && byPerson ? ['me.reopen'] : [];
}
