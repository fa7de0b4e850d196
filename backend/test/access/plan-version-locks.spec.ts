import { readPdf } from '../../src/document/pdf-reading.sample.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks, switchOffRowSecurity } from '../support/database.ts';
import { PlannedCase } from '../support/planned.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown } from '../support/town.ts';

const LOCKS = ['both locks', 'only row security (the gate held open)', 'only the gate (row security off)'] as const;

/** What an organisation was not given of the plan is not in any version of it either. */
describe.each(LOCKS)('published versions, with %s', (locks) => {
  let running: RunningApp, plan: PlannedCase, karinsId: string;
  let ahmed: Client, karin: Client, lena: Client, eva: Client;

  beforeAll(async () => {
    running = await startApp({ gateOpen: locks.includes('held open') });
    const town = await makeTown(running);
    const made = await makeCase(running, town, { coordinator: 'lena.region' });
    plan = await PlannedCase.of(running, town, made);
    karinsId = town.staff['karin.fk']!.assignmentId;
    await plan.item('GOAL', { content: { text: 'Delat med alla', plain: 'Delat' }, sharedWith: ['karin.fk', 'ahmed.af', 'sofia.kommun'] });
    await plan.item('NEED', { content: { text: 'KANARIE-FK' }, sharedWith: ['karin.fk'] });
    await plan.item('STRENGTH', { by: 'karin.fk', content: { text: 'KANARIE-UTKAST' } });
    await plan.item('STRENGTH', { by: 'karin.fk', content: { text: 'KANARIE-EJ-LENA' }, sharedWith: ['ahmed.af'] });
    if (locks.includes('row security off')) await switchOffRowSecurity(running.database);
    [ahmed, karin, lena] = [await signIn(running.url, 'ahmed.af'), await signIn(running.url, 'karin.fk'), await signIn(running.url, 'lena.region')];
    eva = await signIn(running.url, 'eva', 'citizen');
    expect((await lena.post(`plans/${plan.planId}/publication`, { reason: 'x' })).status).toBe(201);
    await plan.item('STRENGTH', { content: { text: 'KANARIE-OPUBLICERAD' }, sharedWith: ['karin.fk', 'ahmed.af'] });
  }, 60_000);
  afterAll(() => running?.close());

  const printed = async (client: Client, path: string): Promise<string> => {
    const response = await client.fetch('GET', new URL(`/api/v1/${path}`, running.url));
    return (await readPdf(Buffer.from(await response.arrayBuffer()))).text;
  };
  const canaries = (text: string): string[] => [...new Set(text.match(/KANARIE-[\wÅÄÖ-]+/g) ?? [])].toSorted();

  it('hold for each organisation what it reads, on screen and on paper', async () => {
    const version = async (client: Client): Promise<string> => JSON.stringify((await client.get(`plans/${plan.planId}/versions/1`)).body);
    const paper = (client: Client): Promise<string> => printed(client, `plans/${plan.planId}/document.pdf?version=1`);
    for (const read of [version, paper]) {
      expect(canaries(await read(ahmed))).toEqual([]);
      expect(canaries(await read(karin))).toEqual(['KANARIE-FK']);
      expect(canaries(await read(lena))).toEqual(['KANARIE-FK']);
    }
    const changes = await ahmed.get(`plans/${plan.planId}/version-changes?from=1&to=0`);
    expect(canaries(JSON.stringify(changes.body))).toEqual(['KANARIE-EJ-LENA', 'KANARIE-OPUBLICERAD']);
  });

  it('hold for the person what was published', async () => {
    expect(canaries(JSON.stringify((await eva.get('me/plan')).body))).toEqual(['KANARIE-FK']);
    expect(canaries(await printed(eva, 'me/plan/document.pdf'))).toEqual(['KANARIE-FK']);
    const preview = await lena.get(`plans/${plan.planId}/publication-preview`);
    expect(canaries(JSON.stringify(preview.body))).toEqual(['KANARIE-FK', 'KANARIE-OPUBLICERAD']);
  });

  it('show whoever looks before publishing none of the person’s words that were kept from them', async () => {
    const words = await plan.item('WHAT_MATTERS', { by: 'karin.fk', content: { text: 'KANARIE-ORD' }, sharedWith: ['ahmed.af'] });
    await plan.toldByPhone(words);
    const preview = await lena.get(`plans/${plan.planId}/publication-preview`);
    expect(preview.status).toBe(200);
    expect(canaries(JSON.stringify(preview.body))).not.toContain('KANARIE-ORD');
    expect(canaries(JSON.stringify((await eva.get('me/plan')).body))).toContain('KANARIE-ORD');
  });

  it('are nothing to another person', async () => {
    const olle = await signIn(running.url, 'olle', 'citizen');
    expect((await olle.get('me/plan')).body).toMatchObject({ id: null, plan: null });
    expect((await olle.get('me/plan/document.pdf')).status).toBe(404);
    expect((await olle.put('me/plan/agreement', { number: 1 })).status).toBe(404);
  });

  it('are counted on by a new coordinator, whose organisation has read none of them', async () => {
    await behindTheLocks(running.database, `update plan_version set audience = '{}'`);
    await behindTheLocks(running.database, 'update coordination_case set coordinator_assignment_id = $2 where id = $1', [plan.caseId, karinsId]);
    const preview = await karin.get(`plans/${plan.planId}/publication-preview`);
    expect([preview.status, preview.body]).toEqual([200, expect.objectContaining({ next: 2 })]);
    expect((await karin.post(`plans/${plan.planId}/publication`, { reason: 'x' })).status).toBe(201);
    expect((await eva.get('me/plan')).body.plan).toMatchObject({ number: 2 });
  });
});
