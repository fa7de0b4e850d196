import { type RunningApp, startApp } from '../support/app.ts';
import { behindTheLocks } from '../support/database.ts';
import { type Client, signIn } from '../support/sign-in.ts';
import { makeTown, type Town } from '../support/town.ts';
import { IdentifierVault } from '../../src/person/identifier-vault.ts';
import { LOOKUPS_AN_HOUR } from '@samspel/shared/person/lookup.ts';

const LOOKUPS = 'person-lookups';
const EVA = '198008262381';

describe('looking up a personnummer', () => {
  let running: RunningApp;
  let town: Town;
  let karin: Client;
  let ahmed: Client;

  beforeAll(async () => {
    running = await startApp();
    town = await makeTown(running);
    karin = await signIn(running.url, 'karin.fk', 'staff');
    ahmed = await signIn(running.url, 'ahmed.af', 'staff');
    await registerAtFk(EVA, 'Eva', 'Lind');
  });

  afterAll(() => running.close());
  afterEach(() => behindTheLocks(running.database, 'delete from person_lookup'));

  /** Known to Försäkringskassan and nobody else. */
  async function registerAtFk(number: string, givenName: string, familyName: string): Promise<string> {
    const vault = running.app.get(IdentifierVault, { strict: false });
    const [person] = await behindTheLocks<{ id: string }>(
      running.database,
      'insert into person (given_name, family_name) values ($1, $2) returning id',
      [givenName, familyName],
    );
    await behindTheLocks(
      running.database,
      `insert into person_identifier (person_id, kind, ciphertext, blind_index, valid_from) values ($1, 'PERSONNUMMER', $2, $3, '2020-01-01')`,
      [person!.id, vault.encrypt(number), vault.blindIndex(number)],
    );
    await behindTheLocks(
      running.database,
      'insert into person_registration (person_id, organisation_id, given_name, family_name, registered_by_assignment_id) values ($1, $2, $3, $4, $5)',
      [person!.id, town.organisation.fk, givenName, familyName, town.staff['karin.fk']!.assignmentId],
    );
    return person!.id;
  }

  it.each(['198008262381', '19800826-2381', '8008262381', '800826-2381'])(
    'finds whom the own organisation has recorded, written as %s',
    async (personalNumber) => {
      const { status, body } = await karin.post(LOOKUPS, { personalNumber });
      expect(status).toBe(200);
      expect(body).toEqual({ found: true, person: { givenName: 'Eva', familyName: 'Lind', maskedNumber: '••••••••-2381' } });
    },
  );

  it('answers another organisation as if nobody were known', async () => {
    const known = await ahmed.post(LOOKUPS, { personalNumber: EVA });
    const unknown = await ahmed.post(LOOKUPS, { personalNumber: '198008292396' });
    expect(known.status).toBe(200);
    expect(known.body).toEqual({ found: false });
    expect(known.body).toEqual(unknown.body);
  });

  it('answers a protected person as if nobody were known', async () => {
    const id = await registerAtFk('198203152387', 'Test', 'Skyddad');
    await behindTheLocks(running.database, `update person set protected_level = 'PROTECTED_REGISTRATION' where id = $1`, [id]);
    expect((await karin.post(LOOKUPS, { personalNumber: '198203152387' })).body).toEqual({ found: false });
  });

  it('is logged with who asked and, when found, about whom', async () => {
    await karin.post(LOOKUPS, { personalNumber: EVA });
    const [row] = await behindTheLocks<Record<string, unknown>>(
      running.database,
      `select e.actor_id, e.field_class, p.given_name from audit_event e join person p on p.id = e.person_id where e.action = 'person.looked-up' order by e.recorded_at desc limit 1`,
    );
    expect(row).toEqual({ actor_id: town.staff['karin.fk']!.assignmentId, field_class: 'IDENTITY', given_name: 'Eva' });
  });

  it.each([
    ['198101012387', 'checksum'],
    ['198102302380', 'date'],
    ['20991121-2385', 'checksum'],
    ['19810101238', 'length'],
    ['19810101-23x6', 'digits'],
  ])('refuses %s (%s) without echoing it, and it does not count', async (personalNumber, code) => {
    const { status, body } = await karin.post(LOOKUPS, { personalNumber });
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: 'urn:samspel:content.invalid', errors: [{ pointer: '/personalNumber', code }] });
    expect(JSON.stringify(body)).not.toContain(personalNumber.slice(-4));
    expect(await behindTheLocks(running.database, 'select 1 from person_lookup')).toEqual([]);
  });

  it('refuses a number that lies ahead', async () => {
    // Right by every rule but time: the child on the list, on the day before birth.
    await behindTheLocks(running.database, `update assignment set valid_from = '2018-01-01'`);
    await running.clock.moveTo(new Date('2018-11-20T12:00:00Z'));
    const { status, body } = await karin.post(LOOKUPS, { personalNumber: '201811212388' }).finally(() => running.clock.reset());
    expect([status, body]).toMatchObject([422, { errors: [{ code: 'future' }] }]);
  });

  it('refuses in the demo what could be somebody’s own number', async () => {
    const { status, body } = await karin.post(LOOKUPS, { personalNumber: '200007882384' });
    expect(status).toBe(422);
    expect(body).toMatchObject({ type: 'urn:samspel:identifier.not_a_test_number' });
  });

  it('refuses unknown names in the body, and numbers of another type', async () => {
    const unknown = await karin.post(LOOKUPS, { personalNumber: EVA, organisationId: town.organisation.af });
    expect([unknown.status, unknown.body]).toMatchObject([400, { errors: [{ pointer: '/organisationId', code: 'unknown' }] }]);
    expect((await karin.post(LOOKUPS, { personalNumber: 198008262381 })).status).toBe(400);
    expect((await karin.post(LOOKUPS, {})).status).toBe(422);
  });

  it(`gives each person ${LOOKUPS_AN_HOUR} an hour, also when all are sent at once`, async () => {
    const statuses = await Promise.all(Array.from({ length: LOOKUPS_AN_HOUR + 5 }, async () => karin.post(LOOKUPS, { personalNumber: EVA })));
    expect(statuses.filter(({ status }) => status === 200)).toHaveLength(LOOKUPS_AN_HOUR);
    const refused = statuses.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(3500);
    expect((await ahmed.post(LOOKUPS, { personalNumber: EVA })).status).toBe(200);
    await behindTheLocks(running.database, `update person_lookup set at = at - interval '61 minutes'`);
    expect((await karin.post(LOOKUPS, { personalNumber: EVA })).status).toBe(200);
  });

  it.each([
    ['admin.drift', 'staff', 403],
    ['forbund.ledare', 'staff', 403],
    ['eva', 'citizen', 401],
  ] as const)('is not for %s', async (hint, audience, expected) => {
    const client = await signIn(running.url, hint, audience);
    expect((await client.post(LOOKUPS, { personalNumber: EVA })).status).toBe(expected);
  });
});
