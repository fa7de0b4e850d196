import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { asked, attempt, beginPlan, planHistory, planOf, read, write } from '../support/plan.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

describe('one plan made of items', () => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string;
  let karin: Client, lena: Client, ahmed: Client, sofia: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town);
    [karin, lena, ahmed, sofia] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af', 'sofia.kommun']);
    planId = await beginPlan(karin, eva.caseId);
  });
  afterAll(() => running?.close());

  const timeline = (client: Client): Promise<string[]> => planHistory(client, eva.caseId);

  it('is begun once per case, by whoever leads it', async () => {
    const again = await karin.post(`cases/${eva.caseId}/plan`, { type: 'SIP' });
    expect([again.status, again.body.type]).toEqual([409, 'urn:samspel:plan.exists']);
    const { status, body } = await ahmed.post(`cases/${eva.caseId}/plan`, { type: 'SIP' });
    expect([status, body.because]).toEqual([403, 'not_owner_or_coordinator']);
    const { body: view, headers } = await ahmed.get(`cases/${eva.caseId}/plan`);
    expect(view.plan).toMatchObject({ id: planId, type: 'REHAB_TEAM_PLAN', version: 1, goals: [], drafts: 0, published: null, fourItems: [] });
    expect(headers.get('etag')).toBe('"1"');
    const whole = await ahmed.get(`cases/${eva.caseId}`);
    expect(whole.body.plan).toEqual(view.plan);
    expect(whole.body.actions).not.toContain('plan.begin');
  });

  it('keeps a draft inside its organisation until it is shared, and then reaches the team', async () => {
    const id = await write(lena, planId, 'goals', { text: 'Sova hela nätter.', ownWords: 'Jag vill orka.' });
    expect(await read(lena, id)).toMatchObject({
      text: 'Sova hela nätter.',
      shared: false,
      audience: [],
      version: 1,
      organisation: { letters: expect.any(String) },
    });
    for (const other of [karin, ahmed, sofia]) {
      expect((await other.get(`plan-items/${id}`)).status).toBe(404);
      expect((await other.put(`plan-items/${id}/sharing`, {}, asked(1))).status).toBe(404);
      expect((await planOf(other, eva.caseId)).goals).toEqual([]);
    }
    expect((await planOf(lena, eva.caseId)).drafts).toBe(1);

    const shared = await lena.put(`plan-items/${id}/sharing`, {}, asked(1));
    expect([shared.status, shared.body]).toEqual([200, { version: 2, notReached: [] }]);
    for (const other of [karin, ahmed, sofia]) {
      expect(await read(other, id)).toMatchObject({
        text: 'Sova hela nätter.',
        ownWords: 'Jag vill orka.',
        shared: true,
        author: { givenName: 'Lena' },
      });
    }
    expect(await timeline(ahmed)).toEqual(['plan.shared', 'plan.begun']);
    const sent = await behindTheLocks<{ category: string; content: object; n: number }>(
      running.database,
      `select d.information_category as category, d.content, d.subject_version as n from disclosure d where d.subject_id = $1`,
      [id],
    );
    expect(sent).toEqual([{ category: 'PLAN', n: 2, content: { kind: 'GOAL', text: 'Sova hela nätter.', ownWords: 'Jag vill orka.' } }]);
    const again = await lena.put(`plan-items/${id}/sharing`, {}, asked(2));
    expect([again.status, again.body.version]).toEqual([200, 2]);
  });

  it('lets whoever reads a shared goal better it, and sends the new words to every reader in the same act', async () => {
    const id = await write(lena, planId, 'goals', { text: 'Första orden.', share: true });
    const edit = await ahmed.put(`goals/${id}`, { text: 'Andra orden.', goalKind: 'MAIN' }, asked(2));
    expect([edit.status, edit.body]).toEqual([200, { version: 3, notReached: [] }]);
    expect(await read(sofia, id)).toMatchObject({
      text: 'Andra orden.',
      version: 3,
      changedBy: { givenName: 'Ahmed' },
      author: { givenName: 'Lena' },
    });
    const sent = await behindTheLocks<{ from: string; to: string[] }>(
      running.database,
      `select d.from_organisation_id as from, array_agg(r.organisation_id order by r.organisation_id) as to from disclosure d join disclosure_recipient r on r.disclosure_id = d.id
       where d.subject_id = $1 and d.subject_version = 3 group by 1`,
      [id],
    );
    const { fk, region, kommun, af } = town.organisation;
    expect(sent).toEqual([{ from: af, to: [fk, region, kommun].toSorted() }]);
  });

  it('answers a change without its version 428, an old one 412 with the current, and keeps it out', async () => {
    const id = await write(lena, planId, 'parts', { text: 'En styrka.', kind: 'STRENGTH', share: true });
    expect((await lena.put(`plan-parts/${id}`, { text: 'x' })).status).toBe(428);
    const stale = await karin.put(`plan-parts/${id}`, { text: 'För sent' }, asked(1));
    expect([stale.status, stale.body.currentEtag, stale.headers.get('etag')]).toEqual([412, '"2"', '"2"']);
    expect(await read(karin, id)).toMatchObject({ text: 'En styrka.', version: 2 });
    expect((await karin.put(`goals/${id}`, { text: 'x', goalKind: 'MAIN' }, asked(2))).status).toBe(404);
  });

  it('keeps a dissent its holder’s, one per organisation', async () => {
    const id = await write(karin, planId, 'parts', { kind: 'DISSENT', text: 'Vi ser det annorlunda.', share: true });
    const edit = await lena.put(`plan-parts/${id}`, { text: 'Nej' }, asked(2));
    expect([edit.status, edit.body.because]).toEqual([403, 'not_own_item']);
    const second = await attempt(karin, planId, 'parts', { kind: 'DISSENT', text: 'En till.' });
    expect([second.status, second.body.type]).toEqual([409, 'urn:samspel:plan.dissent_exists']);
  });

  it('has one text of what matters', async () => {
    const id = await write(karin, planId, 'parts', { kind: 'WHAT_MATTERS', text: 'Att orka med barnen.', share: true });
    const second = await attempt(lena, planId, 'parts', { kind: 'WHAT_MATTERS', text: 'Något annat.' });
    expect([second.status, second.body.type]).toEqual([409, 'urn:samspel:plan.what_matters_exists']);
    expect((await planOf(lena, eva.caseId)).whatMatters?.id).toBe(id);
  });

  it('leaves the person’s own words to the person', async () => {
    const [mine] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into plan_item (plan_id, case_id, kind, goal_kind, author_person_id, shared_at, content) values ($1, $2, 'GOAL', 'MAIN', $3, now(), '{"text": "Mina ord"}') returning id`,
      [planId, eva.caseId, eva.personId],
    );
    expect(await read(karin, mine!.id)).toMatchObject({ text: 'Mina ord', byPerson: true, organisation: null, author: null });
    const edit = await karin.put(`goals/${mine!.id}`, { text: 'Våra ord', goalKind: 'MAIN' }, asked(1));
    expect([edit.status, edit.body.because]).toEqual([403, 'persons_own_words']);
    const attained = await karin.post(`goals/${mine!.id}/attainments`, { status: 'IMPROVING' });
    expect(attained.status).toBe(201);
    expect(await read(ahmed, mine!.id)).toMatchObject({ attainment: { status: 'IMPROVING', by: { givenName: 'Karin' } } });
  });

  it('takes an item out and puts it back, but not a goal that is used nor work that is shared', async () => {
    const main = await write(karin, planId, 'goals', { share: true });
    const sub = await write(karin, planId, 'goals', { goalKind: 'SUB', parentId: main, text: 'Delmål.' });
    const used = await karin.put(`plan-items/${main}/removal`, {}, asked(2));
    expect([used.status, used.body.type]).toEqual([409, 'urn:samspel:goal.in_use']);
    expect((await karin.put(`plan-items/${sub}/removal`, {}, asked(1))).body.version).toBe(2);
    expect((await karin.put(`plan-items/${main}/removal`, {}, asked(2))).body.version).toBe(3);
    expect((await planOf(lena, eva.caseId)).goals.map(({ id }) => id)).not.toContain(main);
    expect(await read(karin, main)).toMatchObject({ removed: true, actions: ['item.restore'] });
    expect((await lena.put(`plan-items/${main}/restoration`, {}, asked(3))).body.because).toBe('not_own_item');
    expect((await karin.put(`plan-items/${main}/restoration`, {}, asked(3))).body.version).toBe(4);
    const activity = await write(karin, planId, 'activities', { share: true });
    const work = await karin.put(`plan-items/${activity}/removal`, {}, asked(2));
    expect([work.status, work.body.because]).toEqual([403, 'cancel_instead']);
  });

  it('keeps main goals with their own behind them', async () => {
    const plan = await planOf(karin, eva.caseId);
    const one = await write(karin, planId, 'goals', { text: 'Ett' });
    const two = await write(karin, planId, 'goals', { text: 'Två' });
    const underOne = await write(karin, planId, 'goals', { text: 'Ett ett', goalKind: 'SUB', parentId: one });
    const goals = (await planOf(karin, eva.caseId)).goals.map(({ id }) => id);
    expect(goals.slice(plan.goals.length)).toEqual([one, underOne, two]);
    expect((await attempt(karin, planId, 'goals', { goalKind: 'SUB', parentId: underOne })).body.errors).toEqual([
      { pointer: '/parentId', code: 'notInPlan' },
    ]);
    expect((await attempt(karin, planId, 'goals', { parentId: one })).body.errors).toEqual([{ pointer: '/parentId', code: 'onlySub' }]);
    expect((await karin.put(`goals/${one}`, { text: 'Ett', goalKind: 'SUB' }, asked(1))).body.errors).toEqual([
      { pointer: '/goalKind', code: 'hasSubGoals' },
    ]);
  });

  it('says who else is writing, and not oneself', async () => {
    const id = await write(karin, planId, 'parts', { share: true });
    expect((await lena.put(`plan-items/${id}/presence`)).status).toBe(204);
    expect((await lena.put(`plan-items/${id}/presence`)).status).toBe(204);
    expect((await read(karin, id)).writing).toEqual([{ name: town.staff['lena.region']!.name, givenName: 'Lena' }]);
    expect((await read(lena, id)).writing).toEqual([]);
    const draft = await write(karin, planId, 'parts');
    expect((await lena.put(`plan-items/${draft}/presence`)).status).toBe(404);
  });

  it('records a follow-up beside what was planned and done', async () => {
    const early = await write(karin, planId, 'activities', { text: 'Tidig', dueOn: '2026-11-10', share: true });
    await behindTheLocks(
      running.database,
      `update plan_activity set state = 'COMPLETED', completed_at = '2026-11-12', next_timer = null, next_timer_at = null where id = $1`,
      [early],
    );
    await write(karin, planId, 'activities', { text: 'Tidig men inte gjord', dueOn: '2026-11-10', share: true });
    await write(karin, planId, 'activities', { text: 'Utkast', dueOn: '2026-11-10' });
    const id = await write(lena, planId, 'follow-ups', { share: true });
    expect(await read(ahmed, id)).toMatchObject({ heldOn: '2026-11-20', wanted: 'Halva dagar.', planned: 2, done: 1 });
    expect(await timeline(ahmed)).toContain('plan.followed-up');
    expect((await attempt(lena, planId, 'follow-ups', { heldOn: '2027-11-20' })).body.errors).toEqual([{ pointer: '/heldOn', code: 'future' }]);
  });

  it('has its own facts, which the coordinator or owner changes', async () => {
    const [{ kommun, fk }] = (await behindTheLocks<{ kommun: string; fk: string }>(
      running.database,
      `select (select principal_id from organisation where id = $1) as kommun, (select principal_id from organisation where id = $2) as fk`,
      [town.organisation.kommun, town.organisation.fk],
    )) as [{ kommun: string; fk: string }];
    const facts = {
      type: 'SIP',
      responsiblePrincipalId: kommun,
      noOtherMeasures: true,
      followUpOn: '2026-12-10',
      followUpCallerId: town.staff['lena.region']!.assignmentId,
    };
    expect((await lena.put(`plans/${planId}`, facts, asked(1))).body.because).toBe('not_owner_or_coordinator');
    expect((await karin.put(`plans/${planId}`, { ...facts, responsiblePrincipalId: fk }, asked(1))).body.errors[0].code).toBe('notKommunOrRegion');
    expect((await karin.put(`plans/${planId}`, facts, asked(1))).body).toEqual({ version: 2 });
    expect((await karin.put(`plans/${planId}`, facts, asked(1))).status).toBe(412);
    const plan = await planOf(lena, eva.caseId);
    expect(plan).toMatchObject({
      type: 'SIP',
      noOtherMeasures: true,
      responsibleAuthority: { principalId: kommun, kind: 'KOMMUN' },
      followUp: { on: '2026-12-10', caller: { givenName: 'Lena' } },
    });
    expect(plan.authorities.map(({ kind }) => kind).toSorted()).toEqual(['KOMMUN', 'REGION']);
    expect(plan.fourItems.map(({ item, missing }) => [item, missing])).toEqual([
      ['INTERVENTIONS', []],
      ['WHO_ANSWERS', ['NO_KOMMUN_INTERVENTION', 'NO_REGION_INTERVENTION']],
      ['OTHER_MEASURES', []],
      ['RESPONSIBLE_AUTHORITY', []],
    ]);
  });

  it('writes once what is sent twice with the same key', async () => {
    const key = { headers: { 'idempotency-key': crypto.randomUUID() } };
    const body = { kind: 'NEED', text: 'En gång.' };
    const [one, two] = [await karin.post(`plans/${planId}/parts`, body, key), await karin.post(`plans/${planId}/parts`, body, key)];
    expect([one.status, two.status, two.body.id]).toEqual([201, 201, one.body.id]);
  });
});
