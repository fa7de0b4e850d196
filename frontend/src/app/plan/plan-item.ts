import { type GoalView } from '@samspel/shared/api.ts';
import { type Actionable } from '../ui/action-button.ts';

/** What every item of a plan carries, whatever its kind. */
export type PlanItem = Pick<
  GoalView,
  | 'id'
  | 'version'
  | 'organisation'
  | 'author'
  | 'byPerson'
  | 'recordedForm'
  | 'viaRepresentative'
  | 'shared'
  | 'audience'
  | 'changedAt'
  | 'changedBy'
  | 'changedSincePublished'
  | 'writing'
> &
  Actionable;

/** Another act stands in its place, or it follows from what stands there anyway: a button that says so would only be in the way. */
const SAID_ALREADY = ['activity_over', 'cancel_instead', 'item_removed', 'not_shared'];

export function worthSaying({ actions, blocked }: Actionable): Actionable {
  return { actions, blocked: blocked.filter(({ because }) => !SAID_ALREADY.includes(because)) };
}
