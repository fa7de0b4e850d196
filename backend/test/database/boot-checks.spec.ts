import { DataSource } from 'typeorm';
import { assertBoundRole, assertDeployment } from '../../src/platform/database/boot-checks.ts';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../support/database.ts';

describe('boot', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await freshDatabase()));
  afterAll(() => database?.drop());

  const connected = async (url: string, work: (source: DataSource) => Promise<unknown>): Promise<void> => {
    const source = await new DataSource({ type: 'postgres', url }).initialize();
    try {
      await work(source);
    } finally {
      await source.destroy();
    }
  };

  it('accepts the app role', () => connected(database.urls.app, (source) => expect(assertBoundRole(source)).resolves.toBeUndefined()));

  it('refuses a superuser', () => connected(database.adminUrl, (source) => expect(assertBoundRole(source)).rejects.toThrow(/superuser/)));

  it('refuses the owner of tables with case data', () =>
    connected(database.urls.owner, (source) => expect(assertBoundRole(source)).rejects.toThrow(/owner/)));

  it('refuses a role with BYPASSRLS', async () => {
    const role = `bypass_${database.name}`;
    await behindTheLocks(database, `create role ${role} login bypassrls password 'x'`);
    const url = new URL(database.urls.app);
    url.username = role;
    url.password = 'x';
    await connected(url.toString(), (source) => expect(assertBoundRole(source)).rejects.toThrow(/BYPASSRLS/));
    await behindTheLocks(database, `drop role ${role}`);
  });

  it('refuses the other kind of installation, and the kind cannot be changed', async () => {
    await connected(database.urls.app, async (source) => {
      await expect(assertDeployment(source, 'demo')).resolves.toBeUndefined();
      await expect(assertDeployment(source, 'production')).rejects.toThrow(/production process.*demo installation/);
    });
    await expect(behindTheLocks(database, `update deployment set kind = 'production'`)).rejects.toMatchObject({ code: '42501' });
    await expect(behindTheLocks(database, 'delete from deployment')).rejects.toMatchObject({ code: '42501' });
  });

  it('holds the clock still in production', async () => {
    await behindTheLocks(
      database,
      `alter table deployment disable trigger deployment_is_immutable; delete from demo_clock; update deployment set kind = 'production'; insert into demo_clock (kind) values ('production')`,
    );
    await expect(behindTheLocks(database, `update demo_clock set shift = interval '1 day'`)).rejects.toMatchObject({ code: '23514' });
  });
});
