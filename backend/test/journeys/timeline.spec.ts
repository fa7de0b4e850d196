import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

interface Item {
  id: string;
  kind: string;
  text: string | null;
  occurredAt: string;
  audience: { id: string }[] | null;
}

/** Not `truncate person cascade`: sessions refer to persons, and everybody would be signed out. */
const NO_CASES = 'truncate coordination_case cascade; delete from person_identifier; delete from person';

describe('the timeline', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let ahmed: Client;
  let lena: Client;
  let made: TownCase;

  beforeAll(async () => {
    running = await startApp();
    const as = (hint: string): Promise<Client> => signIn(running.url, hint);
    town = await makeTown(running);
    [karin, ahmed, lena] = await Promise.all([as('karin.fk'), as('ahmed.af'), as('lena.region')]);
  });

  beforeEach(async () => {
    made = await makeCase(running, town, { team: ['ahmed.af', 'lena.region'] });
  });

  afterEach(() => behindTheLocks(running.database, NO_CASES));
  afterAll(() => running.close());

  const tell = (told: object, client = karin) =>
    client.post(`cases/${made.caseId}/timeline`, {
      text: 'Eva provade två timmar.',
      occurredOn: '2026-01-15',
      recipients: [],
      category: 'WORK',
      ...told,
    });
  const read = async (client: Client, query = ''): Promise<{ items: Item[]; nextCursor?: string }> =>
    (await client.get(`cases/${made.caseId}/timeline${query}`)).body;
  const texts = async (client: Client) => (await read(client)).items.map((item) => item.text);

  it('what is told to nobody else stays in the own organisation, also from the person', async () => {
    expect((await tell({ text: 'Hemma hos oss' })).status).toBe(201);
    expect(await texts(karin)).toEqual(['Hemma hos oss']);
    expect(await texts(ahmed)).toEqual([]);
    expect(await behindTheLocks(running.database, 'select shown_to_person from timeline_event')).toEqual([{ shown_to_person: false }]);
    expect(await behindTheLocks(running.database, 'select 1 from disclosure')).toEqual([]);
  });

  it('what is told to one organisation is read there, nowhere else, and is a disclosure', async () => {
    const { body } = await tell({ recipients: [town.organisation.af] });
    const { items } = await read(ahmed);
    expect(items).toMatchObject([
      { id: body.id, kind: 'told', text: 'Eva provade två timmar.', byPerson: false, occurredAt: expect.stringMatching(/^2026-01-15T11:00:00/) },
    ]);
    expect(items[0]!.audience!.map(({ id }) => id).sort()).toEqual([town.organisation.fk, town.organisation.af].sort());
    expect(await texts(lena)).toEqual([]);
    expect(await behindTheLocks(running.database, 'select subject_id, content, information_category from disclosure')).toEqual([
      { subject_id: body.id, content: { text: 'Eva provade två timmar.', occurredOn: '2026-01-15' }, information_category: 'WORK' },
    ]);
  });

  it('is not told beyond the consent, and then not at all', async () => {
    await behindTheLocks(running.database, `update consent set information_categories = '{CONTACT,WORK}' where id = $1`, [made.consents.fk]);
    const answer = await tell({ category: 'HEALTH', recipients: [town.organisation.af, town.organisation.region] });
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'urn:samspel:consent.missing', organisations: expect.arrayContaining([town.organisation.af]) },
    });
    expect(await texts(karin)).toEqual([]);
  });

  it('is not told to an organisation that is not in the team, whatever the person has said yes to', async () => {
    await behindTheLocks(running.database, 'insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)', [
      made.consents.fk,
      made.caseId,
      town.organisation.work,
    ]);
    const answer = await tell({ recipients: [town.organisation.af, town.organisation.work] });
    expect(answer).toMatchObject({ status: 409, body: { type: 'urn:samspel:recipient.not_in_team' } });
    expect(await texts(karin)).toEqual([]);
    expect(await behindTheLocks(running.database, 'select 1 from disclosure')).toEqual([]);
  });

  it('loses what another organisation told when its disclosure has ended', async () => {
    await tell({ recipients: [town.organisation.af] });
    await behindTheLocks(running.database, 'update disclosure_recipient set ended_at = app.domain_now()');
    expect(await texts(ahmed)).toEqual([]);
    expect(await texts(karin)).toEqual(['Eva provade två timmar.']);
  });

  it.each([
    ['a day that has not come', { occurredOn: '2099-01-01' }, '/occurredOn'],
    ['a day that does not exist', { occurredOn: '2026-02-30' }, '/occurredOn'],
    ['the own organisation as recipient', () => ({ recipients: [town.organisation.fk] }), '/recipients'],
    ['a recipient twice', () => ({ recipients: [town.organisation.af, town.organisation.af] }), '/recipients'],
    ['no text', { text: '  ' }, '/text'],
  ])('refuses %s', async (_, wrong, pointer) => {
    expect(await tell(typeof wrong === 'function' ? wrong() : wrong)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('is read newest first, page by page, without gap or repeat, also among events of one moment', async () => {
    for (let day = 1; day <= 4; day++) for (const text of ['a', 'b']) await tell({ text: `${day}${text}`, occurredOn: `2026-03-0${day}` });
    const seen: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor } = await read(karin, `?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...items.map((item) => item.text));
      cursor = nextCursor;
    } while (cursor);
    expect(seen).toEqual(['4b', '4a', '3b', '3a', '2b', '2a', '1b', '1a']);
  });

  it('is narrowed down by kind', async () => {
    await tell({});
    await karin.post(`cases/${made.caseId}/contacts`, { kind: 'UNION', name: 'Rolf Dahl', worksAt: '', questionArea: '' });
    expect((await read(karin, '?kind=told')).items.map((item) => item.kind)).toEqual(['told']);
    expect((await read(karin, '?kind=team')).items.map((item) => item.kind)).toEqual(['contact.added']);
    expect((await read(karin, '?kind=notes')).items).toEqual([]);
  });

  it.each(['?limit=0', '?limit=1000000000', '?limit=x', '?kind=everything', '?cursor=nonsense', '?sort=1'])(
    'answers %s with what is wrong',
    async (query) => {
      const { status } = await karin.get(`cases/${made.caseId}/timeline${query}`);
      expect([400, 422]).toContain(status);
    },
  );

  it('logs every read and counts what is told as movement', async () => {
    await behindTheLocks(running.database, `update coordination_case set last_movement_at = '2026-02-01'`);
    await tell({});
    const [movement] = await behindTheLocks<{ moved: boolean }>(
      running.database,
      `select last_movement_at > '2026-02-02' as moved from coordination_case`,
    );
    expect(movement).toEqual({ moved: true });
    await read(ahmed);
    const sql = `select 1 from audit_event where case_id = $1 and action = 'timeline.read' and actor_id = $2`;
    expect(await behindTheLocks(running.database, sql, [made.caseId, town.staff['ahmed.af']!.assignmentId])).toHaveLength(1);
  });
});
