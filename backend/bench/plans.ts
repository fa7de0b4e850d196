import { activities } from './activities.ts';
import { type Item, type Planned, PlanItems, WAITS_UNTIL } from './plan-items.ts';
import type { Emit } from './population.ts';
import type { Random } from './random.ts';

/** Of a hundred plans so many have been published, and a third of those once more. */
const PUBLISHED_PER_HUNDRED = 60;
const TYPES = ['SIP', 'REHAB_TEAM_PLAN', 'RETURN_TO_WORK_PLAN'] as const;
/** Of the team, who can have the overall responsibility: the region. */
const RESPONSIBLE = 2;
/** One case in so many has something the person waits for an answer to, and one in so many something answered. */
const WAITS_EVERY = 25;
const ANSWERED_EVERY = 5;
const RATINGS = 3;

export const PLAN_COLUMNS: Record<string, string> = {
  care_plan: 'id, case_id, type, responsible_principal_id, responsible_principal_kind, no_other_measures, follow_up_on, follow_up_caller_assignment_id, begun_by_assignment_id, begun_at',
  plan_item: 'id, plan_id, case_id, kind, organisation_id, author_assignment_id, author_person_id, position, parent_id, goal_kind, content, audience, shared_at, created_at, changed_at, version',
  plan_activity:
    'id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, requested_organisation_id, requested_at, decline_code, performer_contact_id, start_on, due_on, after_activity_id, blocked_category, cancel_code, started_at, completed_at, completed_by_assignment_id, fired, next_timer, next_timer_at, in_force',
  activity_note: 'id, activity_id, case_id, organisation_id, audience, kind, code, text, by_assignment_id, at',
  goal_attainment: 'id, goal_id, case_id, status, set_by_assignment_id, set_at',
  plan_version: 'id, plan_id, case_id, number, type, reason, organisation_id, audience, facts, responsible_principal_id, published_by_assignment_id, published_at',
  plan_version_item: 'version_id, item_id, case_id, organisation_id, audience, kind, position, parent_id, item_version, content',
  plan_agreement: 'version_id, case_id, assignment_id, organisation_id, person_id, stance, agreed_at',
  person_message:
    'id, case_id, person_id, kind, text, made_at, made_by_person_id, state, responsible_assignment_id, due_at, answer, answered_by_assignment_id, answered_at, next_timer, next_timer_at',
  person_rating: 'id, case_id, person_id, value, rated_on, made_by_person_id, recorded_at',
}; // prettier-ignore

/** The case's plan with what it is made of, as it was published, and what the person has said of it. */
export async function plan(planned: Planned, random: Random, emit: Emit): Promise<void> {
  const { caseId, index, owner, team } = planned;
  const type = TYPES[index % TYPES.length]!;
  const items = new PlanItems(planned, random, emit);
  const authority = type === 'SIP' ? team[RESPONSIBLE]!.principalId : null;
  await emit('care_plan', [
    ...[items.planId, caseId, type, authority, authority && 'REGION', false, items.on(90), owner.assignmentId, owner.assignmentId, items.at(4)],
  ]);
  await parts(items);
  const goals = await goalsOf(items);
  await activities(items, goals);
  if (index % 100 < PUBLISHED_PER_HUNDRED) {
    const times = index % 3 === 0 ? 2 : 1;
    for (let number = 1; number <= times; number++) await publish(items, { number, type, authority, latest: number === times });
  }
  await voice(items);
}

async function parts(items: PlanItems): Promise<void> {
  const { team, index } = items.planned;
  const by = (number: number): (typeof team)[number] => team[(index + number) % team.length]!;
  await items.write('WHAT_MATTERS', null, { content: { text: 'Att orka vara förälder och att få komma tillbaka till jobbet i min egen takt.' } });
  await items.write('NEED', by(0), { content: { text: 'Vila mellan arbetsdagarna och en person att ringa.' } });
  await items.write('NEED', by(1), { content: { text: 'Smärtan behöver en plan.' }, few: true });
  await items.write('STRENGTH', by(2), { content: { text: 'Trivs på arbetsplatsen och har stöd av en vän.' } });
  await items.write('EARLY_SIGN', by(3), { content: { text: 'Sover dåligt flera nätter i rad.', call: 'Ring handläggaren.' } });
  const words = { heldOn: items.on(60), wanted: 'Halva dagar.', became: 'Tre dagar i veckan.', why: 'Underlaget dröjde.', conclusion: '', now: 'Vi ringer i förväg.' }; // prettier-ignore
  await items.write('FOLLOW_UP', by(4), { content: words });
}

async function goalsOf(items: PlanItems): Promise<Item[]> {
  const { team, index, caseId, opened } = items.planned;
  const by = team[index % team.length]!;
  const content = (text: string): Item['content'] => ({ text, ownWords: null, plain: `Målet är: ${text}`, targetOn: items.on(300), conflict: null, conflictOrganisationIds: [] }); // prettier-ignore
  const main = await items.write('GOAL', by, { content: content('Arbeta halvtid i ordinarie arbete.'), goalKind: 'MAIN' });
  const goals = [main];
  for (const text of ['Klara två timmar om dagen.', 'Ha en vardag som håller.'])
    goals.push(await items.write('GOAL', by, { content: content(text), goalKind: 'SUB', parentId: main.id }));
  for (const [number, { id, frozen }] of goals.entries()) {
    frozen['goalKind'] = number ? 'SUB' : 'MAIN';
    await items.emit('goal_attainment', [items.random.uuid(opened), id, caseId, 'IMPROVING', by.assignmentId, items.at(40)]);
  }
  return goals;
}

/** `latest`: what the person and two of the team stand behind. */
async function publish(
  items: PlanItems,
  { number, type, authority, latest }: { number: number; type: string; authority: string | null; latest: boolean },
): Promise<void> {
  const { caseId, personId, opened, owner, team } = items.planned;
  const versionId = items.random.uuid(opened);
  const others = team.filter((each) => each !== owner);
  const facts = { type, responsibleAuthority: authority && 'Regionen', noOtherMeasures: false, owner: null, coordinator: null, followUp: null, team: [], contacts: [] }; // prettier-ignore
  await items.emit('plan_version', [
    ...[versionId, items.planId, caseId, number, type, 'Efter mötet med teamet', owner.organisationId],
    ...[
      `{${others.map(({ organisationId }) => organisationId).join(',')}}`,
      JSON.stringify(facts),
      authority,
      owner.assignmentId,
      items.at(35 * number),
    ],
  ]);
  for (const { id, kind, by, position, parentId, audience, draft, content, frozen } of items.all) {
    if (draft) continue;
    const words = JSON.stringify({ ...content, frozen });
    await items.emit('plan_version_item', [versionId, id, caseId, by?.organisationId ?? null, audience, kind, position, parentId, 2, words]);
  }
  if (!latest) return;
  await items.emit('plan_agreement', [versionId, caseId, null, null, personId, 'AGREES', items.at(37 * number)]);
  for (const { assignmentId, organisationId } of others.slice(0, 2))
    await items.emit('plan_agreement', [versionId, caseId, assignmentId, organisationId, null, 'AGREES', items.at(36 * number)]);
}

async function voice(items: PlanItems): Promise<void> {
  const { caseId, personId, opened, index, owner } = items.planned;
  const { random, emit } = items;
  const asked = [caseId, personId, 'CALL_ME', 'Jag vill prata om nästa steg.'] as const;
  if (index % ANSWERED_EVERY === 1) {
    const answer = ['Vi talades vid på telefon.', owner.assignmentId, items.at(31)] as const;
    await emit('person_message', [random.uuid(opened), ...asked, items.at(30), personId, 'ANSWERED', owner.assignmentId, items.at(32), ...answer, null, null]); // prettier-ignore
  }
  if (index % WAITS_EVERY === 0) {
    const due = new Date(WAITS_UNTIL).toISOString();
    await emit('person_message', [random.uuid(opened), ...asked, items.at(80), personId, 'OPEN', owner.assignmentId, due, null, null, null, 'PERSON_WAITS', due]); // prettier-ignore
  }
  for (let number = 0; number < RATINGS; number++)
    await emit('person_rating', [random.uuid(opened), caseId, personId, 3 + random.below(6), items.on(30 * (number + 1)), personId, items.at(30 * (number + 1))]); // prettier-ignore
}
