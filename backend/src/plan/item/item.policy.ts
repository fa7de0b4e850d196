import { isOpenActivity, type ActivityState, type PlanItemAction, type PlanItemKind } from '@samspel/shared/plan/plan.ts';
import { allowed, type Decision, refused } from '../../access/gate.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';

/** Who asks: an assignment and its organisation. */
export interface ItemReader {
  readonly id: string;
  readonly organisationId: string;
}

/** An item as the policies see it. */
export interface ItemStanding {
  readonly kind: PlanItemKind;
  /** Null: the person's own words. */
  readonly organisationId: string | null;
  /** The person's words, by themself or as told to staff. */
  readonly byPerson: boolean;
  readonly shared: boolean;
  readonly removed: boolean;
  readonly audience: readonly string[];
  readonly activity: { readonly state: ActivityState; readonly ownerOrganisationId: string } | null;
}

/** Lock 1 of an item: the person's own words are the whole team's; any other is its organisation's until shared, then its readers' too. */
export function maySeeItem({ organisationId }: ItemReader, item: ItemStanding): Decision {
  const reads = item.organisationId === null || item.organisationId === organisationId || item.audience.includes(organisationId);
  return reads ? allowed : refused('not_reader');
}

/**
 * Goals, needs and the like are the team's: whoever reads one may better it, and shares it anew by that. An activity is changed by whoever answers
 * for it, a dissent by whoever holds it, and the person's own words by nobody else.
 */
export function mayEditItem(reader: ItemReader, facts: CaseFacts, item: ItemStanding): Decision {
  const work = mayWorkOnItem(facts, item);
  if (!work.allowed) return work;
  if (item.kind === 'DISSENT' && item.organisationId !== reader.organisationId) return refused('not_own_item');
  return item.activity ? mayEditActivity(reader, item, item.activity) : allowed;
}

function mayEditActivity(reader: ItemReader, item: ItemStanding, activity: NonNullable<ItemStanding['activity']>): Decision {
  if (!isOpenActivity(activity.state)) return refused('activity_over');
  const unanswered = activity.state === 'REQUESTED' || activity.state === 'DECLINED';
  const own = activity.ownerOrganisationId === reader.organisationId || (unanswered && item.organisationId === reader.organisationId);
  return own ? allowed : refused('not_owner_organisation');
}

/** Sharing is a disclosure by the organisation whose words they are. Again: for those who have joined since. */
export function mayShareItem(reader: ItemReader, facts: CaseFacts, item: ItemStanding): Decision {
  const work = mayWorkOnItem(facts, item);
  return work.allowed ? own(reader, item) : work;
}

/** A shared activity is somebody's work: it is called off with a reason, not taken away. */
export function mayRemoveItem(reader: ItemReader, facts: CaseFacts, item: ItemStanding): Decision {
  const work = mayWorkOnItem(facts, item);
  if (!work.allowed) return work;
  if (item.activity && item.shared) return refused('cancel_instead');
  return own(reader, item);
}

export function mayRestoreItem(reader: ItemReader, facts: CaseFacts, item: ItemStanding): Decision {
  const work = mayWorkInTeam(facts);
  if (!work.allowed) return work;
  if (item.byPerson) return refused('persons_own_words');
  return own(reader, item);
}

/** How it goes with a goal is said by anybody of the team who reads it, also of the person's own. */
export function mayAttainGoal(facts: CaseFacts, item: ItemStanding): Decision {
  const work = mayWorkInTeam(facts);
  if (!work.allowed) return work;
  if (item.removed) return refused('item_removed');
  return item.shared ? allowed : refused('not_shared');
}

/** For a view. An activity's editing has a word of its own. */
export function itemDecisions(reader: ItemReader, facts: CaseFacts, item: ItemStanding): Partial<Record<PlanItemAction, Decision>> {
  if (item.removed) return { 'item.restore': mayRestoreItem(reader, facts, item) };
  return {
    'item.edit': mayEditItem(reader, facts, item),
    'item.share': mayShareItem(reader, facts, item),
    'item.remove': mayRemoveItem(reader, facts, item),
    ...(item.kind === 'GOAL' && { 'goal.attain': mayAttainGoal(facts, item) }),
  };
}

function mayWorkOnItem(facts: CaseFacts, item: ItemStanding): Decision {
  const work = mayWorkInTeam(facts);
  if (!work.allowed) return work;
  if (item.removed) return refused('item_removed');
  return item.byPerson ? refused('persons_own_words') : allowed;
}

const own = (reader: ItemReader, item: ItemStanding): Decision => (item.organisationId === reader.organisationId ? allowed : refused('not_own_item'));
