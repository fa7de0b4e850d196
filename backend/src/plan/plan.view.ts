import type { PlanItemKind } from '@samspel/shared/plan/plan.ts';
import type { StaffActor } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import type { OrganisationRef } from '../organisation/refs.dto.ts';
import { activityView } from './activity/activity.view.ts';
import { fourItems } from './four-items.rules.ts';
import type { GoalView } from './goal/goal.dto.ts';
import { followUpView, goalView, partView } from './item/item.view.ts';
import type { FourItemView, PlanItemView, PlanView, PublishedView } from './plan.dto.ts';
import { planDecisions } from './plan.policy.ts';
import { isActivity, PlanReader } from './plan.reader.ts';
import type { ItemRow, StoredPlan } from './plan.stored.ts';

/** The stored plan as this reader reads it. `today`: the calendar day in Sweden. */
export function planView(actor: StaffActor, facts: CaseFacts, stored: StoredPlan, today: string): PlanView {
  const reader = new PlanReader(actor, facts, stored, today);
  const rows = stored.items.filter(({ removed }) => !removed);
  const of = (kind: PlanItemKind): ItemRow[] => rows.filter((row) => row.kind === kind);
  const parts = (kind: PlanItemKind) => of(kind).map((row) => partView(reader, row));
  const goals = inOrder(of('GOAL').map((row) => goalView(reader, row)));
  const activities = rows.filter(isActivity).map((row) => activityView(reader, row));
  const { id, caseId, type, version, responsibleAuthority, authorities, noOtherMeasures, followUpOn } = stored;
  const whatMatters = parts('WHAT_MATTERS');
  return {
    id,
    caseId,
    type,
    version,
    responsibleAuthority,
    authorities,
    noOtherMeasures,
    followUp: followUpOn ? { on: followUpOn, caller: reader.personOrNull(stored.followUpCallerId) } : null,
    whatMatters: whatMatters.find(({ shared }) => shared) ?? whatMatters[0] ?? null,
    strengths: parts('STRENGTH'),
    needs: parts('NEED'),
    earlySigns: parts('EARLY_SIGN'),
    dissent: parts('DISSENT'),
    goals,
    activities,
    followUps: of('FOLLOW_UP')
      .map((row) => followUpView(reader, row))
      .toSorted((one, other) => other.heldOn.localeCompare(one.heldOn)),
    published: published(reader, rows),
    fourItems: type === 'SIP' ? fourItemViews(reader) : [],
    missingPlain: [...goals, ...activities].filter(({ shared, plain, byPerson }) => shared && !plain && !byPerson).map((item) => item.id),
    notReached: notReached(reader, rows),
    drafts: rows.filter(({ organisationId, sharedAt }) => organisationId === actor.organisationId && !sharedAt).length,
    ...availability(planDecisions(actor, facts, stored.published !== null)),
  };
}

/** One item of the stored plan, also a removed one; undefined when the reader does not read it. */
export function planItemView(actor: StaffActor, facts: CaseFacts, stored: StoredPlan, today: string, id: string): PlanItemView | undefined {
  const row = stored.items.find((item) => item.id === id);
  if (!row) return undefined;
  const reader = new PlanReader(actor, facts, stored, today);
  const view: PlanItemView = { kind: row.kind, part: null, goal: null, activity: null, followUp: null };
  if (isActivity(row)) return { ...view, activity: activityView(reader, row) };
  if (row.kind === 'GOAL') return { ...view, goal: goalView(reader, row) };
  return row.kind === 'FOLLOW_UP' ? { ...view, followUp: followUpView(reader, row) } : { ...view, part: partView(reader, row) };
}

/** What of the plan the four items ask about: work that is the team's, not yet a draft's. */
export const sipBasis = (reader: PlanReader): Parameters<typeof fourItems>[0] => ({
  noOtherMeasures: reader.stored.noOtherMeasures,
  responsiblePrincipalId: reader.stored.responsibleAuthority?.principalId ?? null,
  activities: reader.stored.items
    .filter(isActivity)
    .filter(({ sharedAt, removed }) => sharedAt && !removed)
    .map(({ id, activity }) => ({
      id,
      provider: activity.provider,
      state: activity.state,
      ownerKind: reader.person(activity.ownerId).organisation.kind,
      requestedKind: reader.organisationOrNull(activity.requestedOrganisationId)?.kind ?? null,
    })),
});

const fourItemViews = (reader: PlanReader): FourItemView[] =>
  fourItems(sipBasis(reader)).map(({ item, gaps, n }) => ({ item, ok: !gaps.length, missing: [...new Set(gaps.map(({ code }) => code))], n }));

/** Each main goal with its own behind it; those whose main goal the reader does not read come last. */
function inOrder(goals: GoalView[]): GoalView[] {
  const mains = goals.filter(({ goalKind }) => goalKind === 'MAIN');
  const behind = mains.flatMap((main) => [main, ...goals.filter(({ parentId }) => parentId === main.id)]);
  return [...behind, ...goals.filter((goal) => !behind.includes(goal))];
}

function published(reader: PlanReader, rows: readonly ItemRow[]): PublishedView | null {
  const { published: version } = reader.stored;
  if (!version) return null;
  const changes = rows.filter(({ changed }) => changed).length + version.gone;
  const agreedBy = version.agreedBy.map(({ organisationId, staffId, ...rest }) => ({
    ...rest,
    organisation: reader.organisationOrNull(organisationId),
    staff: reader.personOrNull(staffId),
  }));
  const { number, at, byId, reason } = version;
  return { number, at, by: reader.person(byId), reason, changedSince: changes > 0, changes, agreedBy };
}

/** Organisations of the team that miss something of what the reader's organisation has shared. */
function notReached(reader: PlanReader, rows: readonly ItemRow[]): OrganisationRef[] {
  const { organisationId: mine } = reader.actor;
  const own = rows.filter(({ organisationId, sharedAt, byPerson }) => organisationId === mine && sharedAt && !byPerson);
  return reader.organisationsOf(reader.stored.team.filter((id) => id !== mine && own.some(({ audience }) => !audience.includes(id))));
}
