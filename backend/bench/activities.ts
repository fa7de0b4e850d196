import { DAY, type Item, type PlanItems, WAITS_UNTIL } from './plan-items.ts';
import type { Caseworker } from './population.ts';

export const ACTIVITIES_PER_PLAN = 12;

/** Where the activities of a plan stand: most of an older plan is done, one is late, one is still its writer's own. */
const STATES = ['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED', 'CANCELLED', 'IN_PROGRESS', 'IN_PROGRESS', 'BLOCKED', 'PLANNED', 'PLANNED', 'ASKED', 'DRAFT'] as const; // prettier-ignore
const LATE = 5;
const OF_THE_PERSON = 8;
const OF_SOMEBODY_ELSE = 9;
const WORDS = ['Samtal hos kurator varannan vecka', 'Arbetsprövning på halvtid hos arbetsgivaren', 'Nytt läkarutlåtande', 'Beslut om stöd i hemmet', 'Promenad varje dag', 'Möte med arbetsgivaren']; // prettier-ignore
const BLOCKED_BY = ['RESOURCES', 'INFORMATION', 'TIME', 'UNCLEAR_RESPONSIBILITY'] as const;
const DECLINED_FOR = ['NOT_OUR_MANDATE', 'NO_CAPACITY', 'MISSING_BASIS'] as const;

/** A plan's activities, dealt round the team: owners, those asked, and what each is for. */
export async function activities(items: PlanItems, goals: readonly Item[]): Promise<void> {
  let before: string | null = null;
  for (let number = 0; number < ACTIVITIES_PER_PLAN; number++)
    before = await activity(items, number, goals[number % (goals.length + 1)] ?? null, before);
}

async function activity(items: PlanItems, number: number, goal: Item | null, before: string | null): Promise<string> {
  const { index, team, contactId } = items.planned;
  const { random } = items;
  const owner = team[(index + number) % team.length]!;
  const asked = team[(index + number + 1) % team.length]!;
  const draft = STATES[number] === 'DRAFT';
  const text = `${random.pick(WORDS)}.`;
  const content = { text, plain: number % 3 ? `Det här händer: ${text.toLowerCase()}` : null, extent: number % 2 ? 'en gång i veckan' : null };
  const item = await items.write('ACTIVITY', owner, { content, parentId: goal?.id ?? null, draft, few: number % 6 === 5 });
  const state = stateOf(number, index);
  const provider = number === OF_THE_PERSON ? 'OWN_ACTION' : number === OF_SOMEBODY_ELSE ? 'OTHER_MEASURE' : 'INTERVENTION';
  const over = state === 'COMPLETED' || state === 'CANCELLED';
  const past = over || number === LATE;
  // What is late has been told to everybody already, and nothing falls due of it.
  const dueAt = past ? items.planned.opened + (20 + 7 * number) * DAY : WAITS_UNTIL + random.below(200) * DAY;
  const waits = !past && !draft;
  const started = state === 'IN_PROGRESS' || state === 'BLOCKED' || state === 'COMPLETED';
  const isAsked = state === 'REQUESTED' || state === 'DECLINED';
  const after = number % 4 === 3 ? before : null;
  await items.emit('plan_activity', [
    ...[item.id, items.planId, items.planned.caseId, provider, state, owner.organisationId, owner.assignmentId],
    ...[isAsked ? asked.organisationId : null, isAsked ? items.at(14) : null, state === 'DECLINED' ? random.pick(DECLINED_FOR) : null],
    ...[provider === 'OTHER_MEASURE' ? contactId : null, items.on(10), new Date(dueAt).toISOString().slice(0, 10), after],
    ...[state === 'BLOCKED' ? random.pick(BLOCKED_BY) : null, state === 'CANCELLED' ? 'NOT_NEEDED' : null, started ? items.at(12) : null],
    ...[state === 'COMPLETED' ? items.at(18 + 7 * number) : null, state === 'COMPLETED' ? owner.assignmentId : null],
    ...[number === LATE ? '{OVERDUE_OWNER,OVERDUE_TEAM}' : '{}', waits ? 'OVERDUE_OWNER' : null, waits ? new Date(dueAt + DAY).toISOString() : null, !draft],
  ]); // prettier-ignore
  Object.assign(item.frozen, { provider, state, owner: 'Anna Andersson', ownerOrganisation: 'Försäkringskassan', startOn: items.on(10), dueOn: new Date(dueAt).toISOString().slice(0, 10), afterId: after }); // prettier-ignore
  if (state === 'BLOCKED') await note(items, item, owner, 'BLOCKED', 'Svaret dröjer, vi väntar på underlaget.');
  if (number === LATE) await note(items, item, owner, 'PROGRESS', 'Två av sex tillfällen är gjorda.');
  return item.id;
}

function stateOf(number: number, index: number): string {
  const state = STATES[number]!;
  if (state === 'ASKED') return index % 2 ? 'REQUESTED' : 'DECLINED';
  return state === 'DRAFT' ? 'PLANNED' : state;
}

async function note(items: PlanItems, { id, audience }: Item, by: Caseworker, kind: string, text: string): Promise<void> {
  const { caseId, opened } = items.planned;
  const code = kind === 'BLOCKED' ? 'INFORMATION' : null;
  await items.emit('activity_note', [
    items.random.uuid(opened),
    id,
    caseId,
    by.organisationId,
    audience,
    kind,
    code,
    text,
    by.assignmentId,
    items.at(25),
  ]);
}
