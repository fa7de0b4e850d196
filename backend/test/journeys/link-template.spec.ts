import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, type Json, signIn } from '../support/sign-in.ts';
import { makeTown, type Town } from '../support/town.ts';

const limits = {
  name: 'FK Sjöstad till AF Sjöstad',
  receiptDays: 2,
  ownerDays: 4,
  firstContactDays: 6,
  loopDays: 40,
  checklist: ['Personen vet om det'],
};

describe('templates of links', () => {
  let running: RunningApp, town: Town, admin: Client, maria: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    admin = await signIn(running.url, 'admin.drift');
    maria = await signIn(running.url, 'maria.chef.fk');
  });
  afterAll(() => running?.close());

  const list = async (client: Client): Promise<Json[]> => (await client.get<Json>('link-templates')).body.items;
  const edit = (id: string, version: number, body: object): ReturnType<Client['put']> =>
    admin.put(`link-templates/${id}`, body, { headers: { 'if-match': `"${version}"` } });
  const limitsVersion = async (id: string): Promise<number> =>
    (await behindTheLocks<{ v: number }>(running.database, 'select limits_version as v from link_template where id = $1', [id]))[0]!.v;

  it('come with the town, the narrowest first and the general one last', async () => {
    const templates = await list(maria);
    expect(templates.map(({ fromKind, toKind, ownerDays }) => [fromKind, toKind, ownerDays])).toEqual([
      ['FK', 'AF', 3],
      ['REGION', 'REGION', 3],
      ['KOMMUN', 'AF', 3],
      [null, null, 3],
    ]);
    expect(templates[0]!['checklist']).toContain('Inskrivning hos Arbetsförmedlingen är planerad, så att SGI skyddas');
  });

  it('are added for units by administrators, one for each link', async () => {
    const link = { ...limits, fromUnitId: town.unit.fk, toUnitId: town.unit.af };
    expect((await admin.post('link-templates', link)).status).toBe(201);
    expect((await list(admin))[0]).toMatchObject({
      ...limits,
      fromUnit: { id: town.unit.fk },
      toUnit: { id: town.unit.af },
      fromKind: null,
      version: 1,
    });
    const twin = await admin.post<Json>('link-templates', link);
    expect([twin.status, twin.body.type]).toEqual([409, 'urn:samspel:link-template.taken']);
  });

  it('are changed, and only changed limits move what is under way', async () => {
    const [template] = await list(admin);
    const { id } = template!;
    expect((await edit(id, 1, { ...limits, name: 'Vår länk' })).status).toBe(204);
    expect(await limitsVersion(id)).toBe(1);
    expect((await edit(id, 2, { ...limits, ownerDays: 5 })).status).toBe(204);
    expect(await limitsVersion(id)).toBe(2);
    expect((await edit(id, 2, limits)).status).toBe(412);
    expect((await list(admin))[0]).toMatchObject({ ownerDays: 5, version: 3 });
    expect((await edit(crypto.randomUUID(), 1, limits)).status).toBe(404);
  });

  it.each([
    [{ ownerDays: 1 }, '/ownerDays'],
    [{ loopDays: 5 }, '/loopDays'],
    [{ checklist: ['Samma', 'Samma '] }, '/checklist'],
    [{ receiptDays: 0 }, '/receiptDays'],
    [{ fromKind: 'FK', fromUnitId: true }, '/fromKind'],
    [{ fromUnitId: '01994e2a-7c11-7a30-9d7e-2f1b6a1d0c42' }, '/fromUnitId'],
    [{ toKind: 'FEDERATION' }, '/toKind'],
  ])('are refused when they cannot be right: %j', async (wrong, pointer) => {
    const body = { ...limits, ...wrong, ...('fromUnitId' in wrong && wrong.fromUnitId === true && { fromUnitId: town.unit.fk }) };
    const answer = await admin.post<Json>('link-templates', body);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, pointer]);
  });

  it('are read by supervisors and changed by administrators alone', async () => {
    const [template] = await list(maria);
    for (const hint of ['karin.fk', 'sara.af', 'forbund.ledare'])
      expect((await (await signIn(running.url, hint)).get('link-templates')).status).toBe(403);
    for (const hint of ['karin.fk', 'maria.chef.fk', 'forbund.ledare']) {
      const client = await signIn(running.url, hint);
      expect((await client.post('link-templates', limits)).status).toBe(403);
      expect((await client.put(`link-templates/${template!['id']}`, limits, { headers: { 'if-match': '"3"' } })).status).toBe(403);
    }
  });
});
