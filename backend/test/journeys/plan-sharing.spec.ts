import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { asked, attempt, beginPlan, planOf, read, write } from '../support/plan.ts';
import { type Client, signInAll } from '../support/sign-in.ts';
import { makeCase, makeTown, type Place, type Town, type TownCase } from '../support/town.ts';

/** Skatteverket's published test numbers: a case of its own for every test. */
const numbers = [
  '198203152387',
  '198310022382',
  '198504202386',
  '198611072383',
  '198805262386',
  '198912142380',
  '199105082383',
  '199211242384',
  '199406132382',
];

describe('sharing an item', () => {
  let running: RunningApp, town: Town, eva: TownCase, planId: string;
  let karin: Client, lena: Client, ahmed: Client, sofia: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    [karin, lena, ahmed, sofia] = await signInAll(running.url, ['karin.fk', 'lena.region', 'ahmed.af', 'sofia.kommun']);
  });
  beforeEach(async () => {
    eva = await makeCase(running, town, { person: { givenName: 'Eva', familyName: 'Lind', personnummer: numbers.pop()! } });
    planId = await beginPlan(karin, eva.caseId);
  });
  afterAll(() => running?.close());

  /** What `from` may no longer send `to` by consent. */
  const uncover = (from: Place, ...to: Place[]): Promise<unknown> =>
    behindTheLocks(running.database, 'delete from consent_recipient where consent_id = $1 and organisation_id = any ($2)', [
      eva.consents[from],
      to.map((place) => town.organisation[place]),
    ]);
  const names = (refs: { id: string }[]): string[] => refs.map(({ id }) => id);

  it('reaches those a consent covers and names those it does not', async () => {
    await uncover('region', 'af');
    const id = await write(lena, planId, 'goals');
    const { body } = await lena.put(`plan-items/${id}/sharing`, {}, asked(1));
    expect(names(body.notReached)).toEqual([town.organisation.af]);
    expect(await read(karin, id)).not.toBeNull();
    expect(await read(sofia, id)).not.toBeNull();
    expect(await read(ahmed, id)).toBeNull();
    const plan = await planOf(lena, eva.caseId);
    expect(names(plan.notReached)).toEqual([town.organisation.af]);
    expect((await planOf(ahmed, eva.caseId)).goals).toEqual([]);
    // The history of it is its readers'.
    expect(JSON.stringify((await ahmed.get(`cases/${eva.caseId}/timeline`)).body)).not.toContain('plan.shared');
  });

  it('is refused when nobody is covered, and nothing is shared', async () => {
    await uncover('region', 'fk', 'kommun', 'af');
    const id = await write(lena, planId, 'goals');
    const { status, body } = await lena.put(`plan-items/${id}/sharing`, {}, asked(1));
    const { fk, kommun, af } = town.organisation;
    expect([status, body.type, new Set(body.organisations as string[])]).toEqual([409, 'urn:samspel:consent.missing', new Set([fk, kommun, af])]);
    expect(await read(lena, id)).toMatchObject({ shared: false, version: 1 });
    // Writing and sharing at once leaves nothing behind either.
    expect((await attempt(lena, planId, 'goals', { share: true })).status).toBe(409);
    expect((await planOf(lena, eva.caseId)).goals).toHaveLength(1);
  });

  it('needs the category of the plan in the consent', async () => {
    await behindTheLocks(running.database, `update consent set information_categories = array_remove(information_categories, 'PLAN') where id = $1`, [
      eva.consents.region,
    ]);
    expect((await attempt(lena, planId, 'goals', { share: true })).body.type).toBe('urn:samspel:consent.missing');
  });

  it('lets somebody better another’s goal only when their own consents cover all its readers', async () => {
    const id = await write(lena, planId, 'goals', { text: 'Lenas ord', share: true });
    await uncover('af', 'kommun');
    const { status, body } = await ahmed.put(`goals/${id}`, { text: 'Ahmeds ord', goalKind: 'MAIN' }, asked(2));
    expect([status, body.type, body.organisations]).toEqual([409, 'urn:samspel:consent.missing', [town.organisation.kommun]]);
    expect(await read(sofia, id)).toMatchObject({ text: 'Lenas ord', version: 2 });
  });

  it('keeps new words from whoever is no longer covered', async () => {
    const id = await write(lena, planId, 'goals', { text: 'Gamla ord', share: true });
    await uncover('region', 'af');
    const { body } = await lena.put(`goals/${id}`, { text: 'Nya ord', goalKind: 'MAIN' }, asked(2));
    expect(names(body.notReached)).toEqual([town.organisation.af]);
    expect(await read(ahmed, id)).toBeNull();
    expect(await read(karin, id)).toMatchObject({ text: 'Nya ord' });
  });

  it('reaches whoever joins later when it is shared anew, drafts excepted', async () => {
    await uncover('region', 'af');
    const shared = await write(lena, planId, 'goals', { share: true });
    const draft = await write(lena, planId, 'goals');
    await behindTheLocks(running.database, 'insert into consent_recipient (consent_id, case_id, organisation_id) values ($1, $2, $3)', [
      eva.consents.region,
      eva.caseId,
      town.organisation.af,
    ]);
    const { status, body } = await lena.put(`plans/${planId}/sharing`);
    expect([status, body]).toEqual([200, { version: 1, notReached: [] }]);
    expect(await read(ahmed, shared)).toMatchObject({ version: 3 });
    expect(await read(ahmed, draft)).toBeNull();
    const versions = await behindTheLocks<{ n: number; to: string[] }>(
      running.database,
      `select d.subject_version as n, array_agg(r.organisation_id) as to from disclosure d join disclosure_recipient r on r.disclosure_id = d.id where d.subject_id = $1 group by 1 order by 1`,
      [shared],
    );
    // Who had it has not been sent it again.
    expect(versions.map(({ n, to }) => [n, to.length])).toEqual([
      [2, 2],
      [3, 1],
    ]);
    expect((await lena.put(`plans/${planId}/sharing`)).status).toBe(200);
    expect(await read(ahmed, shared)).toMatchObject({ version: 3 });
  });

  it('of a team of one organisation reaches nobody, and is the plan’s all the same', async () => {
    const olle = await makeCase(running, town, { person: 'olle', owner: 'karin.fk', team: ['karin.fk'], alsoTo: ['af'] });
    const alone = await beginPlan(karin, olle.caseId);
    const id = await write(karin, alone, 'goals', { share: true });
    expect(await read(karin, id)).toMatchObject({ shared: true, audience: [], version: 2 });
    expect(await behindTheLocks(running.database, 'select 1 from disclosure where subject_id = $1', [id])).toEqual([]);
  });

  it('ends with the receiver when the person takes their yes back: frozen there, gone from the plan', async () => {
    const id = await write(lena, planId, 'goals', { text: 'Bara medan ja gäller.', share: true });
    for (const place of ['fk', 'kommun'] as const) await uncover(place, 'af');
    expect((await karin.put(`consents/${eva.consents.region!}/withdrawal`)).status).toBe(204);
    expect((await ahmed.get(`plan-items/${id}`)).status).toBe(404);
    expect(names((await read(lena, id)).audience)).not.toContain(town.organisation.af);
    const [copy] = await behindTheLocks<{ content: { kind: string; content: { text: string } }[] }>(
      running.database,
      'select content from frozen_copy where case_id = $1 and organisation_id = $2',
      [eva.caseId, town.organisation.af],
    );
    expect(copy!.content).toEqual([expect.objectContaining({ kind: 'PLAN_ITEM', content: { kind: 'GOAL', text: 'Bara medan ja gäller.' } })]);
  });

  it('is not for whoever has no consent at all: nothing is written', async () => {
    await behindTheLocks(running.database, 'delete from consent_recipient where organisation_id = $1', [town.organisation.af]);
    await behindTheLocks(running.database, 'update consent set withdrawn_at = now(), withdrawn_via = $2 where id = $1', [eva.consents.af, 'PERSON']);
    const { status, body } = await attempt(ahmed, planId, 'goals');
    expect([status, body.because]).toEqual([403, 'consent_missing']);
    const plan = await planOf(ahmed, eva.caseId);
    expect(plan.blocked).toContainEqual({ action: 'plan.write', because: 'consent_missing' });
  });
});
