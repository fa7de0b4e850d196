import { type ActivityView, type GoalView, type PlanView } from '@samspel/shared/api.ts';

export interface GoalOutline {
  readonly goal: GoalView;
  /** 1 for the first main goal; a sub goal is "1.2". */
  readonly number: string;
  readonly activities: readonly ActivityView[];
}

export interface Outline {
  readonly goals: readonly GoalOutline[];
  /** Activities that belong to no goal the reader sees. */
  readonly loose: readonly ActivityView[];
}

/** A plan in reading order: every main goal, its sub goals, and under each what is done for it. What was removed is not there. */
export function outline({ goals, activities }: Pick<PlanView, 'goals' | 'activities'>): Outline {
  const shown = goals.filter(({ removed }) => !removed);
  const live = activities.filter(({ removed }) => !removed);
  const isRoot = (goal: GoalView): boolean => goal.parentId === null || shown.every(({ id }) => id !== goal.parentId);
  const under = (goal: GoalView): ActivityView[] => live.filter(({ goalId }) => goalId === goal.id);
  const found = shown
    .filter(isRoot)
    .flatMap((main, i) => [
      { goal: main, number: `${i + 1}`, activities: under(main) },
      ...shown.filter(({ parentId }) => parentId === main.id).map((sub, k) => ({ goal: sub, number: `${i + 1}.${k + 1}`, activities: under(sub) })),
    ]);
  return { goals: found, loose: live.filter(({ goalId }) => shown.every(({ id }) => id !== goalId)) };
}
