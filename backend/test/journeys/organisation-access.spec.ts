import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeTown, type Town } from '../support/town.ts';

const ID = '00000000-0000-7000-8000-000000000000';

type Route = readonly [method: 'get' | 'post' | 'put', path: string];
const ADMINISTRATION: readonly Route[] = [
  ['post', 'organisations'],
  ['put', `organisations/${ID}/card`],
  ['put', `organisations/${ID}/contact`],
  ['post', 'units'],
  ['put', `units/${ID}`],
  ['put', `units/${ID}/closure`],
  ['get', 'staff'],
  ['get', `staff/${ID}`],
  ['post', 'staff'],
  ['put', `staff/${ID}`],
  ['put', `staff/${ID}/disabling`],
  ['put', `staff/${ID}/enabling`],
  ['post', 'assignments'],
  ['put', `assignments/${ID}`],
  ['put', `assignments/${ID}/end`],
  ['get', `assignments/${ID}/leave`],
  ['post', `assignments/${ID}/leave`],
  ['put', `leave/${ID}/cancellation`],
];

describe('who reaches the organisations', () => {
  let running: RunningApp;
  let town: Town;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
  });

  afterAll(() => running.close());

  const call = (client: Client, [method, path]: Route): ReturnType<Client['get']> =>
    method === 'get' ? client.get(path) : client[method](path, {}, { headers: { 'if-match': '"1"' } });

  it.each([
    ['karin.fk', 'staff', 403],
    ['maria.chef.fk', 'staff', 403],
    ['forbund.ledare', 'staff', 403],
    ['eva', 'citizen', 401],
  ] as const)('%s gets nothing of administration', async (hint, audience, expected) => {
    const client = await signIn(running.url, hint, audience);
    for (const route of ADMINISTRATION) {
      const { status, body } = await call(client, route);
      expect([route, status]).toEqual([route, expected]);
      expect(body).toMatchObject({ type: expected === 403 ? 'urn:samspel:policy.forbidden' : 'urn:samspel:auth.required' });
    }
  });

  it('an administrator gets past the door of every one of them', async () => {
    const client = await signIn(running.url, 'admin.drift', 'staff');
    for (const route of ADMINISTRATION) expect([200, 404, 422]).toContain((await call(client, route)).status);
  });

  it('every staff member reads organisation cards, and a citizen none', async () => {
    for (const hint of ['karin.fk', 'maria.chef.fk', 'forbund.ledare', 'admin.drift']) {
      const client = await signIn(running.url, hint, 'staff');
      expect((await client.get('organisations')).status).toBe(200);
      expect((await client.get(`organisations/${town.organisation.af}`)).status).toBe(200);
      expect((await client.get(`organisations/${ID}`)).status).toBe(404);
    }
    const eva = await signIn(running.url, 'eva', 'citizen');
    expect((await eva.get('organisations')).status).toBe(401);
  });

  describe('the people picker', () => {
    let karin: Client;
    const names = async (query: string): Promise<string[]> => {
      const { status, body } = await karin.get(`colleagues?${query}`);
      expect(status).toBe(200);
      return (body as { items: { name: string }[] }).items.map((item) => item.name);
    };

    beforeAll(async () => {
      karin = await signIn(running.url, 'karin.fk', 'staff');
      await behindTheLocks(running.database, 'update organisation set contact_assignment_id = $2 where id = $1', [
        town.organisation.af,
        town.staff['sara.af']!.assignmentId,
      ]);
    });

    it.each(['q=k', 'q=', 'q=%25%25', 'q=k%20', 'q=12'])('refuses %s: two letters at least', async (query) => {
      const { status, body } = await karin.get(`colleagues?${query}`);
      expect([status, body]).toMatchObject([422, { errors: [{ pointer: '/q' }] }]);
    });

    it('refuses a search for nothing at all', async () => {
      expect((await karin.get('colleagues')).status).toBe(422);
    });

    it('finds the own organisation by any part of the name that is begun', async () => {
      expect(await names('q=ma')).toEqual(['Maria Ståhl']);
      expect(await names('q=da%20no')).toEqual(['David Norén']);
      expect(await names('q=st%C3%A5')).toEqual(['Maria Ståhl']);
      expect(await names('q=oren')).toEqual([]);
    });

    it('finds of other organisations their contact and nobody else', async () => {
      expect(await names('q=sa')).toEqual(['Sara Lundgren']);
      expect(await names(`q=sara&organisationId=${town.organisation.af}`)).toEqual(['Sara Lundgren']);
      for (const hidden of ['ahmed', 'lena', 'sofia', 'per']) expect(await names(`q=${hidden}`)).toEqual([]);
      expect(await names(`q=ahmed&organisationId=${town.organisation.af}`)).toEqual([]);
    });

    it('never shows an address or a number of anybody', async () => {
      const { body } = await karin.get('colleagues?q=sara');
      expect(Object.keys((body as { items: object[] }).items[0]!).sort()).toEqual([
        'assignmentId',
        'givenName',
        'isContact',
        'name',
        'organisation',
        'title',
        'unit',
      ]);
    });

    it('leaves out who has left, is not there yet or is disabled', async () => {
      const { assignmentId, staffMemberId } = town.staff['david.fk']!;
      for (const [change, undo] of [
        ['valid_to = app.domain_today() - 1', 'valid_to = null'],
        ['valid_from = app.domain_today() + 1', `valid_from = '2026-01-01'`],
      ]) {
        await behindTheLocks(running.database, `update assignment set ${change} where id = $1`, [assignmentId]);
        expect(await names('q=david')).toEqual([]);
        await behindTheLocks(running.database, `update assignment set ${undo} where id = $1`, [assignmentId]);
      }
      await behindTheLocks(running.database, 'update staff_member set disabled_at = clock_timestamp() where id = $1', [staffMemberId]);
      expect(await names('q=david')).toEqual([]);
      await behindTheLocks(running.database, 'update staff_member set disabled_at = null where id = $1', [staffMemberId]);
      expect(await names('q=david')).toEqual(['David Norén']);
    });

    it.each(['admin.drift', 'forbund.ledare'])('is not for %s', async (hint) => {
      const client = await signIn(running.url, hint, 'staff');
      expect((await client.get('colleagues?q=karin')).status).toBe(403);
    });
  });
});
