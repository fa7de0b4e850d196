import type { DocumentVariant } from '@samspel/shared/plan/my-plan.ts';
import type { DocumentActivity, DocumentFollowUp, DocumentGoal, DocumentPerson, PlanDocument } from '../../document/plan-document.ts';
import { swedishDay } from '../../document/swedish-day.ts';
import type { VersionFacts } from '../publication/facts.sql.ts';
import { type FrozenItem, textOf, wordsOf } from '../publication/frozen-item.ts';
import type { PlanVersionRowView } from '../publication/publication.dto.ts';
import { fourItemsInWords } from './four-items-words.ts';
import { accountableWords, attainmentWords, doneByWords, stanceWords, statusWords, TITLES } from './plan-words.ts';

export interface Printed {
  readonly variant: DocumentVariant;
  /** What organisations say to each other (dissent, conflicts of goals, follow-ups) is not printed for the person. */
  readonly forPerson: boolean;
  readonly reference: string;
  readonly person: DocumentPerson & { readonly givenName: string };
  /** Null for the working copy. */
  readonly version: PlanVersionRowView | null;
  readonly facts: VersionFacts;
  readonly items: readonly FrozenItem[];
  readonly printedAt: string;
}

/** A version as it was frozen, or the working copy as it would be, in the words that are printed. */
export function planDocument(printed: Printed): PlanDocument {
  const { facts, items, version, person } = printed;
  const simple = printed.variant === 'simple';
  const between = !simple && !printed.forPerson;
  const of = (kind: FrozenItem['kind']) => items.filter((item) => item.kind === kind);
  const { name, age, maskedNumber } = person;
  return {
    variant: simple ? 'SIMPLE' : 'STAFF',
    language: 'sv',
    title: TITLES[facts.type],
    reference: printed.reference,
    printedAt: printed.printedAt,
    person: { name, age, maskedNumber: simple ? null : maskedNumber },
    version: version && { number: version.number, publishedOn: swedishDay(version.publishedAt), reason: simple ? null : version.reason },
    holder: facts.owner ? `${facts.owner.name} på ${facts.owner.organisation.name} håller i planen.` : 'Ingen håller i planen just nu.',
    responsibleAuthority: facts.responsibleAuthority,
    coordinator: facts.coordinator && { ...facts.coordinator, organisation: facts.coordinator.organisation.name },
    whatMatters: of('WHAT_MATTERS').map(textOf)[0] ?? null,
    strengths: of('STRENGTH').map(textOf),
    needs: of('NEED').map(textOf),
    ...goalsAndActivities(items, person.givenName, simple),
    fourItems: facts.type === 'SIP' && !simple ? fourItemsInWords(items, facts, person.givenName) : [],
    earlySigns: of('EARLY_SIGN').map((item) => ({ text: textOf(item), call: wordsOf(item, 'call') })),
    dissent: between ? of('DISSENT').map((item) => ({ organisation: item.organisation?.name ?? '', text: textOf(item) })) : [],
    goalConflicts: between ? of('GOAL').flatMap(conflictOf) : [],
    followUp: facts.followUp && { day: swedishDay(facts.followUp.on), caller: facts.followUp.caller?.name ?? 'Teamet' },
    followUpRecords: between ? of('FOLLOW_UP').map((item) => followUpOf(item, items)) : [],
    agreements: (version?.agreements ?? []).map((agreement) => ({
      who: agreement.staff?.name ?? name,
      organisation: agreement.organisation?.name ?? null,
      at: swedishDay(agreement.at),
      stance: stanceWords(agreement),
    })),
    contacts: [
      ...facts.team.map((each) => ({ name: each.name, role: each.title, organisation: each.organisation.name, phone: each.phone })),
      ...facts.contacts,
    ],
  };
}

function goalsAndActivities(items: readonly FrozenItem[], givenName: string, simple: boolean): Pick<PlanDocument, 'goals' | 'activities'> {
  const texts = new Map(items.map((item) => [item.itemId, (simple ? wordsOf(item, 'plain') : null) ?? textOf(item)]));
  const activity = (item: FrozenItem): DocumentActivity => activityOf(item, { texts, givenName, simple });
  const under = (goal: string | null) => items.filter(({ kind, parentId }) => kind === 'ACTIVITY' && parentId === goal).map(activity);
  const goals = items.filter(({ kind }) => kind === 'GOAL');
  const isSub = (goal: FrozenItem) => goal.frozen.goalKind === 'SUB' && goals.some(({ itemId }) => itemId === goal.parentId);
  const one = (goal: FrozenItem, number: string): DocumentGoal => ({
    number,
    kind: isSub(goal) ? 'SUB' : 'MAIN',
    text: textOf(goal),
    ownWords: wordsOf(goal, 'ownWords'),
    plain: wordsOf(goal, 'plain'),
    attainment: attainmentWords(goal.frozen),
    activities: under(goal.itemId),
  });
  const numbered = goals
    .filter((goal) => !isSub(goal))
    .flatMap((goal, index) => [
      one(goal, `${index + 1}`),
      ...goals.filter((sub) => isSub(sub) && sub.parentId === goal.itemId).map((sub, at) => one(sub, `${index + 1}.${at + 1}`)),
    ]);
  const known = new Set(goals.map(({ itemId }) => itemId));
  const loose = items.filter(({ kind, parentId }) => kind === 'ACTIVITY' && (parentId === null || !known.has(parentId)));
  return { goals: numbered, activities: loose.map(activity) };
}

interface Manner {
  readonly texts: ReadonlyMap<string, string>;
  readonly givenName: string;
  readonly simple: boolean;
}

function activityOf(item: FrozenItem, { texts, givenName, simple }: Manner): DocumentActivity {
  const { startOn, dueOn, deputy, afterId } = item.frozen;
  const after = afterId ? texts.get(afterId) : undefined;
  const extent = wordsOf(item, 'extent');
  return {
    text: extent ? `${textOf(item)}\n${extent}` : textOf(item),
    plain: wordsOf(item, 'plain'),
    doneBy: doneByWords(item.frozen, givenName, simple),
    accountable: accountableWords(item.frozen),
    start: startOn ? swedishDay(startOn) : null,
    due: dueOn ? swedishDay(dueOn) : null,
    order: after ? `Efter: ${after}` : simple ? null : 'Samtidigt som annat',
    status: statusWords(item.frozen, simple),
    deputy: deputy ?? null,
  };
}

function conflictOf(item: FrozenItem): string[] {
  const conflict = wordsOf(item, 'conflict');
  if (!conflict) return [];
  const whom = item.frozen.conflictOrganisations ?? [];
  return [whom.length ? `${conflict} (berör ${whom.join(', ')})` : conflict];
}

function followUpOf(item: FrozenItem, items: readonly FrozenItem[]): DocumentFollowUp {
  const said = (name: string): string => wordsOf(item, name) ?? '';
  const activities = new Map(items.filter(({ kind }) => kind === 'ACTIVITY').map((each) => [each.itemId, each]));
  const rows = (item.frozen.rows ?? []).flatMap(({ id, done }) => {
    const activity = activities.get(id);
    const due = activity?.frozen.dueOn;
    return activity ? [{ activity: textOf(activity), planned: due ? `Till ${swedishDay(due)}` : '', done: done ? 'Klart' : 'Inte klart' }] : [];
  });
  const day = said('heldOn');
  return {
    day: day && swedishDay(day),
    wanted: said('wanted'),
    became: said('became'),
    why: said('why'),
    conclusion: said('conclusion'),
    now: said('now'),
    rows,
  };
}
