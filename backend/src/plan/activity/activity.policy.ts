import { type ActivityAction, type ActivityMove, isOpenActivity } from '@samspel/shared/plan/plan.ts';
import { allowed, type Decision, refused } from '../../access/gate.ts';
import type { CaseFacts } from '../../case/case-facts.ts';
import { mayWorkInTeam } from '../../case/team-case.policy.ts';
import { type ActivityStanding, moved } from './activity.rules.ts';

/** Who asks; an assignment under which somebody acts, a participant who reads the activity. */
export interface ActivityReader {
  readonly id: string;
  readonly organisationId: string;
}

/** An activity as the policies see it. */
export interface ActivityFacts extends ActivityStanding {
  readonly shared: boolean;
  readonly removed: boolean;
  readonly ownerId: string;
  readonly ownerOrganisationId: string;
  /** The owner cannot answer any more, and nobody has taken over yet. */
  readonly ownerLost: boolean;
  readonly deputyId: string | null;
  /** Who has been asked, while asked or after a no. */
  readonly requestedOrganisationId: string | null;
  readonly completedById: string | null;
}

type Policy = (reader: ActivityReader, facts: ActivityFacts) => Decision;

/** Whoever answers for it; a colleague when the owner is gone, so that nothing waits for nobody. */
const asOwner: Policy = (reader, facts) => (answers(reader, facts) ? allowed : refused('not_owner'));
/** The same, and the deputy. */
const asWorker: Policy = (reader, facts) => (answers(reader, facts) || facts.deputyId === reader.id ? allowed : refused('not_owner'));
/** Anybody of the organisation that was asked: it says yes or no in its own name. */
const asAsked: Policy = (reader, facts) => (facts.requestedOrganisationId === reader.organisationId ? allowed : refused('not_asked'));
/** Whoever worked with it, or said that it was done; for what was called off, whoever answered for it. */
const asReopener: Policy = (reader, facts) =>
  facts.state === 'COMPLETED' && facts.completedById === reader.id
    ? allowed
    : facts.state === 'COMPLETED'
      ? asWorker(reader, facts)
      : asOwner(reader, facts);

const answers = (reader: ActivityReader, facts: ActivityFacts): boolean =>
  facts.ownerId === reader.id || (facts.ownerLost && facts.ownerOrganisationId === reader.organisationId);

/** Asking is an edit: who is asked stands among the fields. */
export type ActivityMoveByStaff = Exclude<ActivityMove, 'ask'>;

export const MAY: Record<ActivityMoveByStaff, Policy> = {
  accept: asAsked,
  refuse: asAsked,
  'take-back': asOwner,
  start: asWorker,
  complete: asWorker,
  reopen: asReopener,
  block: asWorker,
  unblock: asWorker,
  cancel: asOwner,
};

/** Whether the reader may make the move at all; whether there is such an arrow is the machine's to say. */
export function mayMove(reader: ActivityReader, facts: CaseFacts, activity: ActivityFacts, move: ActivityMoveByStaff): Decision {
  const work = mayWorkOnShared(facts, activity);
  return work.allowed ? MAY[move](reader, activity) : work;
}

/** Words about how it goes, by those who work with it. */
export function mayNote(reader: ActivityReader, facts: CaseFacts, activity: ActivityFacts): Decision {
  const work = mayWorkOnShared(facts, activity);
  if (!work.allowed) return work;
  return isOpenActivity(activity.state) ? asWorker(reader, activity) : refused('activity_over');
}

/** One activity goes to somebody else as a handover; who has been asked for it answers first. */
export function mayHandOverActivity(reader: ActivityReader, facts: CaseFacts, activity: ActivityFacts): Decision {
  const work = mayWorkOnShared(facts, activity);
  if (!work.allowed) return work;
  return isOpenActivity(activity.state) ? asOwner(reader, activity) : refused('activity_over');
}

/** A draft is nobody's work yet. */
function mayWorkOnShared(facts: CaseFacts, { shared, removed }: ActivityFacts): Decision {
  const work = mayWorkInTeam(facts);
  if (!work.allowed) return work;
  if (removed) return refused('item_removed');
  return shared ? allowed : refused('not_shared');
}

const MOVES_SHOWN = ['accept', 'refuse', 'take-back', 'start', 'complete', 'reopen', 'block', 'unblock', 'cancel'] as const;

/** What the machine allows now of what is the reader's to do, with the policy's answer; nothing of a draft or of what was taken away. */
export function activityDecisions(reader: ActivityReader, facts: CaseFacts, activity: ActivityFacts): Partial<Record<ActivityAction, Decision>> {
  if (!activity.shared || activity.removed) return {};
  const decisions: Partial<Record<ActivityAction, Decision>> = {};
  for (const move of MOVES_SHOWN) {
    if (moved(activity, move) && MAY[move](reader, activity).allowed) decisions[`activity.${move}`] = mayMove(reader, facts, activity, move);
  }
  if (isOpenActivity(activity.state) && asWorker(reader, activity).allowed) decisions['activity.note'] = mayNote(reader, facts, activity);
  if (isOpenActivity(activity.state) && asOwner(reader, activity).allowed)
    decisions['activity.hand-over'] = mayHandOverActivity(reader, facts, activity);
  return decisions;
}
