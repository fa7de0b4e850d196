import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { makePublishedPlan, type PublishedPlan } from '../support/published-plan.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

interface Item {
  id: string;
  text: string;
  own: boolean;
  form: string | null;
  removed: boolean;
  version: number;
}

describe('the person’s own words and answers', () => {
  let running: RunningApp, town: Town, eva: TownCase, olle: TownCase, plan: PublishedPlan;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town);
    olle = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun', 'ahmed.af'] });
    plan = await makePublishedPlan(running, town, eva.caseId);
    for (const hint of ['karin.fk', 'ahmed.af', 'lena.region', 'sofia.kommun', 'maria.chef.fk']) clients[hint] = await signIn(running.url, hint);
    for (const hint of ['eva', 'olle']) clients[hint] = await signIn(running.url, hint, 'citizen');
  }, 60_000);
  afterAll(() => running?.close());

  const as = (hint: string): Client => clients[hint]!;
  const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    behindTheLocks<Row>(running.database, sql, values);
  const items = (kind: string): Promise<(Item & Record<string, unknown>)[]> =>
    rows<Item & Record<string, unknown>>(
      `select id, content->>'text' as text, author_person_id is not null as own, recorded_form as form, removed_at is not null as removed, version
       from plan_item where plan_id = $1 and kind = $2 and id <> all ($3) order by created_at, id`,
      [plan.planId, kind, [plan.goalId, plan.quietGoalId, plan.unpublishedId]],
    );
  const mattersTo = async (hint: string): Promise<string | undefined> => (await as(hint).get(`cases/${eva.caseId}/plan`)).body.plan.whatMatters?.text;

  it('nothing is written before a plan is begun', async () => {
    for (const answer of [await as('olle').put('me/words', { text: 'x' }), await as('olle').post('me/goals', { text: 'x' })])
      expect(answer).toMatchObject({ status: 409, body: { type: 'urn:samspel:plan.none' } });
    expect(await as('sofia.kommun').post(`cases/${olle.caseId}/person-words`, { text: 'x', form: 'PHONE' })).toMatchObject({ status: 409 });
  });

  it('what matters is written, written anew and kept when staff write down what was said later', async () => {
    expect((await as('eva').put('me/words', { text: 'Att orka leka.' })).status).toBe(204);
    expect((await as('eva').put('me/words', { text: 'Att orka leka.' })).status).toBe(204);
    expect((await as('eva').put('me/words', { text: 'Att orka leka med barnen.' })).status).toBe(204);
    expect(await items('WHAT_MATTERS')).toMatchObject([{ text: 'Att orka leka med barnen.', own: true, version: 2 }]);
    for (const hint of ['karin.fk', 'ahmed.af', 'sofia.kommun'])
      expect((await as(hint).get(`cases/${eva.caseId}/plan`)).body.plan.whatMatters).toMatchObject({
        text: 'Att orka leka med barnen.',
        byPerson: true,
      });

    const told = await as('karin.fk').post(`cases/${eva.caseId}/person-words`, { text: 'Att sova.', form: 'PHONE' });
    expect(told.status).toBe(201);
    expect(await items('WHAT_MATTERS')).toMatchObject([
      { text: 'Att orka leka med barnen.', own: true, removed: true },
      { id: told.body.id, text: 'Att sova.', own: false, form: 'PHONE', removed: false },
    ]);
    const disclosed = await rows(
      `select r.organisation_id from disclosure d join disclosure_recipient r on r.disclosure_id = d.id where d.subject_id = $1 and d.subject_kind = 'PLAN_ITEM'`,
      [told.body.id],
    );
    expect(disclosed).toHaveLength(3);
    expect((await as('eva').put('me/words', { text: 'Att sova och leka.' })).status).toBe(204);
    expect((await items('WHAT_MATTERS')).filter(({ removed }) => !removed)).toMatchObject([{ text: 'Att sova och leka.', own: true }]);
  });

  it('staff do not change what the person has written', async () => {
    const standing = (await items('WHAT_MATTERS')).find(({ removed }) => !removed)!;
    const answer = await as('karin.fk').put(`plan-parts/${standing.id}`, { text: 'Mitt.' }, { headers: { 'if-match': `"${standing.version}"` } });
    expect(answer).toMatchObject({ status: 403, body: { because: 'persons_own_words' } });
  });

  it('told words reach those a consent covers, nobody when it covers none', async () => {
    await rows(`delete from consent_recipient where consent_id = $1 and organisation_id <> $2`, [eva.consents.fk, town.organisation.af]);
    const told = await as('karin.fk').post(`cases/${eva.caseId}/person-words`, { text: 'Bara för några.', form: 'PAPER' });
    expect(told.status).toBe(201);
    expect(await mattersTo('ahmed.af')).toBe('Bara för några.');
    expect(await mattersTo('lena.region')).toBeUndefined();
    expect(await as('lena.region').post(`cases/${eva.caseId}/person-words`, { text: 'Hos oss.', form: 'PHONE' })).toMatchObject({
      ...{ status: 409, body: { type: 'urn:samspel:words.elsewhere' } },
    });
    await rows(`delete from consent_recipient where consent_id = $1`, [eva.consents.fk]);
    expect(await as('karin.fk').post(`cases/${eva.caseId}/person-words`, { text: 'x', form: 'PAPER' })).toMatchObject({
      ...{ status: 409, body: { type: 'urn:samspel:consent.missing' } },
    });
    expect((await as('eva').put('me/words', { text: 'Mina ord igen.' })).status).toBe(204);
  });

  it('a goal of one’s own is seen at once by the team and changed by nobody else', async () => {
    const made = await as('eva').post<{ id: string }>('me/goals', { text: 'Cykla till jobbet.' });
    expect(made.status).toBe(201);
    const { id } = made.body;
    for (const hint of ['karin.fk', 'lena.region'])
      expect(JSON.stringify((await as(hint).get(`cases/${eva.caseId}/plan`)).body)).toContain('Cykla till jobbet.');
    expect((await as('maria.chef.fk').get(`cases/${eva.caseId}/plan`)).status).toBe(404);
    for (const act of [as('olle').put(`me/goals/${id}`, { text: 'x' }), as('olle').put(`me/goals/${id}/removal`)])
      expect((await act).status).toBe(404);
    expect((await as('eva').put(`me/goals/${plan.goalId}`, { text: 'x' })).status).toBe(404);
    expect((await as('eva').put(`me/goals/${id}`, { text: 'Cykla till affären.' })).status).toBe(204);
    expect(await items('GOAL')).toMatchObject([{ text: 'Cykla till affären.', own: true, version: 2 }]);
    expect((await as('eva').put(`me/goals/${id}/removal`)).status).toBe(204);
    expect((await as('eva').put(`me/goals/${id}/removal`)).status).toBe(204);
    expect((await as('eva').put(`me/goals/${id}`, { text: 'x' })).status).toBe(404);
    expect(await items('GOAL')).toMatchObject([{ removed: true, version: 3 }]);
  });

  it('one person has at most twenty goals of their own', async () => {
    for (let n = 0; n < 20; n++) expect((await as('eva').post('me/goals', { text: `Mål ${n}` })).status).toBe(201);
    expect(await as('eva').post('me/goals', { text: 'Ett till' })).toMatchObject({ status: 409, body: { type: 'urn:samspel:goals.too_many' } });
  });

  it.each([
    ['put', 'me/words', { text: '' }, 422],
    ['put', 'me/words', { text: 'x', kind: 'NEED' }, 400],
    ['put', 'me/words', { text: 'x'.repeat(2001) }, 422],
    ['post', 'me/goals', { text: 'x', plain: 'y' }, 400],
    ['put', 'me/rating', { value: 11 }, 422],
    ['put', 'me/rating', { value: 5, on: '2026-01-01' }, 400],
  ] as const)('%s %s refuses what is wrong', async (method, path, body, status) => {
    expect((await as('eva')[method](path, body)).status).toBe(status);
  });

  describe('“Hur mycket hjälper planen dig just nu?”', () => {
    const ratings = async (): Promise<unknown> => (await as('eva').get('me/ratings')).body.items;

    it('is one answer a day, and the last one counts', async () => {
      const today = running.clock.today();
      for (const value of [3, 3, 7]) expect((await as('eva').put('me/rating', { value })).status).toBe(204);
      expect(await ratings()).toEqual([{ on: today, value: 7, recordedForm: null }]);
      expect((await as('karin.fk').get(`cases/${eva.caseId}`)).body.voice).toMatchObject({
        rating: { on: today, value: 7 },
        ratings: [{ value: 7 }],
      });
      expect((await as('olle').get('me/ratings')).body).toEqual({ items: [] });
    });

    it('told to staff, stands on its day and is marked, but never takes the place of the person’s own', async () => {
      const path = `cases/${eva.caseId}/rating`;
      expect((await as('ahmed.af').put(path, { value: 2, on: '2026-11-02', form: 'PHONE' })).status).toBe(204);
      expect((await as('karin.fk').put(path, { value: 4, on: '2026-11-02', form: 'PAPER' })).status).toBe(204);
      expect(await ratings()).toMatchObject([
        { on: '2026-11-02', value: 4, recordedForm: 'PAPER' },
        { value: 7, recordedForm: null },
      ]);
      expect(await as('karin.fk').put(path, { value: 1, on: running.clock.today(), form: 'PHONE' })).toMatchObject({
        ...{ status: 409, body: { type: 'urn:samspel:rating.own' } },
      });
      expect((await as('karin.fk').put(path, { value: 1, on: '2199-01-01', form: 'PHONE' })).status).toBe(422);
      expect((await as('maria.chef.fk').put(path, { value: 1, on: '2026-11-02', form: 'PHONE' })).status).toBe(404);
    });
  });

  it('there are no meetings yet, and that is said plainly', async () => {
    expect(await as('eva').get('me/meetings')).toMatchObject({ status: 200, body: { items: [] } });
  });
});
