import type { ActivityProvider, ActivityState, Attainment, GoalKind } from '@samspel/shared/plan/plan.ts';
import type { StoredClock } from '../../handover/handover.clock-view.ts';
import type { OrganisationRef } from '../../organisation/refs.dto.ts';
import type { FactsPerson, VersionFacts } from '../../plan/publication/facts.sql.ts';
import { type FrozenItem, textOf, wordsOf } from '../../plan/publication/frozen-item.ts';
import type { MyColleagueView, MyGoalView, MyPlanBody, MyWordsView } from './my-plan.dto.ts';
import { myActivities, type MyActivities } from './person-activities.ts';
import { whatIsNext } from './what-is-next.rules.ts';

export interface LiveActivity {
  id: string;
  provider: ActivityProvider;
  state: ActivityState;
  owner: FactsPerson;
  asked: OrganisationRef | null;
  startOn: string | null;
  dueOn: string;
  afterId: string | null;
  byPerson: boolean;
  performer: { name: string; worksAt: string } | null;
  handover: { toOrganisation: OrganisationRef; clock: StoredClock } | null;
}

export interface OwnWords {
  itemId: string;
  kind: 'WHAT_MATTERS' | 'GOAL';
  text: string;
  goalKind: GoalKind | null;
  parentId: string | null;
}

/** What is published beside how it goes, as `bodyJson` reads it. */
export interface StoredBody {
  number: number;
  publishedAt: string;
  publishedBy: FactsPerson;
  facts: VersionFacts;
  agreedAt: string | null;
  open: boolean;
  items: FrozenItem[];
  own: OwnWords[];
  activities: LiveActivity[];
  attainments: Record<string, Attainment>;
  nextStep: { text: string; due: string | null; who: FactsPerson } | null;
}

/** The plan as the person reads it. `now`: domain time; `today`: its day in Sweden. */
export function personPlan(stored: StoredBody, today: string, now: Date): MyPlanBody {
  const { facts } = stored;
  const of = (kind: FrozenItem['kind']) => stored.items.filter((item) => item.kind === kind);
  const activities = myActivities(stored, today, now);
  const goals = myGoals(stored, activities);
  const shownUnder = new Set(goals.map(({ id }) => id));
  return {
    type: facts.type,
    number: stored.number,
    publishedAt: stored.publishedAt,
    publishedBy: colleague(stored.publishedBy),
    whatMatters: ownWords(stored.own) ?? of('WHAT_MATTERS').filter(staffWrote).map(words)[0] ?? null,
    strengths: of('STRENGTH').map(words),
    needs: of('NEED').map(words),
    goals,
    otherActivities: activities.filter(({ goalId }) => !goalId || !shownUnder.has(goalId)).map(({ view }) => view),
    mine: activities.filter(({ view }) => view.doneBy === 'ME').map(({ view }) => view.id),
    earlySigns: of('EARLY_SIGN').map((item) => ({ ...words(item), call: wordsOf(item, 'call') })),
    next: whatIsNext(
      activities.map(({ view }) => view),
      stored.nextStep,
    ),
    followUp: facts.followUp && { on: facts.followUp.on, caller: facts.followUp.caller && colleague(facts.followUp.caller) },
    responsibleAuthority: facts.responsibleAuthority,
    agreed: stored.agreedAt !== null,
    agreedAt: stored.agreedAt,
  };
}

/** What matters to the person in their own words; also before anything is published. */
export const ownWords = (own: readonly OwnWords[]): MyWordsView | null => own.filter(({ kind }) => kind === 'WHAT_MATTERS').map(bare)[0] ?? null;
export const ownGoals = (own: readonly OwnWords[]): MyWordsView[] => own.filter(({ kind }) => kind === 'GOAL').map(bare);

/** Main goals, each followed by its steps; steps whose goal is not there come last. The person's own stand as they read now. */
function myGoals(stored: StoredBody, activities: MyActivities): MyGoalView[] {
  const under = (id: string) => activities.filter(({ goalId }) => goalId === id).map(({ view }) => view);
  const rest = (id: string) => ({ attainment: stored.attainments[id] ?? null, activities: under(id) });
  const published = stored.items
    .filter((item) => item.kind === 'GOAL' && staffWrote(item))
    .map((item): MyGoalView => {
      const [text, ownWords] = [textOf(item), wordsOf(item, 'ownWords')];
      const heard = { words: wordsOf(item, 'plain') ?? ownWords ?? text, text, ownWords };
      return { id: item.itemId, ...heard, kind: item.frozen.goalKind ?? 'MAIN', parentId: item.parentId, mine: false, ...rest(item.itemId) };
    });
  const own = stored.own
    .filter(({ kind }) => kind === 'GOAL')
    .map(({ itemId, text, goalKind, parentId }): MyGoalView => {
      return { id: itemId, words: text, text, ownWords: text, kind: goalKind ?? 'MAIN', parentId, mine: true, ...rest(itemId) };
    });
  const all = [...published, ...own];
  const main = all.filter(({ kind }) => kind === 'MAIN');
  const ordered = main.flatMap((goal) => [goal, ...all.filter((sub) => sub.kind === 'SUB' && sub.parentId === goal.id)]);
  return [...ordered, ...all.filter((goal) => !ordered.includes(goal))];
}

/** Items without an organisation are the person's own, of which the live words are shown. */
const staffWrote = (item: FrozenItem): boolean => item.organisation !== null;
const words = (item: FrozenItem): MyWordsView => ({ itemId: item.itemId, text: textOf(item) });
const bare = ({ itemId, text }: OwnWords): MyWordsView => ({ itemId, text });
const colleague = ({ givenName, organisation }: FactsPerson): MyColleagueView => ({ givenName, organisation });
