import { DataSource } from 'typeorm';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { makeTown, type Town } from '../../../test/support/town.ts';
import { Database, type Tx } from '../../platform/database/database.ts';
import { requireNothingLeft } from './leaving.ts';

describe('leaving an assignment', () => {
  let database: TestDatabase;
  let town: Town;
  let source: DataSource;
  let db: Database;

  beforeAll(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    source = await new DataSource({ type: 'postgres', url: database.urls.app }).initialize();
    db = new Database(source);
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  afterEach(async () => {
    await behindTheLocks(database, 'truncate person cascade');
    await behindTheLocks(database, 'update assignment set valid_to = null');
    await behindTheLocks(database, 'update staff_member set disabled_at = null');
    await behindTheLocks(database, 'update organisation set contact_assignment_id = null');
  });

  const idOf = (hint: string): string => town.staff[hint]!.assignmentId;
  const asAdministrator = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction({ id: idOf('admin.drift') }, work);

  /** Opens a case under `hint` the way the application does: as oneself, behind row security. */
  const openCase = async (hint: string): Promise<string> => {
    const [person] = await behindTheLocks<{ id: string }>(
      database,
      `insert into person (given_name, family_name) values ('Test', 'Test') returning id`,
    );
    const id = crypto.randomUUID();
    await db.transaction({ id: idOf(hint) }, (tx) =>
      tx.query(
        `insert into coordination_case (id, person_id, area_id, reason, asked_form, asked_on, owner_assignment_id, coordinator_assignment_id, opened_by_assignment_id)
         values ($1, $2, $3, 'x', 'ORAL', '2026-11-01', $4, $4, $4)`,
        [id, person!.id, town.areaId, idOf(hint)],
      ),
    );
    return id;
  };
  /** Whoever answers for a case is in its team. */
  const join = (caseId: string, hint: string): Promise<unknown> =>
    behindTheLocks(
      database,
      `insert into participation (case_id, assignment_id, organisation_id, role, mandate) values ($1, $2, $3, 'x', 'MAY_DECIDE')`,
      [caseId, idOf(hint), town.staff[hint]!.organisationId],
    );
  const end = (hint: string): Promise<void> =>
    asAdministrator(async (tx) => {
      await tx.query('select 1 from assignment where id = $1 for update', [idOf(hint)]);
      await requireNothingLeft(tx, [idOf(hint)]);
      await tx.query(`update assignment set valid_to = app.domain_today() - 1 where id = $1`, [idOf(hint)]);
    });

  it('is free when it answers for nothing', async () => {
    await expect(end('karin.fk')).resolves.toBeUndefined();
  });

  it('is refused with the number of open cases it owns or coordinates', async () => {
    await openCase('karin.fk');
    const led = await openCase('ahmed.af');
    for (const hint of ['ahmed.af', 'karin.fk']) await join(led, hint);
    await behindTheLocks(database, 'update coordination_case set coordinator_assignment_id = $2 where id = $1', [led, idOf('karin.fk')]);
    await expect(end('karin.fk')).rejects.toMatchObject({ status: 409, code: 'assignment.accountable', more: { extra: { count: 2 } } });
  });

  it('is free again when the cases are closed', async () => {
    const id = await openCase('karin.fk');
    await behindTheLocks(
      database,
      `update coordination_case set status = 'CLOSED', closed_at = app.domain_now(), closed_by_assignment_id = $2, closing_reason = 'MOVED' where id = $1`,
      [id, idOf('karin.fk')],
    );
    await expect(end('karin.fk')).resolves.toBeUndefined();
  });

  it('is refused while it is the contact of its organisation', async () => {
    await behindTheLocks(database, 'update organisation set contact_assignment_id = $2 where id = $1', [town.organisation.fk, idOf('karin.fk')]);
    await expect(end('karin.fk')).rejects.toMatchObject({ status: 409, code: 'assignment.contact' });
  });

  it('tells the number to administrators alone', async () => {
    for (const hint of ['karin.fk', 'maria.chef.fk', 'forbund.ledare']) {
      const count = db.transaction({ id: idOf(hint) }, (tx) => tx.query('select app.accountable_for($1)', [idOf(hint)]));
      await expect(count).rejects.toMatchObject({ code: '42501' });
    }
    await expect(source.query('select app.accountable_for($1)', [idOf('karin.fk')])).rejects.toMatchObject({ code: '42501' });
  });

  it('leaves nobody who could be made to answer for a case: the database refuses', async () => {
    await behindTheLocks(database, 'update assignment set valid_to = app.domain_today() - 1 where id = $1', [idOf('karin.fk')]);
    await expect(openCase('karin.fk')).rejects.toMatchObject({ code: '23514', constraint: 'accountable_is_active' });
    await behindTheLocks(database, 'update staff_member set disabled_at = clock_timestamp() where id = $1', [town.staff['ahmed.af']!.staffMemberId]);
    await expect(openCase('ahmed.af')).rejects.toMatchObject({ constraint: 'accountable_is_active' });
    const id = await openCase('lena.region');
    for (const hint of ['lena.region', 'ahmed.af']) await join(id, hint);
    const toAhmed = behindTheLocks(database, 'update coordination_case set coordinator_assignment_id = $2 where id = $1', [id, idOf('ahmed.af')]);
    await expect(toAhmed).rejects.toMatchObject({ constraint: 'accountable_is_active' });
  });

  it('and opening a case at the same moment never both succeed', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 25; round += 1) {
      const [ended, opened] = await Promise.allSettled([end('karin.fk'), openCase('karin.fk')]);
      outcomes.add(`${ended.status} ${opened.status}`);
      await behindTheLocks(database, 'truncate person cascade');
      await behindTheLocks(database, 'update assignment set valid_to = null');
    }
    expect([...outcomes].filter((outcome) => !['fulfilled rejected', 'rejected fulfilled'].includes(outcome))).toEqual([]);
  }, 30_000);
});
