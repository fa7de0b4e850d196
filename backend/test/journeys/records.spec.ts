import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { readPdf } from '../../src/document/pdf-reading.sample.ts';
import { purgeFrozenCopies } from '../../src/records/records-purge.ts';
import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeCase, makeTown, type Town, type TownCase } from '../support/town.ts';

const DAY = 86_400_000;

describe('what an organisation keeps when a case has closed to it', () => {
  let running: RunningApp;
  let town: Town;
  let eva: TownCase;
  let worker: pg.Pool;
  const clients: Record<string, Client> = {};

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    eva = await makeCase(running, town);
    worker = new pg.Pool({ connectionString: running.database.urls.worker, max: 1 });
    for (const hint of ['karin.fk', 'ahmed.af', 'sara.af', 'david.fk', 'lena.region', 'per.chef.af']) clients[hint] = await signIn(running.url, hint);

    const note = await as('karin.fk').post(`cases/${eva.caseId}/notes`, { text: 'Två timmar om dagen.', kind: 'ORGANISATION' });
    await as('karin.fk').post(`notes/${note.body.id}/disclosures`, { recipients: [town.organisation.af], category: 'WORK' });
    await as('karin.fk').post(`cases/${eva.caseId}/notes`, { text: 'Inte delad.', kind: 'ORGANISATION' });
    for (const from of ['fk', 'region', 'kommun'] as const) await as('lena.region').put(`consents/${eva.consents[from]}/withdrawal`);
  });
  afterAll(async () => {
    await running.clock.reset();
    await worker.end();
    await running.close();
  });

  const as = (hint: string): Client => clients[hint]!;
  const theCopy = async (): Promise<string> => (await as('sara.af').get('frozen-copies')).body.items[0].id;

  it('is fetched by the unit’s records function, word for word what had been shared', async () => {
    const list = await as('sara.af').get('frozen-copies');
    expect(list).toMatchObject({ status: 200, body: { items: [{ unit: 'Arbetsförmedlingen Sjöstad', disclosures: 1, purgedAt: null }] } });
    const copy = await as('sara.af').get(`frozen-copies/${await theCopy()}`);
    expect(copy.body.items).toEqual([
      {
        disclosedAt: expect.stringMatching(/Z$/),
        from: 'Försäkringskassan',
        kind: 'NOTE',
        category: 'WORK',
        content: { text: 'Två timmar om dagen.', author: 'Karin Berg', title: 'Personlig handläggare', createdAt: expect.any(String) },
      },
    ]);
    const [logged] = await behindTheLocks(running.database, `select purpose, case_id from audit_event where action = 'frozen-copy.fetched'`);
    expect(logged).toEqual({ purpose: 'RECORDS', case_id: eva.caseId });
  });

  it('is printed word for word, and logged', async () => {
    const response = await as('sara.af').fetch('GET', new URL(`/api/v1/frozen-copies/${await theCopy()}/document.pdf`, running.url));
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="kopia-S-\d+\.pdf"$/);
    const { text } = await readPdf(Buffer.from(await response.arrayBuffer()));
    for (const words of ['Två timmar om dagen.', 'Försäkringskassan', 'Arbetsförmedlingen', 'Anteckning', 'Arbete']) expect(text).toContain(words);
    expect(text).not.toContain('Inte delad.');
    const [logged] = await behindTheLocks(running.database, `select purpose, case_id from audit_event where action = 'frozen-copy.printed'`);
    expect(logged).toEqual({ purpose: 'RECORDS', case_id: eva.caseId });
  });

  it.each([
    ['the colleague who was in the team', 'ahmed.af'],
    ['the unit’s supervisor', 'per.chef.af'],
  ])('does not exist for %s', async (_, hint) => {
    const unknown = await as(hint).get(`frozen-copies/${randomUUID()}`);
    const answer = await as(hint).get(`frozen-copies/${await theCopy()}`);
    expect(answer.status).toBe(404);
    expect({ ...answer.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
    expect((await as(hint).get(`frozen-copies/${await theCopy()}/document.pdf`)).status).toBe(404);
    expect((await as(hint).get('frozen-copies')).status).toBe(404);
  });

  it('is nothing to another unit’s records function', async () => {
    expect((await as('david.fk').get('frozen-copies')).body).toEqual({ items: [] });
    expect((await as('david.fk').get(`frozen-copies/${await theCopy()}`)).status).toBe(404);
  });

  it('is gone after 30 days, and the receipt stays', async () => {
    const id = await theCopy();
    expect(await purgeFrozenCopies(worker)).toBe(0);
    await running.clock.moveTo(new Date(Date.now() + 29 * DAY));
    expect(await purgeFrozenCopies(worker)).toBe(0);
    expect((await as('sara.af').get(`frozen-copies/${id}`)).body.items).toHaveLength(1);

    await running.clock.moveTo(new Date(Date.now() + 30 * DAY + 1000));
    expect((await as('sara.af').get(`frozen-copies/${id}`)).body.items).toBeNull();
    expect((await as('sara.af').get(`frozen-copies/${id}/document.pdf`)).status).toBe(404);
    expect(await purgeFrozenCopies(worker)).toBe(1);
    expect(await purgeFrozenCopies(worker)).toBe(0);
    expect((await as('sara.af').get(`frozen-copies/${id}`)).body).toMatchObject({ id, items: null, disclosures: 0, purgedAt: expect.any(String) });
    expect(await behindTheLocks(running.database, 'select content from frozen_copy where id = $1', [id])).toEqual([{ content: null }]);
  });
});
