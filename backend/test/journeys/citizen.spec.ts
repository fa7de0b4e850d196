import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import type { AccessLogView } from '../../src/case/access-log/access-log.dto.ts';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import type { MyAccessLogView, MyConsentsView } from '../../src/citizen/my-parts.dto.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

describe('the person’s own pages', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let olle: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town, { coordinator: 'lena.region' });
    olle = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun', 'ahmed.af'] });
    for (const hint of ['karin.fk', 'ahmed.af', 'sofia.kommun']) clients[hint] = await signIn(running.url, hint);
    for (const hint of ['eva', 'olle', 'bengt']) clients[hint] = await signIn(running.url, hint, 'citizen');
    await behindTheLocks(
      running.database,
      `update coordination_case set next_step = 'Karin ringer din chef.', next_step_due = '2026-12-01' where id = $1`,
      [eva.caseId],
    );
    await behindTheLocks(
      running.database,
      `insert into case_contact (case_id, kind, name, works_at, phone, question_area, recorded_by_assignment_id, removed_at)
       values ($1, 'EMPLOYER', 'Gunilla Rask', 'Almgården', '0980-319 220', 'Arbetsplatsen', $2, null), ($1, 'OTHER', 'Borttagen', '', null, '', $2, now())`,
      [eva.caseId, town.staff['karin.fk']!.assignmentId],
    );
  });
  afterAll(() => running.close());

  const as = (hint: string): Client => clients[hint]!;

  it('say who holds it, what happens next and who helps', async () => {
    const { status, body } = await as('eva').get<MyPlanView>('me/plan');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: null,
      case: { id: eva.caseId, closedAt: null },
      person: { givenName: 'Eva', name: 'Eva Lind' },
      holder: { givenName: 'Karin', organisation: { name: 'Försäkringskassan' }, phone: '0980-319 202' },
      nextStep: { text: 'Karin ringer din chef.', due: '2026-12-01' },
      contacts: [{ name: 'Gunilla Rask', kind: 'EMPLOYER', questionArea: 'Arbetsplatsen' }],
    });
    expect(body.team.map((each) => [each.givenName, each.coordinates])).toEqual([
      ['Lena', true],
      ['Karin', false],
      ['Ahmed', false],
      ['Sofia', false],
    ]);
    expect(body.consents).toHaveLength(4);
  });

  it('show what was meant for the person and no staff drafts', async () => {
    const note = await as('karin.fk').post(`cases/${eva.caseId}/notes`, { text: 'Hemligt utkast.', kind: 'ORGANISATION' });
    await as('karin.fk').post(`notes/${note.body.id}/disclosures`, { recipients: [town.organisation.af], category: 'WORK' });
    const { body } = await as('eva').get('me/plan');
    expect(body.timeline).toEqual([
      expect.objectContaining({ kind: 'note.disclosed', actor: expect.objectContaining({ name: 'Karin Berg' }), text: null }),
    ]);
    expect(JSON.stringify(body)).not.toContain('Hemligt');
  });

  it('never show another person’s', async () => {
    expect((await as('olle').get('me/plan')).body).toMatchObject({ case: { id: olle.caseId }, person: { givenName: 'Olle' } });
    const theirs = (await as('eva').get<MyConsentsView>('me/consents')).body.items.map((each) => each.id);
    expect(new Set(theirs)).toEqual(new Set(Object.values(eva.consents)));
    expect((await as('olle').put(`me/consents/${eva.consents.fk}/withdrawal`)).status).toBe(404);
    expect((await as('bengt').put(`me/consents/${eva.consents.fk}/withdrawal`)).status).toBe(404);
    expect(await behindTheLocks(running.database, 'select 1 from consent where withdrawn_at is not null')).toEqual([]);
  });

  it('are honest and empty for somebody without a case', async () => {
    expect(await as('bengt').get('me/plan')).toMatchObject({
      status: 200,
      body: {
        id: null,
        case: null,
        person: { givenName: 'Bengt' },
        holder: null,
        nextStep: null,
        team: [],
        contacts: [],
        consents: [],
        timeline: [],
      },
    });
    expect((await as('bengt').get('me/consents')).body).toEqual({ items: [] });
    expect((await as('bengt').get('me/access-log')).body).toEqual({ items: [] });
  });

  it('are not for staff, and staff pages are not for the person', async () => {
    for (const path of ['me/plan', 'me/consents', 'me/access-log']) expect((await as('karin.fk').get(path)).status).toBe(401);
    for (const path of [`cases/${eva.caseId}/notes`, `cases/${eva.caseId}/consents`, 'frozen-copies'])
      expect((await as('eva').get(path)).status).toBe(401);
  });

  it('say who has looked, newest first and page by page', async () => {
    await as('ahmed.af').get(`cases/${eva.caseId}/notes`);
    await as('sofia.kommun').get(`cases/${olle.caseId}/notes`);
    const { body } = await as('eva').get('me/access-log?limit=1');
    expect(body.items).toEqual([
      {
        when: expect.stringMatching(/Z$/),
        name: 'Ahmed Haddad',
        role: expect.stringMatching(/./),
        organisation: expect.objectContaining({ name: 'Arbetsförmedlingen' }),
        unit: 'Arbetsförmedlingen Sjöstad',
        purpose: 'COORDINATION',
        action: 'notes.read',
        representative: false,
      },
    ]);
    const rest = await as('eva').get<AccessLogView>(`me/access-log?cursor=${body.nextCursor}`);
    const names = new Set(rest.body.items.map((each) => each.name));
    expect(names).toEqual(new Set(['Karin Berg']));
  });

  it('leave out the names of an organisation that does not show them, and keep organisation, unit, role and purpose', async () => {
    const naming = (names: boolean): Promise<unknown> =>
      behindTheLocks(running.database, 'update organisation set names_staff = $2 where id = $1', [town.organisation.af, names]);
    await naming(false);
    await as('karin.fk').get(`cases/${eva.caseId}/notes`);
    await as('ahmed.af').get(`cases/${eva.caseId}/notes`);
    const { items } = (await as('eva').get<MyAccessLogView>('me/access-log?limit=2')).body;
    expect(items).toMatchObject([
      {
        name: null,
        role: expect.stringMatching(/./),
        organisation: { name: 'Arbetsförmedlingen' },
        unit: 'Arbetsförmedlingen Sjöstad',
        purpose: 'COORDINATION',
      },
      { name: 'Karin Berg', organisation: { name: 'Försäkringskassan' } },
    ]);
    const team = (await as('karin.fk').get<AccessLogView>(`cases/${eva.caseId}/access-log?limit=1`)).body;
    expect(team.items).toMatchObject([{ name: 'Ahmed Haddad' }]);
    await naming(true);
  });

  it('say who has searched for the person’s number, outside any case, and show nobody else that', async () => {
    await behindTheLocks(
      running.database,
      `insert into audit_event (actor_kind, actor_id, staff_member_id, organisation_id, unit_id, purpose, action, person_id, field_class)
       values ('STAFF', $1, $2, $3, $4, 'COORDINATION', 'person.looked-up', $5, 'IDENTITY')`,
      [...['assignmentId', 'staffMemberId', 'organisationId', 'unitId'].map((of) => Reflect.get(town.staff['sara.af']!, of)), eva.personId],
    );
    const latest = async (hint: string) => (await as(hint).get<AccessLogView>('me/access-log?limit=1')).body.items[0];
    expect(await latest('eva')).toMatchObject({ name: expect.stringMatching(/^Sara /), action: 'person.looked-up' });
    expect(await latest('olle')).not.toMatchObject({ action: 'person.looked-up' });
  });

  it('let the person take a consent back at once', async () => {
    expect((await as('eva').put(`me/consents/${eva.consents.af}/withdrawal`)).status).toBe(204);
    expect((await as('eva').put(`me/consents/${eva.consents.af}/withdrawal`)).status).toBe(204);
    const { body } = await as('eva').get<MyConsentsView>('me/consents');
    const taken = body.items.find((each) => each.id === eva.consents.af);
    expect(taken).toMatchObject({ state: 'WITHDRAWN', withdrawn: { via: 'PERSON', by: null }, actions: [] });
    for (const from of ['fk', 'region', 'kommun'] as const) await as('eva').put(`me/consents/${eva.consents[from]}/withdrawal`);
    expect((await as('ahmed.af').get(`cases/${eva.caseId}/notes`)).status).toBe(404);
    expect((await as('karin.fk').get(`cases/${eva.caseId}/consents`)).body.state).toBe('NONE');
    const [event] = await behindTheLocks(
      running.database,
      `select actor_person_id as person, actor_assignment_id as staff from timeline_event where case_id = $1 and kind = 'consent.withdrawn' limit 1`,
      [eva.caseId],
    );
    expect(event).toEqual({ person: eva.personId, staff: null });
  });
});
