import { type ActivityContent, isOpenActivity } from '@samspel/shared/plan/plan.ts';
import { availability } from '../../access/availability.ts';
import { itemDecisions } from '../item/item.policy.ts';
import { itemFactsView } from '../item/item.view.ts';
import { type ActivityRowOfPlan, type PlanReader, isActivity, standingOf } from '../plan.reader.ts';
import type { ActivityView, PlanActivityAction } from './activity-view.dto.ts';
import { overdueDays } from './activity.clock.ts';
import { activityDecisions } from './activity.policy.ts';

export function activityView(reader: PlanReader, row: ActivityRowOfPlan): ActivityView {
  const { activity } = row;
  const { text, plain, extent } = row.content as ActivityContent;
  const requested = reader.organisationOrNull(activity.requestedOrganisationId);
  return {
    ...itemFactsView(reader, row),
    text,
    plain: plain ?? null,
    extent: extent ?? null,
    goalId: reader.other(row.parentId)?.id ?? null,
    provider: activity.provider,
    state: activity.state,
    owner: reader.person(activity.ownerId),
    ownerLost: activity.ownerLost,
    requested: requested && { organisation: requested, staff: reader.personOrNull(activity.requestedId), at: activity.requestedAt },
    declineCode: activity.declineCode,
    performer: activity.performer,
    deputy: reader.personOrNull(activity.deputyId),
    startOn: activity.startOn,
    dueOn: activity.dueOn,
    ...order(reader, activity.afterId),
    overdueDays: overdueDays(activity.dueOn, activity.state, reader.today),
    blockedCategory: activity.blockedCategory,
    cancelCode: activity.cancelCode,
    completedAt: activity.completedAt,
    completedByPerson: activity.completedAt !== null && activity.completedById === null,
    notes: activity.notes.map(({ byId, ...note }) => ({ ...note, by: reader.person(byId) })),
    handover: activity.handover,
    messages: activity.messages,
    ...acts(reader, row),
  };
}

/** What comes first, as far as the reader reads it. */
function order(reader: PlanReader, afterId: string | null): Pick<ActivityView, 'after' | 'waitsForOther'> {
  const first = reader.other(afterId);
  if (!first || !isActivity(first)) return { after: null, waitsForOther: false };
  return { after: { id: first.id, text: (first.content as ActivityContent).text }, waitsForOther: isOpenActivity(first.activity.state) };
}

function acts({ actor, facts }: PlanReader, row: ActivityRowOfPlan): Pick<ActivityView, 'actions' | 'blocked'> {
  const item = standingOf(row);
  const { 'item.edit': edit, 'goal.attain': _, ...others } = itemDecisions(actor, facts, item);
  return availability<PlanActivityAction>({
    ...(edit && { 'activity.edit': edit }),
    ...others,
    ...activityDecisions(actor, facts, { ...row.activity, shared: item.shared, removed: item.removed }),
  });
}
