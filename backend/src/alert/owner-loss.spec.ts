import pg from 'pg';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { localTime, makeCases, makeTimedHandovers, setClock } from '../../test/support/timed-handover.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { watchOwners } from './owner-loss.ts';
import { sweep } from './sweep.ts';

describe('an owner is lost', () => {
  let database: TestDatabase, town: Town, pool: pg.Pool, caseId: string;
  beforeEach(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 });
    // An ended pool's connections may still be closing when the database goes.
    pool.on('error', () => undefined);
    await setClock(database, localTime('2026-11-25T10:00'));
    [caseId] = (await makeCases(database, town, 1, 'karin.fk', 'lena.region', ['ahmed.af'])) as [string];
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const id = (hint: string): string => town.staff[hint]!.assignmentId;
  const sql = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks<Row>(database, text, values);
  const look = (): Promise<object> => watchOwners(pool, new Outbox());
  const away = (hint: string, deputy: string | null = null): Promise<object[]> =>
    sql(`insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-12-20', $2)`, [
      id(hint),
      deputy && id(deputy),
    ]);
  const back = (hint: string): Promise<object[]> => sql('update leave set cancelled_at = now() where assignment_id = $1', [id(hint)]);
  const handovers = (): Promise<Record<string, unknown>[]> => sql('select * from handover order by created_at, id');
  const flags = async (): Promise<boolean[]> =>
    (
      await sql<{ flags: boolean[] }>(
        'select array[owner_lost_at is not null, coordinator_lost_at is not null] as flags from coordination_case where id = $1',
        [caseId],
      )
    )[0]!.flags;

  const nobody = { lost: 0, returned: 0, rerouted: 0 };

  it('does nothing while everybody answers, or a deputy does', async () => {
    await away('karin.fk', 'david.fk');
    expect(await look()).toEqual(nobody);
    expect(await handovers()).toEqual([]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['the assignment has ended', 'ASSIGNMENT_ENDED', () => sql(`update assignment set valid_to = '2026-11-24' where id = $1`, [id('karin.fk')])],
    ['the account is switched off', 'STAFF_DISABLED', () => sql('update staff_member set disabled_at = now() where id = $1', [town.staff['karin.fk']!.staffMemberId])],
    ['leave without a deputy', 'AWAY', () => away('karin.fk')],
    ['the deputy is away too', 'AWAY', async () => [await away('karin.fk', 'david.fk'), await away('david.fk')]],
    ['the deputy has left', 'AWAY', async () => [await away('karin.fk', 'david.fk'), await sql(`update assignment set valid_to = '2026-11-24' where id = $1`, [id('david.fk')])]],
  ])('%s: the supervisor answers at once, and the clock starts', async (_, cause, lose) => {
    await lose();
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    const [handover, ...others] = await handovers();
    expect(others).toEqual([]);
    expect(handover).toMatchObject({
      ...{ case_id: caseId, scope: 'CASE_OWNERSHIP', origin: 'OWNER_LOST', state: 'OFFERED', court: 'RECEIVER', owner_lost: true },
      ...{ from_assignment_id: id('karin.fk'), to_unit_id: town.unit.fk, accountable_assignment_id: id('maria.chef.fk'), epoch: 1, next_timer: 'RECEIPT' },
    });
    const due = (handover!['owner_due_at'] as Date).getTime() - localTime('2026-11-30T10:00').getTime();
    expect(due).toBeGreaterThanOrEqual(0);
    expect(due).toBeLessThan(60_000);
    expect(handover!['stalled_from']).toEqual(handover!['offered_at']);
    expect(await flags()).toEqual([true, false]);
    const alerts = await sql('select l.rung, l.reason_code as code, r.assignment_id as to from alert l join alert_recipient r on r.alert_id = l.id');
    expect(alerts).toEqual([{ rung: 'OWNER_LOST', code: cause, to: id('maria.chef.fk') }]);
    expect(await sql('select act, from_state, to_state, reason_code, actor_assignment_id as by from handover_transition')).toEqual([{ act: 'lose-owner', from_state: 'DRAFT', to_state: 'OFFERED', reason_code: cause, by: null }]);
    expect(await sql('select kind, params from timeline_event')).toEqual([{ kind: 'handover.owner-lost', params: { scope: 'CASE_OWNERSHIP' } }]);
    expect(await sql('select kind, case_id, recipient_assignment_id as to from notice')).toEqual([{ kind: 'handover.owner-lost', case_id: null, to: id('maria.chef.fk') }]);
    expect(await sql(`select data->>'assignmentId' as to from pgboss.job where name = 'mail'`)).toEqual([{ to: id('maria.chef.fk') }]);
    expect(await look()).toEqual(nobody);
  }); // prettier-ignore

  it('a unit that is closed finds no new owner: whoever stands in looks in their own', async () => {
    const [main] = await sql<{ id: string }>(`insert into unit (organisation_id, name) values ($1, 'Regionkontoret') returning id`, [
      town.organisation.fk,
    ]);
    await sql('update assignment set unit_id = $1 where id = $2', [main!.id, id('maria.chef.fk')]);
    await sql(`update unit set parent_unit_id = $1, closed_on = '2026-11-25' where id = $2`, [main!.id, town.unit.fk]);
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    expect((await handovers())[0]).toMatchObject({
      from_unit_id: town.unit.fk,
      to_unit_id: main!.id,
      accountable_assignment_id: id('maria.chef.fk'),
    });
  });

  it('the coordinator likewise, each for itself', async () => {
    await away('lena.region');
    await away('karin.fk');
    expect(await look()).toEqual({ ...nobody, lost: 2 });
    const scopes = (await handovers()).map((each) => [each['scope'], each['from_organisation_id']]);
    expect(new Set(scopes.map(String))).toEqual(new Set([`CASE_OWNERSHIP,${town.organisation.fk}`, `COORDINATOR_ROLE,${town.organisation.region}`]));
    expect(await flags()).toEqual([true, true]);
    await back('lena.region');
    expect(await look()).toEqual({ ...nobody, returned: 1 });
    expect(await flags()).toEqual([true, false]);
  }); // prettier-ignore

  it('what was already offered goes on, with the same clock, and comes back to its sender', async () => {
    const [sent] = await makeTimedHandovers(database, town, [{ state: 'RECEIVED', since: localTime('2026-11-24T10:00'), caseId }]);
    const [before] = await handovers();
    await away('karin.fk');
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    const [lost, ...others] = await handovers();
    expect(others).toEqual([]);
    expect(lost).toMatchObject({ id: sent!.id, state: 'RECEIVED', origin: 'OFFER', owner_lost: true, accountable_assignment_id: id('maria.chef.fk'), owner_due_at: before!['owner_due_at'], next_timer_at: before!['next_timer_at'] });
    expect(lost!['stalled_from']).toEqual(lost!['offered_at']);
    await back('karin.fk');
    expect(await look()).toEqual({ ...nobody, returned: 1 });
    expect((await handovers())[0]).toMatchObject({ state: 'RECEIVED', owner_lost: false, accountable_assignment_id: id('karin.fk'), stalled_from: before!['receipt_due_at'] });
    expect(await sql('select act from handover_transition order by id')).toEqual([{ act: 'lose-owner' }, { act: 'owner-returns' }]);
    expect(await sql('select resolution from alert')).toEqual([{ resolution: 'OWNER_EXISTS' }]);
    await sql('update leave set cancelled_at = null');
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    expect(await sql('select rung, resolution from alert')).toEqual([{ rung: 'OWNER_LOST', resolution: null }]);
  }); // prettier-ignore

  it('a search is called off when the owner is back', async () => {
    await away('karin.fk');
    await look();
    const [begun] = await handovers();
    await sql('update handover set nominee_assignment_id = $1', [id('david.fk')]);
    await back('karin.fk');
    expect(await look()).toEqual({ ...nobody, returned: 1 });
    expect((await handovers())[0]).toMatchObject({ id: begun!['id'], state: 'REVOKED', court: 'NOBODY', owner_lost: false, accountable_assignment_id: id('karin.fk'), next_timer: null, stalled_from: null });
    expect(await flags()).toEqual([false, false]);
    expect(await sql('select act, to_state, reason_code from handover_transition order by id')).toEqual([expect.anything(), { act: 'revoke', to_state: 'REVOKED', reason_code: 'OWNER_RETURNED' }]);
    expect(await sql('select resolution from alert')).toEqual([{ resolution: 'OWNER_EXISTS' }]);
    expect((await sql('select kind from timeline_event order by id')).map(({ kind }) => kind as string)).toEqual(['handover.owner-lost', 'handover.owner-returned']);
    expect(await sql('select recipient_assignment_id as to from notice where kind = $1', ['handover.revoked'])).toEqual([{ to: id('david.fk') }]);
    expect(await look()).toEqual(nobody);
  }); // prettier-ignore

  it('whoever stands in may be lost too: deputy, the unit above, the contact, in turn', async () => {
    const accountable = async (): Promise<unknown> => (await handovers())[0]!['accountable_assignment_id'];
    await sql('update organisation set contact_assignment_id = $1 where id = $2', [id('david.fk'), town.organisation.fk]);
    const [main] = await sql<{ id: string }>(`insert into unit (organisation_id, name) values ($1, 'Regionkontoret') returning id`, [town.organisation.fk]);
    await sql('update unit set parent_unit_id = $1 where id = $2', [main!.id, town.unit.fk]);
    const [above] = await sql<{ id: string }>(
      `with s as (insert into staff_member (given_name, family_name, org_affiliation) values ('Inga', 'Ek', 'inga@fk') returning id)
       insert into assignment (staff_member_id, unit_id, organisation_id, title, role, valid_from) select id, $1, $2, 'chef', 'SUPERVISOR', '2026-01-01' from s returning id`,
      [main!.id, town.organisation.fk],
    );
    await away('karin.fk');
    await look();
    expect(await accountable()).toBe(id('maria.chef.fk'));
    await away('maria.chef.fk');
    expect(await look()).toEqual({ ...nobody, rerouted: 1 });
    expect(await accountable()).toBe(above!.id);
    await sql(`update assignment set valid_to = '2026-11-24' where id = $1`, [above!.id]);
    expect(await look()).toEqual({ ...nobody, rerouted: 1 });
    expect(await accountable()).toBe(id('david.fk'));
    expect(await look()).toEqual(nobody);
    const told = await sql('select r.assignment_id as to from alert l join alert_recipient r on r.alert_id = l.id where l.rung = $1', ['OWNER_LOST']);
    expect(new Set(told.map(({ to }) => to as string))).toEqual(new Set([id('maria.chef.fk'), above!.id, id('david.fk')]));
  }); // prettier-ignore

  it('a search that ended without an owner begins again', async () => {
    await away('karin.fk');
    await look();
    await sql(`update handover set state = 'DECLINED', decline_code = 'NO_CAPACITY', owner_lost = false, ended_at = app.domain_now(), closed_at = app.domain_now(), next_timer = null, next_timer_at = null`);
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    expect((await handovers()).map(({ state }) => state)).toEqual(['DECLINED', 'OFFERED']);
  }); // prettier-ignore

  it('after acceptance the new owner’s loss continues the chain, and the ladder tells whoever stands in', async () => {
    const [taken] = await makeTimedHandovers(database, town, [{ state: 'IN_PROGRESS', since: localTime('2026-11-24T10:00'), caseId }]);
    await sql('update coordination_case set owner_assignment_id = $1', [id('ahmed.af')]);
    await sql(`update assignment set valid_to = '2026-11-24' where id = $1`, [id('ahmed.af')]);
    expect(await look()).toEqual({ ...nobody, lost: 1 });
    expect((await handovers())[1]).toMatchObject({ origin: 'OWNER_LOST', from_assignment_id: id('ahmed.af'), previous_handover_id: taken!.id, direction: 'FORWARD', accountable_assignment_id: id('per.chef.af') });
    await setClock(database, localTime('2026-12-01T12:00'));
    await sweep(pool, new Outbox());
    const told = await sql('select l.rung, r.assignment_id as to from alert l join alert_recipient r on r.alert_id = l.id where l.rung = $1', ['LIMIT']);
    expect(told.map(({ to }) => to as string).toSorted()).toEqual([id('per.chef.af'), id('sara.af')].toSorted());
  }); // prettier-ignore

  it('many at once, by several processes, each case once; a case somebody works in follows later', async () => {
    const cases = await makeCases(database, town, 450);
    await away('karin.fk');
    const act = new pg.Client({ connectionString: database.adminUrl });
    await act.connect();
    await act.query('begin');
    await act.query('select 1 from coordination_case where id = $1 for update', [cases[7]]);
    const done = (await Promise.all([look(), look(), look(), look()])) as { lost: number }[];
    // Owner and coordinator are the same assignment here, and both roles are lost.
    expect(done.reduce((sum, { lost }) => sum + lost, 0)).toBe(450 * 2 - 2 + 1);
    await act.query('rollback');
    await act.end();
    expect(await look()).toEqual({ ...nobody, lost: 2 });
    const [doubled] = await sql<{ n: string }>('select count(*) as n from (select case_id, scope from handover group by 1, 2 having count(*) > 1) d');
    expect(doubled!.n).toBe('0');
    expect((await sql<{ n: number }>('select count(*)::int as n from handover where owner_lost'))[0]!.n).toBe(901);
  }, 30_000);

  it('asks no whole table: what it costs follows from who has left', async () => {
    const staff = await sql<{ id: string }>(
      `with s as (insert into staff_member (given_name, family_name, org_affiliation) select 'Test', 'Testsson', 'test' || i || '@fk' from generate_series(1, 200) i returning id)
       insert into assignment (staff_member_id, unit_id, organisation_id, title, role, valid_from) select id, $1, $2, 'x', 'CASEWORKER', '2026-01-01' from s returning id`,
      [town.unit.fk, town.organisation.fk],
    );
    for (const { id: assignmentId } of staff) {
      town.staff['busy'] = { ...town.staff['karin.fk']!, assignmentId };
      await makeCases(database, town, 100, 'busy');
    }
    await behindTheLocks(database, 'analyze');
    await away('lena.region');
    await look();
    const rowsRead = async (): Promise<number> => {
      // What a connection has counted shows when it asks again.
      const client = await pool.connect();
      await client.query('select pg_stat_force_next_flush()');
      client.release();
      return Number((await sql<{ n: string }>(`select seq_tup_read as n from pg_stat_user_tables where relname = 'coordination_case'`))[0]!.n);
    };
    const before = await rowsRead();
    expect(await look()).toEqual(nobody);
    expect((await rowsRead()) - before).toBe(0);
  }, 60_000);
});
