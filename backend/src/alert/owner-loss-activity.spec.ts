import pg from 'pg';
import { makeActivity } from '../../test/support/activity.ts';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { localTime, makeCases, setClock } from '../../test/support/timed-handover.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { watchOwners } from './owner-loss.ts';

describe('the owner of an activity is lost', () => {
  let database: TestDatabase, town: Town, pool: pg.Pool, caseId: string;
  beforeEach(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 });
    // An ended pool's connections may still be closing when the database goes.
    pool.on('error', () => undefined);
    await setClock(database, localTime('2026-11-25T10:00'));
    [caseId] = (await makeCases(database, town, 1, 'lena.region', 'lena.region', ['karin.fk', 'david.fk', 'ahmed.af'])) as [string];
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const sql = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks<Row>(database, text, values);
  const look = (): Promise<object> => watchOwners(pool, new Outbox());
  const activity = (wish: Parameters<typeof makeActivity>[3] = {}): Promise<string> => makeActivity({ database }, town, caseId, wish);
  const gone = (hint = 'karin.fk'): Promise<object[]> => sql(`update assignment set valid_to = '2026-11-24' where id = $1`, [id(hint)]);
  const back = (): Promise<object[]> => sql('update assignment set valid_to = null where id = $1', [id('karin.fk')]);
  const searches = (): Promise<Record<string, unknown>[]> =>
    sql(
      'select scope, activity_id, state, owner_lost, accountable_assignment_id as accountable, origin, next_timer from handover order by created_at, id',
    );
  const lost = async (): Promise<unknown[]> =>
    (await sql('select id from plan_activity where owner_lost_at is not null order by id')).map((row) => row['id']);

  const nobody = { lost: 0, returned: 0, rerouted: 0 };
  const search = (activityId: string): object => ({
    ...{ scope: 'ACTIVITY', activity_id: activityId, state: 'OFFERED', owner_lost: true, origin: 'OWNER_LOST' },
    ...{ accountable: id('maria.chef.fk'), next_timer: 'RECEIPT' },
  });

  it('whoever stands in answers for each of them at once, and the case keeps its owner', async () => {
    const ids = [await activity(), await activity({ state: 'IN_PROGRESS' }), await activity({ asked: 'af', audience: ['af'] })];
    await activity({ owner: 'ahmed.af' });
    expect(await look()).toEqual(nobody);
    const [before] = await sql('select version from coordination_case');
    await gone();
    expect(await look()).toEqual({ ...nobody, lost: 3 });
    expect(new Set(await searches())).toEqual(new Set(ids.map(search)));
    expect(await lost()).toEqual(ids.toSorted());
    expect(await sql('select version, owner_lost_at from coordination_case')).toEqual([{ ...before, owner_lost_at: null }]);
    const alerts = await sql('select l.rung, l.reason_code as code, r.assignment_id as to from alert l join alert_recipient r on r.alert_id = l.id');
    expect(alerts).toEqual(ids.map(() => ({ rung: 'OWNER_LOST', code: 'ASSIGNMENT_ENDED', to: id('maria.chef.fk') })));
    expect(await sql('select distinct kind, params, text from timeline_event')).toEqual([{ kind: 'handover.owner-lost', params: { scope: 'ACTIVITY' }, text: null }]);
    expect(await look()).toEqual(nobody);
  }); // prettier-ignore

  it('beside the case’s own owner, each for itself', async () => {
    const mine = await activity({ owner: 'lena.region' });
    await gone('lena.region');
    expect(await look()).toEqual({ ...nobody, lost: 3 });
    expect((await searches()).map(({ scope, activity_id }) => `${String(scope)} ${String(activity_id)}`).toSorted()).toEqual([
      `ACTIVITY ${mine}`,
      'CASE_OWNERSHIP null',
      'COORDINATOR_ROLE null',
    ]);
  });

  it('what is finished, removed or nobody else’s to know of is left alone', async () => {
    await activity({ state: 'COMPLETED' });
    await activity({ shared: false });
    const removed = await activity();
    await sql('update plan_item set removed_at = app.domain_now() where id = $1', [removed]);
    await gone();
    expect(await look()).toEqual(nobody);
    // Taken back out of the bin it is somebody's work again, and has nobody.
    await sql('update plan_item set removed_at = null where id = $1', [removed]);
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    expect(await searches()).toEqual([search(removed)]);
  });

  it('a search is called off when the owner is back', async () => {
    const activityId = await activity();
    await gone();
    await look();
    await back();
    expect(await look()).toEqual({ ...nobody, returned: 1 });
    expect(await searches()).toEqual([{ ...search(activityId), state: 'REVOKED', owner_lost: false, accountable: id('karin.fk'), next_timer: null }]);
    expect(await lost()).toEqual([]);
    expect(await sql('select resolution from alert')).toEqual([{ resolution: 'OWNER_EXISTS' }]);
    expect(await look()).toEqual(nobody);
  });

  it('whoever stands in may be lost too', async () => {
    await activity();
    await sql('update organisation set contact_assignment_id = $1 where id = $2', [id('david.fk'), town.organisation.fk]);
    await gone();
    await look();
    await gone('maria.chef.fk');
    expect(await look()).toEqual({ ...nobody, rerouted: 1 });
    expect((await searches())[0]).toMatchObject({ accountable: id('david.fk'), owner_lost: true });
  });

  it('is not lost any more once somebody else has it, or it is over', async () => {
    const [taken, over] = [await activity(), await activity()];
    await gone();
    await look();
    await sql('update plan_activity set owner_assignment_id = $2 where id = $1', [taken, id('david.fk')]);
    await sql(`update plan_activity set state = 'COMPLETED', completed_at = app.domain_now() where id = $1`, [over]);
    expect(await lost()).toEqual([]);
  });

  it('asks no whole table: what it costs follows from who has left', async () => {
    for (const owner of ['karin.fk', 'ahmed.af', 'lena.region']) await activity({ owner });
    await sql(
      `with made as (
         insert into plan_item (id, plan_id, case_id, kind, organisation_id, author_assignment_id, content, shared_at)
           select uuidv7(), i.plan_id, i.case_id, i.kind, i.organisation_id, i.author_assignment_id, i.content, i.shared_at
           from plan_item i cross join generate_series(1, 1000) where i.author_assignment_id <> $1 returning id, plan_id, case_id, organisation_id, author_assignment_id)
       insert into plan_activity (id, plan_id, case_id, provider, state, owner_organisation_id, owner_assignment_id, due_on)
         select id, plan_id, case_id, 'INTERVENTION', 'PLANNED', organisation_id, author_assignment_id, '2026-12-18' from made`,
      [id('karin.fk')],
    );
    await sql('update plan_activity t set in_force = true');
    await sql('vacuum analyze plan_activity');
    await gone();
    expect(await look()).toMatchObject({ lost: 1 });
    const rowsRead = async (): Promise<number> => {
      // What a connection has counted shows when it asks again.
      const client = await pool.connect();
      await client.query('select pg_stat_force_next_flush()');
      client.release();
      return Number((await sql<{ n: string }>(`select seq_tup_read as n from pg_stat_user_tables where relname = 'plan_activity'`))[0]!.n);
    };
    const before = await rowsRead();
    expect(await look()).toEqual(nobody);
    expect((await rowsRead()) - before).toBe(0);
  }, 60_000);
});
