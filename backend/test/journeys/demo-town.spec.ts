import { DEMO_ACCOUNTS } from '@samspel/dev-idp/accounts.ts';
import { plusDays } from '@samspel/shared/calendar/working-days.ts';
import type { CaseListView, CaseRow } from '../../src/case/list/case-list.dto.ts';
import type { CaseView } from '../../src/case/view/case-view.dto.ts';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import { TownSeed } from '../../src/demo/town-seed.ts';
import { EVA_EVENTS } from '../../src/demo/town/eva-events.ts';
import { TOWN_PEOPLE } from '../../src/demo/town/town-people.ts';
import { TOWN_COLLEAGUES, TOWN_STAFF } from '../../src/demo/town/town-staff.ts';
import { welcome } from '../../src/demo/welcome.ts';
import type { MyDayView } from '../../src/my-day/my-day.dto.ts';
import type { OrganisationCard, OrganisationList } from '../../src/organisation/organisation.dto.ts';
import { IdentifierVault } from '../../src/person/identifier-vault.ts';
import { PUBLISHED_TEST_NUMBERS } from '../../src/person/published-test-numbers.ts';
import { dayIn } from '../../src/platform/clock/clock.ts';
import type { TimelineItemView, TimelineListView } from '../../src/timeline/timeline.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';

const SEED_MS = 120_000;
const EVAS_FIVE = ['sofia.kommun', 'karin.fk', 'ahmed.af', 'lena.region', 'johan.region'];
/** With the doctor, and the psychologist who accepted the short therapy. */
const EVAS_TEAM = [...EVAS_FIVE, 'magnus.region', 'ingrid.region'];
/** Calendar days after the first visit on which the nineteen events stand; the first day back at work is day 259. */
const STORY_DAYS = [0, 0, 7, 28, 31, 35, 42, 56, 84, 86, 112, 140, 161, 203, 259 - 20, 259, 259 + 30, 259 + 49, 259 + 53];
const AT_WORK = Object.entries(TOWN_STAFF)
  .filter(([hint, { works }]) => !(hint in TOWN_COLLEAGUES) && ['CASEWORKER', 'SUPERVISOR'].includes(works[0].role))
  .map(([hint]) => hint);

describe('the demo town', () => {
  let running: RunningApp;
  let today: string;
  const said: string[] = [];
  const clients = new Map<string, Client>();

  beforeAll(async () => {
    running = await startApp();
    today = running.clock.today();
    await running.app.get(TownSeed).seedOnce((line) => said.push(line));
  }, SEED_MS);
  afterAll(() => running?.close());

  const as = async (hint: string): Promise<Client> => {
    const client = clients.get(hint) ?? (await signIn(running.url, hint, DEMO_ACCOUNTS.find((account) => account.hint === hint)!.audience));
    clients.set(hint, client);
    return client;
  };
  const read = async <Body>(hint: string, path: string): Promise<Body> => {
    const { status, body } = await (await as(hint)).get<Body>(path);
    expect(`${hint} ${path} ${status}`).toBe(`${hint} ${path} 200`);
    return body;
  };
  const casesOf = async (hint: string, filter = 'all'): Promise<CaseRow[]> =>
    (await read<CaseListView>(hint, `cases?limit=100&filter=${filter}`)).items;
  const caseOf = async (hint: string, givenName: string, filter = 'all'): Promise<CaseView> => {
    const row = (await casesOf(hint, filter)).find((each) => each.person.givenName === givenName);
    return read<CaseView>(hint, `cases/${row!.id}`);
  };
  const nameOf = (hint: string): string => {
    const { givenName, familyName } = DEMO_ACCOUNTS.find((account) => account.hint === hint)!;
    return `${givenName} ${familyName}`;
  };
  const toldIn = async (hint: string, caseId: string): Promise<TimelineItemView[]> =>
    (await read<TimelineListView>(hint, `cases/${caseId}/timeline?kind=told&limit=100`)).items;
  const rowCounts = (): Promise<object[]> =>
    behindTheLocks(
      running.database,
      `select table_name as name, (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I', table_name), false, true, '')))[1]::text as count
       from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'audit_event%' order by 1`,
    );

  it('says what it does, and leaves the clock on real time', async () => {
    expect(said[0]).toMatch(/Sjöstad/);
    expect(said.at(-1)).toMatch(/ready/);
    expect(Math.abs(running.clock.now().getTime() - Date.now())).toBeLessThan(1000);
    expect(await behindTheLocks(running.database, `select shift = interval '0' as real from demo_clock`)).toEqual([{ real: true }]);
  });

  it(
    'adds nothing when it is seeded again',
    async () => {
      const before = await rowCounts();
      await running.app.get(TownSeed).seedOnce((line) => said.push(`again: ${line}`));
      expect(await rowCounts()).toEqual(before);
      expect(said.filter((line) => line.startsWith('again'))).toEqual([]);
    },
    SEED_MS,
  );

  describe('Eva', () => {
    it('has a team of seven, which Karin owns and Lena leads, and nobody else knows of', async () => {
      const view = await caseOf('karin.fk', 'Eva');
      expect(view.participants.map((each) => each.staff.name).sort()).toEqual(EVAS_TEAM.map(nameOf).sort());
      expect(view.holder).toMatchObject({ owner: { name: 'Karin Berg' }, coordinator: { name: 'Lena Forsman' } });
      expect(view.invitations).toEqual([]);
      // The psychiatrist was asked once and has left.
      expect(view.formerParticipants).toMatchObject([{ name: 'Tomas Rydell' }]);
      const seeing: string[] = [];
      for (const hint of AT_WORK) if ((await casesOf(hint)).some((row) => row.id === view.id)) seeing.push(hint);
      expect(seeing.sort()).toEqual([...EVAS_TEAM].sort());
      expect((await (await as('maria.chef.fk')).get(`cases/${view.id}`)).status).toBe(404);
    }, 60_000);

    it('says of the two organisations the source does not have that they are made up', async () => {
      const { participants } = await caseOf('karin.fk', 'Eva');
      const invented = participants.filter((each) => /tillagd i demon/.test(each.role)).map((each) => each.staff.name);
      expect(invented.sort()).toEqual(['Ahmed Haddad', 'Sofia Åkesson']);
    });

    it('has nineteen told events, each on its own day, and not the twentieth', async () => {
      const { id } = await caseOf('lena.region', 'Eva');
      const told = await toldIn('lena.region', id);
      const monday = plusDays(today, 1 - (new Date(`${today}T12:00:00Z`).getUTCDay() || 7));
      const firstVisit = plusDays(monday, -56 - 259);
      const dayTold = (text: string): string => {
        const found = told.filter((item) => item.text === text);
        expect(found).toHaveLength(1);
        return dayIn(new Date(found[0]!.occurredAt));
      };
      expect(EVA_EVENTS.map(({ text }) => dayTold(text))).toEqual(STORY_DAYS.map((days) => plusDays(firstVisit, days)));
      const others = told.filter((item) => !EVA_EVENTS.some(({ text }) => text === item.text));
      expect(others.map((item) => item.text)).toEqual([expect.stringContaining('källan har varken kommun eller Arbetsförmedling')]);
      for (const item of told) expect(item.occurredAt <= new Date().toISOString()).toBe(true);
    });

    it('was told of on the day itself, apart from what came before the case', async () => {
      const { id, openedAt } = await caseOf('karin.fk', 'Eva');
      const told = await toldIn('karin.fk', id);
      const late = told.filter((item) => dayIn(new Date(item.occurredAt)) !== dayIn(new Date(item.recordedAt)));
      expect(late.map((item) => item.text).sort()).toEqual(
        EVA_EVENTS.slice(0, 5)
          .map(({ text }) => text)
          .sort(),
      );
      for (const item of late) expect(dayIn(new Date(item.recordedAt))).toBe(dayIn(new Date(openedAt)));
    });

    it('lets Arbetsförmedlingen be told in one consent only, and never of health', async () => {
      const { items, state } = (await caseOf('karin.fk', 'Eva')).consents;
      expect(state).toBe('VALID');
      const toAf = items.filter((each) => each.recipients.organisations.some((organisation) => organisation.kind === 'AF'));
      expect(toAf).toHaveLength(1);
      expect(toAf[0]).toMatchObject({ disclosingOrganisation: { kind: 'FK' }, state: 'VALID' });
      expect(toAf[0]!.informationCategories).not.toContain('HEALTH');
      expect(toAf[0]!.exclusions).toMatch(/hälsa/);
      expect(items.every((each) => each.state === 'VALID')).toBe(true);
      expect((await caseOf('ahmed.af', 'Eva')).participants.find((each) => each.isYou)!.mayReceive).not.toContain('HEALTH');
    });

    it('can be told of to kommunens arbetsmarknad and hälso- och sjukvård, so that Lena can invite them', async () => {
      const { items } = (await caseOf('lena.region', 'Eva')).consents;
      const fromRegion = items.filter((each) => each.disclosingOrganisation.kind === 'REGION');
      const names = fromRegion.flatMap((each) => each.recipients.organisations.map((organisation) => organisation.shortName));
      expect(names).toEqual(expect.arrayContaining(['Arbetsmarknad', 'Kommunal hälso- och sjukvård', 'Socialtjänsten', 'Försäkringskassan']));
    });

    it('has a next step this week that is not overdue, contacts, and notes that stay where they belong', async () => {
      const mine = await caseOf('karin.fk', 'Eva');
      expect(mine.nextStep!.due! >= today).toBe(true);
      expect(mine.daysWithoutMovement).toBeLessThan(5);
      expect(mine.contacts.map((each) => each.name).sort()).toEqual(['Bengt Lind', 'Gunilla Rask', 'Peter Lund', 'Rolf Dahl']);
      expect(mine.ambition!.history.map((each) => each.level)).toEqual(['JOINT_ACTION', 'COORDINATED_ACTIVITIES', 'INFORMATION_EXCHANGE']);
      expect(mine.notes).toHaveLength(2);
      expect((await caseOf('lena.region', 'Eva')).notes.map((each) => each.kind).sort()).toEqual(['ORGANISATION', 'PERSONAL']);
      expect((await caseOf('ahmed.af', 'Eva')).notes).toEqual([]);
    });
  });

  describe('its citizens', () => {
    it('are twenty-three and one god man, with published test numbers only, and nobody else is called Eva', async () => {
      const people = Object.values(TOWN_PEOPLE);
      expect(new Set(people.map((each) => each.personalNumber)).size).toBe(24);
      const numbers = [...people.map((each) => each.personalNumber), ...DEMO_ACCOUNTS.flatMap(({ personnummer }) => personnummer ?? [])];
      expect(numbers.filter((number) => !PUBLISHED_TEST_NUMBERS.has(number))).toEqual([]);
      const vault = running.app.get(IdentifierVault);
      const stored = await behindTheLocks<{ sealed: Buffer }>(running.database, 'select ciphertext as sealed from person_identifier');
      expect(stored.filter(({ sealed }) => !PUBLISHED_TEST_NUMBERS.has(vault.decrypt(sealed)))).toEqual([]);
      const names = await behindTheLocks<{ name: string }>(
        running.database,
        `select given_name || ' ' || family_name as name from person union all select given_name || ' ' || family_name from staff_member union all select name from case_contact`,
      );
      expect(names.map(({ name }) => name).filter((name) => /\beva\b/i.test(name))).toEqual(['Eva Lind']);
    });

    it('see their own case and no other: Eva hers, Olle his, Bengt none', async () => {
      const [eva, olle, bengt] = await Promise.all(['eva', 'olle', 'bengt'].map((hint) => read<MyPlanView>(hint, 'me/plan')));
      expect(eva!.case?.id).toBe((await caseOf('karin.fk', 'Eva')).id);
      expect(olle!.case?.id).toBe((await caseOf('sofia.kommun', 'Olle')).id);
      expect(bengt).toMatchObject({ case: null, team: [], consents: [], timeline: [] });
      for (const hint of ['eva', 'olle', 'bengt']) expect([401, 403]).toContain((await (await as(hint)).get('cases')).status);
    });
  });

  it('has a useful card and a contact in every organisation, and staff enough', async () => {
    const { items } = await read<OrganisationList>('karin.fk', 'organisations');
    expect(items).toHaveLength(7);
    for (const { id } of items) {
      const card = await read<OrganisationCard>('karin.fk', `organisations/${id}`);
      expect(card.contact).not.toBeNull();
      for (const text of [card.mission, card.canDecide, card.cannotDecide, card.timeLimits, card.contactWays])
        expect(text.length).toBeGreaterThan(40);
      expect(card.words.length).toBeGreaterThan(0);
    }
    const meanings = await Promise.all(items.map(async ({ id }) => (await read<OrganisationCard>('karin.fk', `organisations/${id}`)).words));
    expect(meanings.flat().filter(({ word }) => word === 'arbetsförmåga')).toHaveLength(2);
    expect(await behindTheLocks(running.database, 'select count(*)::int as staff from staff_member')).toEqual([{ staff: 23 }]);
  });

  it('lets everybody with an account sign in, and keeps administration away from cases', async () => {
    for (const { hint } of DEMO_ACCOUNTS) await as(hint);
    for (const hint of ['admin.drift', 'forbund.ledare']) expect((await (await as(hint)).get('cases')).status).toBe(403);
  }, 60_000);

  it('has cases in every state a visitor should meet', async () => {
    expect(await caseOf('karin.fk', 'Mirja')).toMatchObject({ nextStep: { due: expect.any(String) }, invitations: [{ state: 'DECLINED' }] });
    expect((await caseOf('karin.fk', 'Mirja')).nextStep!.due! < today).toBe(true);
    expect(await caseOf('karin.fk', 'Hamid')).toMatchObject({ nextStep: null, invitations: [{ state: 'PENDING' }, { state: 'PENDING' }] });
    const amina = await caseOf('sofia.kommun', 'Amina');
    expect(amina.consents.state).toBe('EXPIRING');
    expect(amina.consents.validTo! <= plusDays(today, 14)).toBe(true);
    expect((await caseOf('ahmed.af', 'Lars-Göran')).consents.state).toBe('EXPIRED');
    expect((await caseOf('ahmed.af', 'Yusuf')).joinRequests).toMatchObject([{ requestedBy: { name: 'Nils Björk' } }]);
    expect((await caseOf('karin.fk', 'Olle')).coordinatorRequest).toMatchObject({ asked: { name: 'Karin Berg' } });
    expect((await caseOf('lena.region', 'Birgit')).daysWithoutMovement).toBeGreaterThanOrEqual(30);
    expect((await caseOf('karin.fk', 'Natalia', 'closed')).closed).toMatchObject({
      reason: 'GOALS_REACHED',
      remainingWork: expect.stringContaining('Lena'),
    });
    expect(await caseOf('sofia.kommun', 'Samuel')).toMatchObject({ consents: { state: 'NONE' }, todo: { mine: [{ kind: 'CONSENT_MISSING' }] } });
    expect((await caseOf('johan.region', 'Linnea')).consents.state).toBe('VALID');
  });

  it('gives each of the five enough to do, and nobody all of Eva’s team elsewhere', async () => {
    const counts = await Promise.all(EVAS_FIVE.map(async (hint) => [hint, (await casesOf(hint)).length]));
    expect(Object.fromEntries(counts)).toEqual({ 'sofia.kommun': 4, 'karin.fk': 6, 'ahmed.af': 3, 'lena.region': 2, 'johan.region': 4 });
    const olle = await caseOf('sofia.kommun', 'Olle');
    const team = olle.participants.map((each) => each.staff.name);
    for (const hint of ['ahmed.af', 'lena.region', 'johan.region']) expect(team).not.toContain(nameOf(hint));
  });

  it('leaves an invitation to answer at every intake, and a frozen copy for the records', async () => {
    for (const hint of ['sara.af', 'ulla.region', 'david.fk', 'nils.kommun'])
      expect((await read<{ items: object[] }>(hint, 'invitations')).items.length).toBeGreaterThan(0);
    expect((await read<{ items: object[] }>('sara.af', 'frozen-copies')).items).toHaveLength(1);
  });

  it('shows nobody news that is weeks old', async () => {
    const { notices } = await read<MyDayView>('karin.fk', 'my-day');
    for (const notice of notices) expect(notice.createdAt > plusDays(today, -10)).toBe(true);
  });

  it('welcomes with the address and every account', () => {
    const text = welcome('http://localhost:1234');
    expect(text).toContain('http://localhost:1234');
    expect(DEMO_ACCOUNTS.filter(({ hint }) => !text.includes(hint))).toEqual([]);
  });
});
