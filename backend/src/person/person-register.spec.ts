import { DataSource } from 'typeorm';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import type { StaffActor } from '../access/actor.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Environment } from '../platform/config/environment.ts';
import { Database } from '../platform/database/database.ts';
import { IdentifierVault } from './identifier-vault.ts';
import { PersonRegister, type RegisteredPerson } from './person-register.ts';

const EVA = { digits12: '198008262381', kind: 'PERSONNUMMER', givenName: 'Eva', familyName: 'Lind' } as const;

describe('the register of persons', () => {
  let database: TestDatabase;
  let town: Town;
  let source: DataSource;
  let db: Database;
  let vault: IdentifierVault;
  let register: PersonRegister;

  beforeAll(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    source = await new DataSource({ type: 'postgres', url: database.urls.app }).initialize();
    db = new Database(source);
    const environment = new Environment();
    environment.IDENTIFIER_KEY = Buffer.alloc(32, 1).toString('base64');
    environment.IDENTIFIER_INDEX_KEY = Buffer.alloc(32, 2).toString('base64');
    vault = new IdentifierVault(environment);
    register = new PersonRegister(vault, new Clock(source));
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  afterEach(() => behindTheLocks(database, 'truncate person cascade'));

  const actor = (hint: string): StaffActor => {
    const { assignmentId, organisationId } = town.staff[hint]!;
    return { kind: 'STAFF', id: assignmentId, organisationId } as StaffActor;
  };
  const record = (hint: string, names: Partial<typeof EVA> | { givenName: string } = {}): Promise<RegisteredPerson> =>
    db.transaction(actor(hint), (tx) => register.findOrRecord(tx, actor(hint), { ...EVA, ...names }));

  it('records a new person with the number sealed and indexed', async () => {
    const { personId, protectedLevel } = await record('karin.fk');
    expect(protectedLevel).toBeNull();
    const [row] = await behindTheLocks<{ ciphertext: Buffer; blind_index: Buffer; kind: string; language: string }>(
      database,
      'select i.ciphertext, i.blind_index, i.kind, p.language from person_identifier i join person p on p.id = i.person_id where p.id = $1',
      [personId],
    );
    expect(row).toMatchObject({ kind: 'PERSONNUMMER', language: 'sv' });
    expect(vault.decrypt(row!.ciphertext)).toBe(EVA.digits12);
    expect(row!.blind_index.equals(vault.blindIndex(EVA.digits12))).toBe(true);
  });

  it('knows the same number again from another organisation, which leaves what was recorded alone', async () => {
    const first = await record('karin.fk');
    const second = await record('ahmed.af', { givenName: 'Eva Maria' });
    expect(second).toEqual(first);
    const names = await behindTheLocks(database, 'select given_name from person union all select given_name from person_registration order by 1');
    expect(names).toEqual([{ given_name: 'Eva' }, { given_name: 'Eva' }, { given_name: 'Eva Maria' }]);
  });

  it('makes one person of twenty recordings at once', async () => {
    const hints = ['karin.fk', 'ahmed.af', 'lena.region', 'sofia.kommun'];
    const found = await Promise.all(Array.from({ length: 20 }, (_, index) => record(hints[index % hints.length]!)));
    expect(new Set(found.map((person) => person.personId)).size).toBe(1);
    expect(await behindTheLocks(database, 'select count(*)::int as persons from person')).toEqual([{ persons: 1 }]);
  });

  it('tells that a person is protected, and leaves nothing when the caller refuses', async () => {
    const { personId } = await record('karin.fk');
    await behindTheLocks(database, `update person set protected_level = 'CONFIDENTIALITY_FLAG' where id = $1`, [personId]);
    const refusing = db.transaction(actor('ahmed.af'), async (tx) => {
      const found = await register.findOrRecord(tx, actor('ahmed.af'), EVA);
      expect(found).toEqual({ personId, protectedLevel: 'CONFIDENTIALITY_FLAG' });
      throw new Error('protected');
    });
    await expect(refusing).rejects.toThrow('protected');
    expect(
      await behindTheLocks(database, 'select count(*)::int as n from person_registration where organisation_id = $1', [town.organisation.af]),
    ).toEqual([{ n: 0 }]);
  });
});
