import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { makePublishedPlan, type PublishedPlan } from '../support/published-plan.ts';
import { type Client, signIn, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;
const FIRST = { headers: { 'if-match': '"1"' } };

/** The person speaks to the team, but not everything is for everybody in it. */
describe.each(LOCKS)('what the person says, with %s', (locks) => {
  let running: RunningApp, town: Town, eva: TownCase, plan: PublishedPlan;
  let evas: Client, olles: Client, karin: Client, ahmed: Client, lena: Client;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    town = await makeTown(running);
    eva = await makeCase(running, town, { team: ['karin.fk', 'ahmed.af', 'lena.region'] });
    await makeCase(running, town, { person: 'olle', owner: 'sofia.kommun', team: ['sofia.kommun'] });
    plan = await makePublishedPlan(running, town, eva.caseId);
    [karin, ahmed, lena] = await signInAll(running.url, ['karin.fk', 'ahmed.af', 'lena.region']);
    evas = await signIn(running.url, 'eva', 'citizen');
    olles = await signIn(running.url, 'olle', 'citizen');
    const say = async (path: string, body: object): Promise<string> => (await evas.post<{ id: string }>(path, body)).body.id;
    ids['STOP'] = await say('me/stops', { reason: 'OTHER', text: 'Stopptext', itemId: plan.quietGoalId });
    ids['COMMENT'] = await say('me/remarks', { itemId: plan.quietGoalId, kind: 'COMMENT', text: 'Kommentartext' });
    ids['GOAL'] = await say('me/goals', { text: 'Evas mål' });
    const [asked] = await behindTheLocks<{ id: string }>(
      running.database,
      `insert into person_message (case_id, person_id, kind, organisation_id, looked_at, text, made_by_person_id, responsible_assignment_id, due_at)
       values ($1, $2, 'LOG_QUESTION', $3, now(), 'Loggtext', $2, $4, now()) returning id`,
      [eva.caseId, eva.personId, town.organisation.region, town.staff['lena.region']!.assignmentId],
    );
    ids['LOG_QUESTION'] = asked!.id;
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
  }, 60_000);
  afterAll(() => running?.close());

  const seenBy = async (client: Client): Promise<string[]> => {
    const paths = [`cases/${eva.caseId}/person-messages`, `cases/${eva.caseId}`, `cases/${eva.caseId}/timeline`, 'my-day'];
    const answers = await Promise.all(paths.map((path) => client.get(path)));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    return [...new Set(JSON.stringify(answers.map(({ body }) => body)).match(/(Stopp|Kommentar|Logg)text/g) ?? [])].toSorted();
  };

  it('a stop is the team’s, a remark its readers’, a question about looking the organisation’s that looked', async () => {
    expect(await seenBy(karin)).toEqual(['Kommentartext', 'Stopptext']);
    expect(await seenBy(ahmed)).toEqual(['Stopptext']);
    expect(await seenBy(lena)).toEqual(['Kommentartext', 'Loggtext', 'Stopptext']);
  });

  it('and is answered by nobody else', async () => {
    for (const [client, kind] of [
      [ahmed, 'COMMENT'],
      [ahmed, 'LOG_QUESTION'],
      [karin, 'LOG_QUESTION'],
    ] as const)
      // prettier-ignore
      expect((await client.put(`person-messages/${ids[kind]}/answer`, { text: 'x' }, FIRST)).status).toBe(404);
    const answered = await behindTheLocks(running.database, `select 1 from person_message where state <> 'OPEN'`);
    expect(answered).toEqual([]);
  });

  it('another person reads, changes and takes back nothing of it', async () => {
    expect((await olles.get('me/messages')).body).toEqual({ items: [] });
    for (const kind of ['STOP', 'COMMENT', 'LOG_QUESTION']) expect((await olles.put(`me/messages/${ids[kind]}/withdrawal`)).status).toBe(404);
    expect((await olles.put(`me/goals/${ids['GOAL']}`, { text: 'Mitt' })).status).toBe(404);
    expect((await olles.put(`me/goals/${ids['GOAL']}/removal`)).status).toBe(404);
    expect((await olles.post('me/remarks', { itemId: plan.goalId, kind: 'COMMENT', text: 'x' })).status).toBe(404);
    expect((await olles.post('me/stops', { itemId: plan.goalId, reason: 'OTHER' })).status).toBe(404);
  });

  it('whoever leaves the team reads it no more, and somebody else sees to it', async () => {
    const [af] = [town.staff['ahmed.af']!.assignmentId];
    await behindTheLocks(running.database, `update person_message set responsible_assignment_id = $2 where id = $1`, [ids['STOP'], af]);
    expect((await evas.put(`me/consents/${eva.consents.fk}/withdrawal`)).status).toBe(204);
    expect((await evas.put(`me/consents/${eva.consents.region}/withdrawal`)).status).toBe(204);
    expect((await ahmed.get(`cases/${eva.caseId}/person-messages`)).status).toBe(404);
    expect((await ahmed.put(`person-messages/${ids['STOP']}/answer`, { text: 'x' }, { headers: { 'if-match': '"2"' } })).status).toBe(404);
    const { body } = await evas.get<{ items: { id: string; responsible: { givenName: string } }[] }>('me/messages');
    expect(body.items.find(({ id }) => id === ids['STOP'])).toMatchObject({ responsible: { givenName: 'Karin' } });
  });
});
