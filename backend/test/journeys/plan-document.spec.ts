import { randomUUID } from 'node:crypto';
import { readPdf } from '../../src/document/pdf-reading.sample.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { PlannedCase } from '../support/planned.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const ALL = ['karin.fk', 'ahmed.af', 'sofia.kommun'];
const HOSTILE = '#import "x" $a$ *b* ] </Metadata> #sys.inputs \\ \u05d0\u0628\u0627 🙂 <label> @ref';

describe('the plan as a document', () => {
  let running: RunningApp;
  let town: Town;
  let made: TownCase;
  let plan: PlannedCase;
  let eva: Client;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    made = await makeCase(running, town, { coordinator: 'lena.region' });
    plan = await PlannedCase.of(running, town, made);
    for (const hint of ['karin.fk', 'ahmed.af', 'lena.region', 'johan.region', 'sofia.kommun', 'ulla.region'])
      clients[hint] = await signIn(running.url, hint);
    eva = await signIn(running.url, 'eva', 'citizen');
  });
  afterAll(() => running.close());

  const as = (hint: string): Client => clients[hint]!;
  const staffPath = (query = ''): string => `plans/${plan.planId}/document.pdf${query}`;
  const publish = async (): Promise<void> =>
    expect(await as('lena.region').post(`plans/${plan.planId}/publication`, { reason: 'Första versionen.' })).toMatchObject({ status: 201 });

  async function print(client: Client, path: string): Promise<{ headers: Headers; text: string; title: string; status: number; raw: string }> {
    const response = await client.fetch('GET', new URL(`/api/v1/${path}`, running.url));
    const bytes = Buffer.from(await response.arrayBuffer());
    const { text, title } = await readPdf(bytes);
    return { status: response.status, headers: response.headers, text, title, raw: bytes.toString('latin1') };
  }

  it('is nothing to the person before it is published', async () => {
    expect((await eva.get('me/plan/document.pdf')).status).toBe(404);
  });

  it('prints the working copy, marked so, and says so in the log', async () => {
    await plan.item('NEED', { content: { text: 'KANARIE-UTKAST' } });
    await plan.item('STRENGTH', { content: { text: HOSTILE }, sharedWith: ALL });
    await plan.item('NEED', { content: { text: 'Bara för Försäkringskassan' }, sharedWith: ['karin.fk'] });
    await plan.item('DISSENT', { content: { text: 'KANARIE-AVVIKANDE' }, sharedWith: ALL });
    const goal = await plan.item('GOAL', { content: { text: 'Arbeta halvtid', plain: 'Jobba lite', conflict: 'KANARIE-KONFLIKT' }, sharedWith: ALL });
    await plan.activity({ parentId: goal, content: { text: `Träning ${HOSTILE}`, plain: 'Du tränar.' }, sharedWith: ALL });
    const printed = await print(as('karin.fk'), staffPath());
    expect(printed.status).toBe(200);
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    expect(printed.headers.get('cache-control')).toBe('no-store');
    expect(printed.headers.get('content-disposition')).toMatch(/^attachment; filename="plan-S-\d+-arbetsexemplar\.pdf"$/);
    expect(printed.raw).toContain('pdfuaid:part');
    for (const words of [
      'Arbetsexemplar',
      '#import "x" $a$ *b* ]',
      'Bara för Försäkringskassan',
      'KANARIE-AVVIKANDE',
      'KANARIE-KONFLIKT',
      'Karin Berg',
    ]) {
      expect(printed.text).toContain(words);
    }
    expect(printed.text).not.toContain('KANARIE-UTKAST');
    const logged = await behindTheLocks(
      running.database,
      `select actor_id, purpose from audit_event where action = 'plan.printed' and case_id = $1`,
      [made.caseId],
    );
    expect(logged).toEqual([{ actor_id: town.staff['karin.fk']!.assignmentId, purpose: 'COORDINATION' }]);
  });

  it('prints for each organisation what it reads', async () => {
    const printed = await print(as('ahmed.af'), staffPath());
    expect(printed.text).toContain('Arbeta halvtid');
    expect(printed.text).not.toContain('Bara för Försäkringskassan');
  });

  it('prints a version as it was, in both variants, with who stands behind it', async () => {
    await publish();
    await as('karin.fk').put(`plans/${plan.planId}/versions/1/agreement`, { stance: 'AGREES' });
    const printed = await print(as('lena.region'), staffPath('?version=1'));
    expect(printed.headers.get('content-disposition')).toMatch(/"plan-S-\d+-v1\.pdf"$/);
    expect(printed.text).toContain('Första versionen.');
    expect(printed.text).toContain('Har sagt ja');
    const simple = await print(as('lena.region'), staffPath('?version=1&variant=simple'));
    expect(simple.headers.get('content-disposition')).toMatch(/"plan-S-\d+-v1-enkel\.pdf"$/);
    expect(simple.text).toContain('Du tränar.');
    expect((await as('lena.region').get(staffPath('?version=2'))).status).toBe(404);
    expect((await as('lena.region').get(staffPath('?variant=other'))).status).toBe(422);
    expect((await as('lena.region').get(staffPath('?draft=1'))).status).toBe(400);
  });

  it.each(['simple', 'staff'])('gives the person their own (%s), without what organisations say to each other', async (variant) => {
    const printed = await print(eva, `me/plan/document.pdf?variant=${variant}`);
    expect(printed.status).toBe(200);
    expect(printed.text).toContain(variant === 'simple' ? 'Jobba lite' : 'Arbeta halvtid');
    expect(printed.text).not.toContain('KANARIE');
    const logged = await behindTheLocks(running.database, `select 1 from audit_event where action = 'my-plan.printed' and case_id = $1`, [
      made.caseId,
    ]);
    expect(logged).not.toHaveLength(0);
  });

  it('does not exist for anybody outside the team, nor for whoever has left it', async () => {
    const unknown = await as('johan.region').get(`plans/${randomUUID()}/document.pdf`);
    const outsider = await as('johan.region').get(staffPath());
    expect(unknown.status).toBe(404);
    expect({ ...outsider, headers: null, body: { ...outsider.body, instance: '' } }).toEqual({
      ...unknown,
      headers: null,
      body: { ...unknown.body, instance: '' },
    });
    expect((await as('sofia.kommun').get(staffPath())).status).toBe(200);
    await behindTheLocks(
      running.database,
      `update participation set until_at = now(), end_reason = 'LEFT' where case_id = $1 and assignment_id = $2`,
      [made.caseId, town.staff['sofia.kommun']!.assignmentId],
    );
    for (const path of [staffPath(), staffPath('?version=1'), `plans/${plan.planId}/versions`, `plans/${plan.planId}/versions/1`]) {
      expect((await as('sofia.kommun').get(path)).status).toBe(404);
    }
    for (const answer of [await as('karin.fk').get('me/plan/document.pdf'), await eva.get(staffPath())]) expect([401, 403]).toContain(answer.status);
  });
});
