import { type CaseloadItemView, type NomineeView } from '@samspel/shared/api.ts';

/** Who is to receive what, by `keyOf` the item. */
export type Plan = ReadonlyMap<string, string>;

export const keyOf = ({ caseId, scope, activityId }: Pick<CaseloadItemView, 'caseId' | 'scope' | 'activityId'>): string =>
  `${caseId} ${scope} ${activityId ?? ''}`;

/** Why an item cannot be offered: it is on its way already, or no consent covers anybody else reading it. */
export function shutBecause({ covered, pendingHandoverId }: CaseloadItemView): 'pending' | 'uncovered' | null {
  if (pendingHandoverId !== null) return 'pending';
  return covered ? null : 'uncovered';
}

/** Chooses one receiver for every item that can be offered. '' takes the choice back. */
export function planForAll(items: readonly CaseloadItemView[], receiver: string): Plan {
  return new Map(items.filter((item) => receiver !== '' && shutBecause(item) === null).map((item) => [keyOf(item), receiver]));
}

export interface Share {
  readonly receiver: NomineeView;
  readonly items: readonly CaseloadItemView[];
}

/** What each receiver would be asked to take over, in the order of the receivers. */
export function sharesOf(items: readonly CaseloadItemView[], receivers: readonly NomineeView[], plan: Plan): readonly Share[] {
  return receivers
    .map((receiver) => ({ receiver, items: items.filter((item) => plan.get(keyOf(item)) === receiver.staff.assignmentId) }))
    .filter((share) => share.items.length > 0);
}
