import { type DemoAccount, DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import type { Client } from 'pg';
import { withClient } from '../../src/platform/database/provision.ts';
import { IdentifierVault } from '../../src/person/identifier-vault.ts';
import type { RunningApp } from './app.ts';

/** Where each account works in the small town of the tests, with what it may. */
const UNITS = {
  fk: { kind: 'FK', organisation: 'Försäkringskassan', letters: 'FK', unit: 'Försäkringskassan Sjöstad' },
  af: { kind: 'AF', organisation: 'Arbetsförmedlingen', letters: 'AF', unit: 'Arbetsförmedlingen Sjöstad' },
  region: { kind: 'REGION', organisation: 'Region Sjölandet', letters: 'R', unit: 'Vårdcentralen Sjöstad' },
  kommun: { kind: 'KOMMUN', organisation: 'Socialtjänsten', letters: 'K', unit: 'Familjestödet' },
  work: { kind: 'KOMMUN', organisation: 'Arbetsmarknad', letters: 'K', unit: 'Arbetsmarknadsenheten' },
  federation: { kind: 'FEDERATION', organisation: 'Samordningsförbundet', letters: 'SF', unit: 'Kansliet' },
} as const;
export type Place = keyof typeof UNITS;

const WORKS: Record<string, { at: Place; role?: string; functions?: string[] }> = {
  'karin.fk': { at: 'fk' },
  'david.fk': { at: 'fk', functions: ['intake', 'records'] },
  'maria.chef.fk': { at: 'fk', role: 'SUPERVISOR' },
  'ahmed.af': { at: 'af' },
  'sara.af': { at: 'af', functions: ['intake', 'records'] },
  'per.chef.af': { at: 'af', role: 'SUPERVISOR' },
  'lena.region': { at: 'region' },
  'johan.region': { at: 'region' },
  'ulla.region': { at: 'region', functions: ['intake', 'records'] },
  'sofia.kommun': { at: 'kommun' },
  'nils.kommun': { at: 'kommun', functions: ['intake', 'records'] },
  'anna.chef.kommun': { at: 'kommun', role: 'SUPERVISOR' },
  'fatima.kommun': { at: 'work', functions: ['intake', 'records'] },
  'admin.drift': { at: 'federation', role: 'ADMINISTRATOR' },
  'forbund.ledare': { at: 'federation', role: 'FEDERATION_MANAGER' },
};

export interface TownStaff {
  staffMemberId: string;
  assignmentId: string;
  unitId: string;
  organisationId: string;
  name: string;
}

export interface Town {
  areaId: string;
  organisation: Record<Place, string>;
  unit: Record<Place, string>;
  staff: Record<string, TownStaff>;
}

const account = (hint: string): DemoAccount => DEMO_ACCOUNTS.find((each) => each.hint === hint)!;

/** Organisations, units and staff of a small town, arranged behind the locks. No cases. */
export async function makeTown({ database }: Pick<RunningApp, 'database'>): Promise<Town> {
  return withClient(database.adminUrl, async (client) => {
    const town: Town = {
      areaId: await insert(client, 'federation_area', { name: 'Sjöstad' }),
      organisation: {},
      unit: {},
      staff: {},
    } as unknown as Town;
    for (const [place, { kind, organisation, letters, unit }] of Object.entries(UNITS) as [Place, (typeof UNITS)[Place]][]) {
      const principalId = await insert(client, 'principal', { kind, name: `${organisation} (huvudman)` });
      town.organisation[place] = await insert(client, 'organisation', {
        principal_id: principalId,
        name: organisation,
        short_name: organisation,
        letters,
      });
      town.unit[place] = await insert(client, 'unit', {
        organisation_id: town.organisation[place],
        name: unit,
        function_address: `${place}@samspel.example`,
        phone: '0980-319 200',
      });
    }
    for (const [hint, { at, role = 'CASEWORKER', functions = [] }] of Object.entries(WORKS)) {
      const { givenName, familyName, employeeHsaId, orgAffiliation, title } = account(hint);
      const staffMemberId = await insert(client, 'staff_member', {
        given_name: givenName,
        family_name: familyName,
        hsa_id: employeeHsaId ?? null,
        org_affiliation: orgAffiliation ?? null,
        phone: '0980-319 202',
      });
      const assignmentId = await insert(client, 'assignment', {
        staff_member_id: staffMemberId,
        unit_id: town.unit[at],
        organisation_id: town.organisation[at],
        title: title ?? '',
        role,
        functions,
        valid_from: '2026-01-01',
      });
      town.staff[hint] = {
        staffMemberId,
        assignmentId,
        unitId: town.unit[at],
        organisationId: town.organisation[at],
        name: `${givenName} ${familyName}`,
      };
    }
    return town;
  });
}

export interface TownCase {
  caseId: string;
  personId: string;
  /** Consent rows by disclosing place: each lets that organisation share with every other organisation of the team. */
  consents: Partial<Record<Place, string>>;
}

export interface CaseWish {
  owner?: string;
  coordinator?: string;
  team?: string[];
  /** Account of the person, or a name and number of one's own. */
  person?: 'eva' | 'olle' | { givenName: string; familyName: string; personnummer: string };
  /** Organisations that may receive beside the team's. */
  alsoTo?: Place[];
  /** Recipients per disclosing place; by default everybody else in the team. */
  consents?: boolean;
}

/** An open case with its team and valid consents, arranged behind the locks. */
export async function makeCase({ app, database }: Pick<RunningApp, 'app' | 'database'>, town: Town, wish: CaseWish = {}): Promise<TownCase> {
  const { owner = 'karin.fk', coordinator = owner, team = [owner, 'ahmed.af', 'lena.region', 'sofia.kommun'], alsoTo = [] } = wish;
  const subject = typeof wish.person === 'object' ? wish.person : account(wish.person ?? 'eva');
  const vault = app.get(IdentifierVault);
  return withClient(database.adminUrl, async (client) => {
    const personId = await insert(client, 'person', { given_name: subject.givenName, family_name: subject.familyName });
    const number = subject.personnummer!;
    await insert(client, 'person_identifier', {
      person_id: personId,
      kind: 'PERSONNUMMER',
      ciphertext: vault.encrypt(number),
      blind_index: vault.blindIndex(number),
      valid_from: '2000-01-01',
    });
    const ownerId = town.staff[owner]!.assignmentId;
    const caseId = await insert(client, 'coordination_case', {
      person_id: personId,
      area_id: town.areaId,
      reason: 'Flera behöver arbeta tillsammans.',
      asked_form: 'ORAL',
      asked_on: '2026-11-01',
      owner_assignment_id: ownerId,
      coordinator_assignment_id: town.staff[coordinator]!.assignmentId,
      opened_by_assignment_id: ownerId,
    });
    for (const hint of new Set([owner, coordinator, ...team])) {
      const { assignmentId, organisationId } = town.staff[hint]!;
      await insert(client, 'participation', {
        case_id: caseId,
        assignment_id: assignmentId,
        organisation_id: organisationId,
        role: 'handläggare',
        mandate: 'MAY_DECIDE',
      });
    }
    const consents =
      wish.consents === false ? {} : await giveConsents(client, town, { caseId, personId }, [...new Set([owner, coordinator, ...team])], alsoTo);
    return { caseId, personId, consents };
  });
}

async function giveConsents(
  client: Client,
  town: Town,
  { caseId, personId }: Omit<TownCase, 'consents'>,
  hints: string[],
  alsoTo: Place[],
): Promise<TownCase['consents']> {
  const places = [...new Set(hints.map((hint) => WORKS[hint]!.at))];
  const consents: TownCase['consents'] = {};
  for (const from of places) {
    const taker = hints.find((hint) => WORKS[hint]!.at === from)!;
    const consentId = await insert(client, 'consent', {
      case_id: caseId,
      person_id: personId,
      disclosing_organisation_id: town.organisation[from],
      given_by: 'SELF',
      purpose: 'Samordna stödet',
      information_categories: ['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'HEALTH', 'SOCIAL_SUPPORT', 'PLAN'],
      valid_from: '2026-01-01',
      valid_to: '2027-12-31',
      form: 'WRITTEN',
      taken_by_assignment_id: town.staff[taker]!.assignmentId,
      text_version: '1',
    });
    for (const to of [...places.filter((place) => place !== from), ...alsoTo]) {
      await client.query('insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)', [
        consentId,
        caseId,
        town.organisation[to],
      ]);
    }
    consents[from] = consentId;
  }
  return consents;
}

/** Inserts one row and answers its id; column names come from the tests' own code. */
async function insert(client: Client, table: string, row: Record<string, unknown>): Promise<string> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const { rows } = await client.query<{ id: string }>(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')}) returning id`,
    Object.values(row),
  );
  return rows[0]!.id;
}
