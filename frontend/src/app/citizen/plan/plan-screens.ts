import { ownActionsOf } from './next-words.ts';
import { type MyGoalView, type MyPlanBody } from '@samspel/shared/api.ts';

/** One thing of the plan at a time. */
export type PlanScreen =
  { readonly kind: 'next' | 'matters' | 'mine' | 'others' | 'signs' | 'facts' } | { readonly kind: 'goal'; readonly goal: MyGoalView };

/** What there is to show of this plan, in order; nothing empty but the person's own words, which are theirs to begin. */
export function planScreens(plan: MyPlanBody): readonly PlanScreen[] {
  const others = plan.otherActivities.filter(({ doneBy }) => doneBy !== 'ME');
  return [
    { kind: 'next' },
    { kind: 'matters' },
    ...plan.goals.map((goal) => ({ kind: 'goal', goal }) as const),
    ...(others.length > 0 ? [{ kind: 'others' } as const] : []),
    ...(ownActionsOf(plan).length > 0 ? [{ kind: 'mine' } as const] : []),
    ...(plan.earlySigns.length > 0 ? [{ kind: 'signs' } as const] : []),
    { kind: 'facts' },
  ];
}

/** The goal an activity serves, in the words the person reads; null when it serves none. */
export function goalOf(plan: MyPlanBody, activityId: string): MyGoalView | null {
  return plan.goals.find((goal) => goal.activities.some(({ id }) => id === activityId)) ?? null;
}
