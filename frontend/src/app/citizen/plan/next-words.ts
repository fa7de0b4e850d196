import { fullDay } from '../../text/format/dates.ts';
import { type Words } from '../../text/words.ts';
import { doerName, isOpen } from './activity-words.ts';
import { type MyActivityView, type MyPlanBody } from '@samspel/shared/api.ts';

/** Everything that is done under the plan, in reading order and each once. */
export function activitiesOf(plan: MyPlanBody): readonly MyActivityView[] {
  return [...plan.goals.flatMap((goal) => goal.activities), ...plan.otherActivities];
}

export function ownActionsOf(plan: MyPlanBody): readonly MyActivityView[] {
  return activitiesOf(plan).filter((activity) => activity.doneBy === 'ME' && activity.state !== 'ENDED');
}

/** When the next thing is, and who does it; nothing that the plan does not say. */
export function nextFacts({ next }: MyPlanBody, words: Words): readonly string[] {
  if (next === null) return [];
  const facts: string[] = [];
  if (next.on !== null) facts.push(words.t('personPlan.next.by', { day: fullDay(next.on, words.language()) }));
  if (next.mine) facts.push(words.t('personPlan.next.you'));
  if (next.who !== null) facts.push(words.t('personPlan.next.who', { who: doerName(next.who, words) }));
  return facts;
}

/** Whether there is anything the person has to do: said in so many words, since silence would leave them wondering. */
export function mustDo(plan: MyPlanBody, questions: number, words: Words): string {
  if (questions > 0) return words.count('personPlan.next.asked', questions);
  const open = ownActionsOf(plan).filter(isOpen).length;
  return open === 0 ? words.t('personPlan.next.nothing') : words.count('personPlan.next.own', open);
}
