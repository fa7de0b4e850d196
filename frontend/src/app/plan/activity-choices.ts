import { type ActivityView, type CaseView, type OrganisationRef, type PlanView, type StaffRef } from '@samspel/shared/api.ts';
import { isOpenActivity } from '@samspel/shared/plan/plan.ts';
import { type Fields } from './item-writing.ts';

/** Who is to answer for an activity: a colleague of the own organisation, or another organisation that is asked. */
export type Who = { readonly owner: string } | { readonly asked: string };

/** As a form keeps it: `own:<assignment>` or `org:<organisation>`. */
export function whoOf(value: string): Who {
  return value.startsWith('org:') ? { asked: value.slice(4) } : { owner: value.replace(/^own:/, '') };
}

/** Those of one organisation who take part. */
export function teamOf({ participants }: Pick<CaseView, 'participants'>, organisationId: string): readonly StaffRef[] {
  return participants.map(({ staff }) => staff).filter(({ organisation }) => organisation.id === organisationId);
}

/** The other organisations of the team, which can be asked. */
export function others({ participants }: Pick<CaseView, 'participants'>, organisationId: string): readonly OrganisationRef[] {
  const all = new Map(participants.map(({ staff: { organisation } }) => [organisation.id, organisation]));
  all.delete(organisationId);
  return [...all.values()];
}

/** What an activity may come after: the open ones, but not itself nor what already waits for it. */
export function mayComeAfter({ activities }: Pick<PlanView, 'activities'>, own: string | undefined): readonly ActivityView[] {
  const waitsForOwn = (activity: ActivityView): boolean => {
    const seen = new Set<string>();
    for (let at: ActivityView | undefined = activity; at !== undefined && !seen.has(at.id);) {
      if (at.after?.id === own) return true;
      seen.add(at.id);
      const next: string | undefined = at.after?.id;
      at = activities.find(({ id }) => id === next);
    }
    return false;
  };
  return activities.filter((each) => each.id !== own && !each.removed && isOpenActivity(each.state) && (own === undefined || !waitsForOwn(each)));
}

/** The form's fields as they stand. */
export function fieldsOf(item: ActivityView | null, start: { readonly me: string; readonly goalId: string }): Fields {
  return {
    text: item?.text ?? '',
    plain: item?.plain ?? '',
    extent: item?.extent ?? '',
    goalId: item === null ? start.goalId : (item.goalId ?? ''),
    provider: item?.provider ?? 'INTERVENTION',
    who: item === null ? `own:${start.me}` : item.requested === null ? `own:${item.owner.assignmentId}` : `org:${item.requested.organisation.id}`,
    requestedStaffId: item?.requested?.staff?.assignmentId ?? '',
    performerContactId: item?.performer?.contactId ?? '',
    deputyId: item?.deputy?.assignmentId ?? '',
    startOn: item?.startOn ?? '',
    dueOn: item?.dueOn ?? '',
    afterId: item?.after?.id ?? '',
  };
}

/** What the server is told: only what belongs to the kind of doer that was chosen. */
export function activityBody(fields: Fields, item: ActivityView | null): object {
  const value = (name: string): string | null => fields[name]?.trim() || null;
  const provider = value('provider') ?? 'INTERVENTION';
  const who = whoOf(fields['who'] ?? '');
  const asked = provider === 'INTERVENTION' && 'asked' in who ? who.asked : null;
  return {
    text: value('text') ?? '',
    plain: value('plain'),
    extent: value('extent'),
    goalId: value('goalId'),
    provider,
    ownerId: 'owner' in who ? who.owner || null : (item?.owner.assignmentId ?? null),
    requestedOrganisationId: asked,
    requestedStaffId: asked === null ? null : value('requestedStaffId'),
    performerContactId: provider === 'OTHER_MEASURE' ? value('performerContactId') : null,
    deputyId: value('deputyId'),
    startOn: value('startOn'),
    dueOn: value('dueOn') ?? '',
    afterId: value('afterId'),
  };
}
