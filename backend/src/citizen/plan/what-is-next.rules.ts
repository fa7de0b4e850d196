import type { FactsPerson } from '../../plan/publication/facts.sql.ts';
import type { MyActivityView, MyNextView } from './my-plan.dto.ts';
import { isOver } from './person-activities.ts';

interface NextStep {
  text: string;
  due: string | null;
  who: FactsPerson;
}

/**
 * The first thing that happens: of what somebody has said yes to and nothing stands before, the earliest day; a start that is still to come
 * counts, not the last day of it. The team's next step goes before it unless its day is later; without a day it is simply next.
 */
export function whatIsNext(activities: readonly MyActivityView[], step: NextStep | null): MyNextView | null {
  const open = new Set(activities.filter(({ state }) => !isOver(state)).map(({ id }) => id));
  const first = activities
    .filter(({ state, after }) => (state === 'PLANNED' || state === 'GOING') && !(after && open.has(after.id)))
    .toSorted((a, b) => compare(dayOf(a), dayOf(b)))[0];
  if (step && (!first || step.due === null || step.due <= dayOf(first))) {
    const { name, givenName, organisation } = step.who;
    return {
      kind: 'NEXT_STEP',
      activityId: null,
      words: step.text,
      on: step.due,
      mine: false,
      who: { name, givenName, organisation, worksAt: null },
    };
  }
  if (!first) return null;
  return { kind: 'ACTIVITY', activityId: first.id, words: first.words, on: dayOf(first), mine: first.doneBy === 'ME', who: first.who };
}

const dayOf = ({ state, startOn, dueOn }: MyActivityView): string => (state === 'PLANNED' && startOn ? startOn : dueOn);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
