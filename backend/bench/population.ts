import { createHash } from 'node:crypto';
import { HANDOVER_COLUMNS, handovers } from './handovers.ts';
import { PLAN_COLUMNS, plan } from './plans.ts';
import { Random } from './random.ts';

export const ORGANISATIONS = [
  ['FK', 'Försäkringskassan', 'FK'],
  ['AF', 'Arbetsförmedlingen', 'AF'],
  ['REGION', 'Regionen', 'R'],
  ['KOMMUN', 'Socialtjänsten', 'K'],
  ['KOMMUN', 'Arbetsmarknad', 'K'],
] as const;

/** Per case, as design budgets assume for the nation: participants, timeline events; and what the case view shows beside them. */
const PARTICIPANTS = ORGANISATIONS.length;
const EVENTS = 20;
const NOTES = 4;
/** A caseworker sits in about this many teams. */
const CASES_PER_CASEWORKER = 50;

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);

export type Row = readonly (string | number | boolean | null)[];
export type Emit = (table: string, row: Row) => Promise<void> | void;

export const COLUMNS: Record<string, string> = {
  federation_area: 'id, name',
  principal: 'id, kind, name',
  organisation: 'id, principal_id, name, short_name, letters, contact_assignment_id',
  unit: 'id, organisation_id, name, function_address, phone',
  staff_member: 'id, given_name, family_name, email, phone, org_affiliation',
  assignment: 'id, staff_member_id, unit_id, organisation_id, title, role, functions, valid_from',
  person: 'id, given_name, family_name, language, created_at',
  coordination_case:
    'id, reference, person_id, area_id, reason, asked_form, asked_on, owner_assignment_id, coordinator_assignment_id, owner_since, next_step, next_step_due, next_step_set_at, opened_by_assignment_id, opened_at, last_movement_at',
  participation: 'id, case_id, assignment_id, organisation_id, role, mandate, question_area, from_at, introduced_at',
  case_access: 'actor_id, case_id, person_id, via, organisation_id',
  case_ambition: 'case_id, level, from_at, set_by_assignment_id',
  case_contact: 'id, case_id, kind, name, phone, recorded_by_assignment_id',
  consent:
    'id, case_id, person_id, disclosing_organisation_id, given_by, purpose, information_categories, valid_from, valid_to, form, taken_by_assignment_id, taken_at, text_version',
  consent_recipient: 'consent_id, case_id, organisation_id',
  case_note: 'id, case_id, organisation_id, author_assignment_id, kind, text, created_at',
  timeline_event: 'id, case_id, kind, occurred_at, recorded_at, actor_assignment_id, organisation_id, text',
  audit_event: 'id, recorded_at, actor_kind, actor_id, staff_member_id, organisation_id, unit_id, purpose, action, case_id, person_id, field_class',
  session: 'id, token_hash, audience, staff_member_id, assignment_id, display_name, acr, authenticated_at',
  ...HANDOVER_COLUMNS,
  ...PLAN_COLUMNS,
};

/** The cookie of the caseworker at `organisation-number`: shaped like a real one, known to the benchmark alone. */
export const tokenOf = (key: string): string => createHash('sha256').update(`bench ${key}`).digest('base64url');

export interface Caseworker {
  assignmentId: string;
  staffMemberId: string;
  organisationId: string;
  principalId: string;
  unitId: string;
  token: string;
}

const LOA3 = 'http://id.elegnamnden.se/loa/1.0/loa3';
const GIVEN = ['Anna', 'Maria', 'Lars', 'Mikael', 'Fatima', 'Ali', 'Elsa', 'Åke', 'Örjan', 'Sara'];
const FAMILY = ['Andersson', 'Johansson', 'Karlsson', 'Nilsson', 'Åberg', 'Öhman', 'Ek', 'Hassan', 'Lind', 'Berg'];
const TEXT = 'Avstämning med teamet. Arbetstiden håller och nästa steg är överenskommet med personen själv. ';

/**
 * Everything a town of `cases` open cases holds, row by row, parents before children. Persons carry no national identifier. `templateId`: the
 * link template every handover goes by.
 */
export async function populate(cases: number, seed: number, templateId: string, emit: Emit): Promise<void> {
  const random = new Random(seed);
  const areaId = random.uuid(START);
  await emit('federation_area', [areaId, 'Bänkstad']);
  const caseworkers = await staff(Math.max(1, Math.ceil(cases / CASES_PER_CASEWORKER)), random, emit);
  for (let index = 0; index < cases; index++) await openCase(index, { areaId, templateId }, caseworkers, random, emit);
}

/** One list of caseworkers per organisation, `per` in each. */
async function staff(per: number, random: Random, emit: Emit): Promise<Caseworker[][]> {
  const all: Caseworker[][] = [];
  for (const [index, [kind, name, letters]] of ORGANISATIONS.entries()) {
    const [principalId, organisationId] = [random.uuid(START), random.uuid(START)];
    await emit('principal', [principalId, kind, `${name} (huvudman)`]);
    const contactId = random.uuid(START);
    await emit('organisation', [organisationId, principalId, name, name, letters, contactId]);
    const list: Caseworker[] = [];
    let unitId = '';
    for (let number = 0; number < per; number++) {
      if (number % 20 === 0) {
        unitId = random.uuid(START);
        await emit('unit', [unitId, organisationId, `Enhet ${index}-${number / 20}`, `enhet${index}-${number}@samspel.example`, '0980-319 200']);
        await supervisor(number === 0 ? contactId : random.uuid(START), `${index}-${number}`, organisationId, unitId, random, emit);
      }
      list.push(await caseworker(`${index}-${number}`, { organisationId, principalId, unitId }, random, emit));
    }
    all.push(list);
  }
  return all;
}

/** One in each unit; the first one of an organisation is its contact. Nobody signs in as one here. */
async function supervisor(assignmentId: string, key: string, organisationId: string, unitId: string, random: Random, emit: Emit): Promise<void> {
  const staffMemberId = random.uuid(START);
  await emit('staff_member', [
    staffMemberId,
    random.pick(GIVEN),
    random.pick(FAMILY),
    `chef-${key}@samspel.example`,
    '0980-319 202',
    `chef-${key}@bench`,
  ]);
  await emit('assignment', [assignmentId, staffMemberId, unitId, organisationId, 'Enhetschef', 'SUPERVISOR', '{}', '2026-01-01']);
}

/** Two of a unit’s twenty receive for it. */
const functionsOf = (number: number): string => (number % 20 < 2 ? '{intake}' : '{}');

async function caseworker(
  key: string,
  { organisationId, principalId, unitId }: Pick<Caseworker, 'organisationId' | 'principalId' | 'unitId'>,
  random: Random,
  emit: Emit,
): Promise<Caseworker> {
  const [staffMemberId, assignmentId, token] = [random.uuid(START), random.uuid(START), tokenOf(key)];
  const [given, family] = [random.pick(GIVEN), random.pick(FAMILY)];
  await emit('staff_member', [staffMemberId, given, family, `${key}@samspel.example`, '0980-319 201', `${key}@bench`]);
  await emit('assignment', [
    assignmentId,
    staffMemberId,
    unitId,
    organisationId,
    'Handläggare',
    'CASEWORKER',
    functionsOf(Number(key.split('-')[1])),
    '2026-01-01',
  ]);
  const hash = `\\x${createHash('sha256').update(token).digest('hex')}`;
  await emit('session', [random.uuid(START), hash, 'STAFF', staffMemberId, assignmentId, `${given} ${family}`, LOA3, new Date().toISOString()]);
  return { assignmentId, staffMemberId, organisationId, principalId, unitId, token };
}

async function openCase(
  index: number,
  { areaId, templateId }: { areaId: string; templateId: string },
  caseworkers: Caseworker[][],
  random: Random,
  emit: Emit,
): Promise<void> {
  const opened = START + (index % 240) * DAY;
  const at = (days: number): string => new Date(opened + days * DAY).toISOString();
  const [caseId, personId, contactId] = [random.uuid(opened), random.uuid(opened), random.uuid(opened)];
  // Deals cases round, so that everybody's number of cases stays the same however large the town is.
  const team = caseworkers.map((list) => list[index % list.length]!);
  const owner = team[index % PARTICIPANTS]!;
  await emit('person', [personId, random.pick(GIVEN), random.pick(FAMILY), 'sv', at(0)]);
  const reference = `S-${String(index + 1).padStart(4, '0')}`;
  await emit('coordination_case', [
    caseId, reference, personId, areaId, 'Flera behöver arbeta tillsammans.', 'ORAL', at(0).slice(0, 10), owner.assignmentId, owner.assignmentId,
    at(0), 'Ringa och stämma av', at(330).slice(0, 10), at(1), owner.assignmentId, at(0), at(20),
  ]); // prettier-ignore
  await emit('case_access', [personId, caseId, personId, 'SUBJECT', null]);
  await emit('case_ambition', [caseId, 'COORDINATED_ACTIVITIES', at(0), owner.assignmentId]);
  await emit('case_contact', [contactId, caseId, 'EMPLOYER', 'Arbetsgivaren', '0980-319 210', owner.assignmentId]);
  for (const member of team) {
    await emit('participation', [
      random.uuid(opened),
      caseId,
      member.assignmentId,
      member.organisationId,
      'handläggare',
      'MAY_DECIDE',
      'Samordning',
      at(0),
      at(1),
    ]);
    await emit('case_access', [member.assignmentId, caseId, personId, 'PARTICIPANT', member.organisationId]);
    await consent(caseId, personId, member, team, { from: at(0), random, opened }, emit);
  }
  const to = team[(index + 1) % PARTICIPANTS]!;
  await handovers({ caseId, reference, opened, index, templateId, from: owner, to }, random, emit);
  await plan({ caseId, personId, contactId, opened, index, owner, team }, random, emit);
  for (let number = 0; number < NOTES; number++) {
    const author = team[number]!;
    await emit('case_note', [
      random.uuid(opened),
      caseId,
      author.organisationId,
      author.assignmentId,
      number % 2 ? 'ORGANISATION' : 'PERSONAL',
      TEXT.repeat(2),
      at(number),
    ]);
  }
  for (let number = 0; number < EVENTS; number++) {
    const actor = team[number % PARTICIPANTS]!;
    await emit('timeline_event', [
      random.uuid(opened + number),
      caseId,
      'case.next-step-set',
      at(number),
      at(number),
      actor.assignmentId,
      actor.organisationId,
      TEXT,
    ]);
  }
  for (let number = 0; number < 3; number++) {
    const reader = team[number]!;
    await emit('audit_event', [
      random.uuid(opened),
      at(number),
      'STAFF',
      reader.assignmentId,
      reader.staffMemberId,
      reader.organisationId,
      reader.unitId,
      'COORDINATION',
      'case.read',
      caseId,
      personId,
      'CASE',
    ]);
  }
}

async function consent(
  caseId: string,
  personId: string,
  from: Caseworker,
  team: Caseworker[],
  { from: day, random, opened }: { from: string; random: Random; opened: number },
  emit: Emit,
): Promise<void> {
  const consentId = random.uuid(opened);
  await emit('consent', [
    consentId,
    caseId,
    personId,
    from.organisationId,
    'SELF',
    'Samordna stödet',
    '{CONTACT,WORK,PLAN}',
    day.slice(0, 10),
    '2027-12-31',
    'WRITTEN',
    from.assignmentId,
    day,
    '1',
  ]);
  for (const to of team) if (to !== from) await emit('consent_recipient', [consentId, caseId, to.organisationId]);
}
