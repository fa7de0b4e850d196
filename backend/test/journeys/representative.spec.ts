import { randomUUID } from 'node:crypto';
import type { SessionView } from '../../src/access/session.dto.ts';
import type { MyPlanView } from '../../src/citizen/citizen.dto.ts';
import type { MyAccessLogView } from '../../src/citizen/my-parts.dto.ts';
import type { CasePlanView, PlanView } from '../../src/plan/plan.dto.ts';
import type { PlanVersionListView } from '../../src/plan/publication/publication.dto.ts';
import type { MyRepresentationsView, RepresentativeListView } from '../../src/representative/representative.dto.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { makePublishedPlan } from '../support/published-plan.ts';
import { type Answer, type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const BENGT = { personalNumber: '197706212391', givenName: 'Bengt', familyName: 'Lind' };
const PROXY = { ...BENGT, kind: 'OMBUD', basis: 'Fullmakt undertecknad 2026-11-02', validFrom: '2026-11-02', validTo: '2027-11-01' };

describe('somebody who acts for the person', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let olle: TownCase;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town, { coordinator: 'lena.region' });
    olle = await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun'] });
    for (const hint of ['karin.fk', 'lena.region', 'sofia.kommun', 'per.chef.af', 'admin.drift']) clients[hint] = await signIn(running.url, hint);
    for (const hint of ['eva', 'olle']) clients[hint] = await signIn(running.url, hint, 'citizen');
  });
  afterAll(() => running.close());
  afterEach(() => behindTheLocks(running.database, 'delete from person_representative'));

  const as = (hint: string): Client => clients[hint]!;
  const register = (more: object = {}, by = 'karin.fk', caseId = eva.caseId): Promise<Answer<{ id: string }>> =>
    as(by).post<{ id: string }>(`cases/${caseId}/representatives`, { ...PROXY, ...more });
  const bengt = (): Promise<Client> => signIn(running.url, 'bengt', 'citizen');
  const actFor = (client: Client, personId: string | null): Promise<Answer<SessionView>> => client.put<SessionView>('me/represented', { personId });

  it('sees and does what the person may, logged with who did it', async () => {
    expect((await register()).status).toBe(201);
    const client = await bengt();
    expect((await client.get<MyPlanView>('me/plan')).body.case).toBeNull();
    expect((await client.get<MyRepresentationsView>('me/representations')).body.actingFor).toEqual([
      { personId: eva.personId, name: 'Eva Lind', kind: 'OMBUD', validTo: '2027-11-01' },
    ]);
    const begun = await actFor(client, eva.personId);
    expect(begun.body).toMatchObject({ name: 'Bengt Lind', actingFor: { personId: eva.personId, givenName: 'Eva' } });
    expect((await client.get<MyPlanView>('me/plan')).body).toMatchObject({ case: { id: eva.caseId }, person: { givenName: 'Eva' } });
    const [logged] = await behindTheLocks<{ person: string; representative: string }>(
      running.database,
      `select e.person_id as person, i.person_id as representative from audit_event e
       join person_representative r on r.representative_person_id = e.representative_person_id
       join person_identifier i on i.person_id = r.representative_person_id where e.action = 'my-plan.read' and e.case_id = $1`,
      [eva.caseId],
    );
    expect(logged!.person).toBe(eva.personId);
    expect(logged!.representative).not.toBe(eva.personId);
    await behindTheLocks(running.database, 'update organisation set names_staff = false');
    const looks = (await as('eva').get<MyAccessLogView>('me/access-log')).body.items;
    await behindTheLocks(running.database, 'update organisation set names_staff = true');
    expect(new Set(looks.map(({ name, representative }) => (representative ? name : null)))).toEqual(new Set(['Bengt Lind', null]));
    expect(looks.find(({ representative }) => representative)).toMatchObject({ name: 'Bengt Lind', role: null, organisation: null });
    expect((await actFor(client, null)).body.actingFor).toBeNull();
    expect((await client.get<MyPlanView>('me/plan')).body.case).toBeNull();
  });

  it('never writes in another person’s case than the page believes', async () => {
    await register();
    const client = await bengt();
    const write = (meant: string): Promise<Answer> => client.put('me/words', { text: 'x' }, { headers: { 'samspel-acting-for': meant } });
    expect(await write(eva.personId)).toMatchObject({ status: 409, body: { type: 'urn:samspel:session.person_changed' } });
    await actFor(client, eva.personId);
    expect(await write('self')).toMatchObject({ status: 409, body: { type: 'urn:samspel:session.person_changed' } });
    expect((await write(eva.personId)).body).not.toMatchObject({ type: 'urn:samspel:session.person_changed' });
  });

  it('writes and agrees for the person, and the team reads that it was not the person’s own hand', async () => {
    const { planId } = await makePublishedPlan(running, town, eva.caseId);
    await register();
    const client = await bengt();
    await actFor(client, eva.personId);
    const meant = { headers: { 'samspel-acting-for': eva.personId } };
    expect((await client.put('me/words', { text: 'Att Eva får sova.' }, meant)).status).toBe(204);
    expect((await client.post('me/goals', { text: 'Gå till bryggan.' }, meant)).status).toBe(201);
    expect((await client.put('me/plan/agreement', { number: 1 }, meant)).status).toBe(204);
    const plan = async (): Promise<PlanView> => (await as('karin.fk').get<CasePlanView>(`cases/${eva.caseId}/plan`)).body.plan!;
    const before = await plan();
    const [goal] = before.goals.filter(({ byPerson }) => byPerson);
    expect([before.whatMatters, goal]).toMatchObject([
      { text: 'Att Eva får sova.', byPerson: true, viaRepresentative: true },
      { text: 'Gå till bryggan.', viaRepresentative: true },
    ]);
    expect(before.published!.agreedBy).toMatchObject([{ person: true, viaRepresentative: true }]);
    const { items } = (await as('karin.fk').get<PlanVersionListView>(`plans/${planId}/versions`)).body;
    expect(items[0]!.agreements).toMatchObject([{ person: true, viaRepresentative: true }]);

    // What the person then writes is theirs; what stands stays the representative's when the right has ended, whatever staff do around it.
    await behindTheLocks(running.database, 'delete from person_representative');
    expect((await as('eva').put('me/words', { text: 'Att jag får sova.' })).status).toBe(204);
    const after = await plan();
    expect(after.whatMatters).toMatchObject({ text: 'Att jag får sova.', viaRepresentative: false });
    expect(after.goals.find(({ id }) => id === goal!.id)).toMatchObject({ viaRepresentative: true });
    expect((await as('eva').put(`me/goals/${goal!.id}`, { text: 'Gå till bryggan själv.' })).status).toBe(204);
    expect((await plan()).goals.find(({ id }) => id === goal!.id)).toMatchObject({ viaRepresentative: false });
  });

  it('gets a new session each way, and the old one is dead', async () => {
    await register();
    const client = await bengt();
    const before = new Map(client.cookies);
    await actFor(client, eva.personId);
    client.cookies.clear();
    for (const [name, value] of before) client.cookies.set(name, value);
    expect((await client.get('me/plan')).status).toBe(401);
  });

  it('loses the right at the very next request: ended by the team, by the person, or run out', async () => {
    const { body } = await register();
    const client = await bengt();
    await actFor(client, eva.personId);
    await as('lena.region').put(`representatives/${body.id}/ending`, {}, { headers: { 'if-match': '"1"' } });
    expect((await client.get<MyPlanView>('me/plan')).body.case).toBeNull();
    expect((await client.get<SessionView>('session?audience=citizen')).body.actingFor).toBeNull();

    const again = await register();
    await actFor(client, eva.personId);
    expect((await as('eva').put(`me/representatives/${again.body.id}/ending`)).status).toBe(204);
    expect((await as('eva').put(`me/representatives/${again.body.id}/ending`)).status).toBe(204);
    expect((await client.get<MyPlanView>('me/plan')).body.case).toBeNull();

    await register();
    await actFor(client, eva.personId);
    await behindTheLocks(
      running.database,
      `update person_representative set valid_from = '2025-01-01', valid_to = '2025-12-31' where ended_at is null`,
    );
    expect((await client.get<MyPlanView>('me/plan')).body.case).toBeNull();
  });

  it('is nobody to anybody else: unknown, other and one’s own ids answer alike', async () => {
    await register();
    const client = await bengt();
    const answers = [await actFor(client, olle.personId), await actFor(client, randomUUID())];
    expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    expect((await actFor(as('olle'), eva.personId)).status).toBe(404);
  });

  it('does not decide who represents', async () => {
    const { body } = await register();
    const client = await bengt();
    await actFor(client, eva.personId);
    const refused = await client.put(`me/representatives/${body.id}/ending`);
    expect(refused).toMatchObject({ status: 403, body: { because: 'acts_for_another' } });
  });

  it('whom a court has appointed is not the person’s to end', async () => {
    const { body } = await register({ kind: 'GOD_MAN', basis: 'Tingsrättens beslut 2026-05-04' });
    expect(await as('eva').put(`me/representatives/${body.id}/ending`)).toMatchObject({ status: 403, body: { because: 'decided_by_court' } });
  });

  it('is told of to the person and in the case', async () => {
    await register();
    const [told] = await behindTheLocks<{ n: number }>(
      running.database,
      `select count(*)::int as n from notice where recipient_person_id = $1 and kind = 'representative.registered'`,
      [eva.personId],
    );
    expect(told!.n).toBeGreaterThan(0);
    const { body } = await as('lena.region').get<RepresentativeListView>(`cases/${eva.caseId}/representatives`);
    expect(body.items).toMatchObject([{ name: 'Bengt Lind', kind: 'OMBUD', endedAt: null, actions: ['representative.end'] }]);
    expect(JSON.stringify(body)).not.toContain('19770621');
  });

  it.each([
    ['twice', {}, 409, 'representative.exists'],
    ['the person themself', { personalNumber: '198008262381' }, 409, 'representative.oneself'],
    ['somebody under eighteen', { personalNumber: '202002162384' }, 422, 'content.invalid'],
    ['a bad checksum', { personalNumber: '197706212392' }, 422, 'content.invalid'],
    ['a period that is over', { validFrom: '2025-01-01', validTo: '2025-12-31' }, 422, 'content.invalid'],
    ['an unknown property', { secret: true }, 400, 'request.malformed'],
  ])('is not registered: %s', async (_, more, status, code) => {
    if (code === 'representative.exists') await register();
    const answer = await register(more);
    expect(answer).toMatchObject({ status, body: { type: `urn:samspel:${code}` } });
    expect(JSON.stringify(answer.body)).not.toMatch(/19770621|20200216/);
  });

  it('is not registered with a protected identity, nor when working in the team', async () => {
    await register();
    await behindTheLocks(running.database, 'delete from person_representative');
    await behindTheLocks(running.database, `update person set protected_level = 'CONFIDENTIALITY_FLAG' where given_name = 'Bengt'`);
    expect(await register()).toMatchObject({ status: 409, body: { type: 'urn:samspel:person.protected' } });
    await behindTheLocks(running.database, `update person set protected_level = null where given_name = 'Bengt'`);
    const index = `(select i.blind_index from person_identifier i join person n on n.id = i.person_id where n.given_name = 'Bengt')`;
    await behindTheLocks(running.database, `update staff_member set personal_index = ${index} where id = $1`, [
      town.staff['lena.region']!.staffMemberId,
    ]);
    expect(await register()).toMatchObject({ status: 409, body: { type: 'urn:samspel:representative.in_team' } });
    await behindTheLocks(running.database, 'update staff_member set personal_index = null where id = $1', [town.staff['lena.region']!.staffMemberId]);
  });

  it('is registered by the team alone', async () => {
    expect((await register({}, 'sofia.kommun')).status).toBe(201);
    expect((await register({}, 'per.chef.af')).status).toBe(404);
    expect((await register({}, 'admin.drift')).status).toBe(403);
    expect((await register({}, 'karin.fk', olle.caseId)).status).toBe(404);
  });
});
