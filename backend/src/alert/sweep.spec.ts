import pg from 'pg';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { localTime, makeTimedHandovers, setClock, type TimedWish } from '../../test/support/timed-handover.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { sweep } from './sweep.ts';

interface Alerted {
  rung: string;
  epoch: number;
  due: Date;
  raised: Date;
  resolution: string | null;
  to: string[];
}

describe('the ladder', () => {
  let database: TestDatabase, town: Town, pool: pg.Pool;
  beforeEach(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
    pool = new pg.Pool({ connectionString: database.urls.worker, max: 4 });
    // An ended pool's connections may still be closing when the database goes.
    pool.on('error', () => undefined);
  });
  afterEach(async () => {
    await pool.end();
    await database.drop();
  });

  const at = async (local: string): Promise<Alerted[]> => {
    await setClock(database, localTime(local));
    await sweep(pool, new Outbox());
    return alerts();
  };
  const alerts = (): Promise<Alerted[]> =>
    behindTheLocks<Alerted & pg.QueryResultRow>(
      database,
      `select l.rung, l.epoch, l.due_at as due, l.raised_at as raised, l.resolution,
         array(select s.given_name from alert_recipient r join assignment a on a.id = r.assignment_id join staff_member s on s.id = a.staff_member_id
           where r.alert_id = l.id order by 1) as to from alert l order by l.due_at, l.recorded_at`,
    );
  const arrange = async (wish: TimedWish): Promise<string> => (await makeTimedHandovers(database, town, [wish]))[0]!.id;
  const standing = async (id: string): Promise<Record<string, unknown>> =>
    (await behindTheLocks<Record<string, unknown>>(database, 'select * from handover where id = $1', [id]))[0]!;

  const WAITING = [
    ['RECEIPT', '2026-11-26T10:00', ['Karin', 'Sara']],
    ['HALF_TIME', '2026-11-26T22:00', ['Sara']],
    ['LIMIT', '2026-11-30T10:00', ['Karin', 'Sara']],
    ['SUPERVISOR', '2026-12-01T10:00', ['Per']],
    ['BOTH_SUPERVISORS', '2026-12-03T10:00', ['Maria', 'Per']],
    ['JOINT_REVIEW', '2026-12-07T10:00', ['Karin', 'Maria', 'Per']],
  ] as const;

  it('is climbed rung by rung, hour after hour, over a weekend', async () => {
    await arrange({ state: 'OFFERED', since: localTime('2026-11-25T10:00') });
    const end = Temporal.PlainDateTime.from('2026-12-07T12:30');
    let seen = 0;
    for (let hour = Temporal.PlainDateTime.from('2026-11-25T10:30'); Temporal.PlainDateTime.compare(hour, end) <= 0; hour = hour.add({ hours: 1 })) {
      const all = await at(hour.toString());
      const due = WAITING.filter(([, when]) => Temporal.PlainDateTime.compare(when, hour) <= 0);
      expect(all.map(({ rung }) => rung)).toEqual(due.map(([rung]) => rung));
      for (const { raised, due: dueAt } of all.slice(seen)) expect(raised.getTime() - dueAt.getTime()).toBeLessThan(3_600_000);
      seen = all.length;
    }
    expect((await alerts()).map(({ rung, due, to }) => [rung, due, to])).toEqual(WAITING.map(([rung, when, to]) => [rung, localTime(when), to]));
    expect(await behindTheLocks(database, 'select 1 from handover where next_timer is not null')).toEqual([]);
  }, 120_000);

  it('is climbed whole, in order, when the clock jumps over it, and not again', async () => {
    await arrange({ state: 'OFFERED', since: localTime('2026-11-25T10:00') });
    const all = await at('2026-12-14T10:00');
    expect(all.map(({ rung, due }) => [rung, due])).toEqual(WAITING.map(([rung, when]) => [rung, localTime(when)]));
    expect(await at('2027-01-14T10:00')).toEqual(all);
  });

  it.each<[string, Omit<TimedWish, 'since'>, Record<string, readonly string[]>]>([
    ['a named nominee is told with the queue', { state: 'RECEIVED', nominee: 'ahmed.af' }, { HALF_TIME: ['Ahmed', 'Sara'], LIMIT: ['Ahmed', 'Karin', 'Sara'], JOINT_REVIEW: ['Ahmed', 'Karin', 'Maria', 'Per'] }],
    ['a question that waits for the sender is the sender’s', { state: 'NEEDS_INFO' }, { HALF_TIME: ['Karin', 'Sara'], LIMIT: ['Karin', 'Sara'], SUPERVISOR: ['Maria'] }],
    ['after acceptance the new owner is the receiver', { state: 'ACCEPTED' }, { HALF_TIME: ['Ahmed'], LIMIT: ['Ahmed', 'Karin'], SUPERVISOR: ['Per'], BOTH_SUPERVISORS: ['Maria', 'Per'], JOINT_REVIEW: ['Ahmed', 'Karin', 'Maria', 'Per'] }],
    ['and until the loop is closed', { state: 'IN_PROGRESS' }, { HALF_TIME: ['Ahmed'], LIMIT: ['Ahmed', 'Karin'], SUPERVISOR: ['Per'] }],
  ])('%s', async (_, wish, expected) => {
    await arrange({ ...wish, since: localTime('2026-11-25T10:00') });
    const to = Object.fromEntries((await at('2027-02-26T10:00')).map((each) => [each.rung, each.to]));
    expect(to).toMatchObject(expected);
    expect(Object.keys(to)).not.toContain('RECEIPT');
  }); // prettier-ignore

  it('never tells nobody: without intake the supervisors, without them their deputy, the unit above, the contact', async () => {
    const [sara, per, ahmed] = ['sara.af', 'per.chef.af', 'ahmed.af'].map((hint) => town.staff[hint]!.assignmentId);
    const told = async (): Promise<string[]> => {
      await behindTheLocks(database, 'delete from alert_recipient');
      await behindTheLocks(database, 'delete from alert');
      await behindTheLocks(database, 'delete from handover');
      await arrange({ state: 'OFFERED', since: localTime('2026-11-25T10:00') });
      return (await at('2026-11-27T10:00')).find(({ rung }) => rung === 'HALF_TIME')!.to;
    };
    await behindTheLocks(database, `update assignment set valid_to = '2026-11-20' where id = $1`, [sara]);
    expect(await told()).toEqual(['Per']);
    await behindTheLocks(database, `insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-11-20', '2026-12-20', $2)`, [per, ahmed]);
    expect(await told()).toEqual(['Ahmed']);
    await behindTheLocks(database, `update staff_member set disabled_at = now() where id = $1`, [town.staff['ahmed.af']!.staffMemberId]);
    await behindTheLocks(database, `update organisation set contact_assignment_id = $1 where id = $2`, [per, town.organisation.af]);
    expect(await told()).toEqual(['Per']);
    const [above] = await behindTheLocks<{ id: string }>(database, `insert into unit (organisation_id, name) values ($1, 'Regionkontoret') returning id`, [town.organisation.af]);
    await behindTheLocks(database, `update unit set parent_unit_id = $1 where id = $2`, [above!.id, town.unit.af]);
    await behindTheLocks(database, `update assignment set valid_to = null, role = 'SUPERVISOR', unit_id = $1 where id = $2`, [above!.id, sara]);
    expect(await told()).toEqual(['Sara']);
  }); // prettier-ignore

  it('leaves mails for the morning, one for each, and tells open pages at once', async () => {
    await arrange({ state: 'OFFERED', since: localTime('2026-11-25T10:00') });
    const heard: { type: string; to?: string[] }[] = [];
    const listener = new pg.Client({ connectionString: database.urls.app });
    await listener.connect();
    listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload!) as { type: string }));
    await listener.query('listen samspel_live');
    await at('2026-11-26T22:30');
    await listener.query('select 1');
    await listener.end();
    const mails = await behindTheLocks<{ data: Record<string, string> }>(database, `select data from pgboss.job where name = 'mail'`);
    expect(mails.map(({ data }) => [data['kind'], data['notBefore']])).toEqual(Array(3).fill(['alert', '2026-11-27T06:00:00.000Z']));
    expect(new Set(mails.map(({ data }) => `${data['alertId']} ${data['assignmentId']}`)).size).toBe(3);
    const karin = town.staff['karin.fk']!.assignmentId;
    expect(heard.find(({ type }) => type === 'my-day')?.to).toContain(karin);
    expect(heard.find(({ type }) => type === 'stalled')?.to).toEqual(expect.arrayContaining([town.staff['maria.chef.fk']!.assignmentId, town.staff['per.chef.af']!.assignmentId]));
    expect(heard.map(({ type }) => type)).toContain('case');
  }); // prettier-ignore

  it('stops in a hold, which wakes by itself, and goes on as much later', async () => {
    const id = await arrange({ state: 'ON_HOLD', since: localTime('2026-11-23T10:00'), held: { at: localTime('2026-11-24T10:00'), until: '2026-12-01' } });
    expect(await at('2026-11-30T23:59')).toEqual([]);
    await at('2026-12-01T00:01');
    // Held from Tuesday 10.00 to the Tuesday after at 00.00: four working days and fourteen hours.
    expect(await standing(id)).toMatchObject({
      ...{ state: 'ACCEPTED', held_from: null, held_until: null, held_seconds: 4 * 86_400 + 14 * 3_600, version: 2, court: 'RECEIVER' },
      first_contact_due_at: localTime('2026-12-07T00:00'),
    });
    const moved = await behindTheLocks(database, `select act, from_state, to_state, effective_at, actor_assignment_id from handover_transition where handover_id = $1`, [id]);
    expect(moved).toEqual([{ act: 'resume', from_state: 'ON_HOLD', to_state: 'ACCEPTED', effective_at: localTime('2026-12-01T00:00'), actor_assignment_id: null }]);
    expect(await behindTheLocks(database, 'select kind, params from timeline_event')).toEqual([{ kind: 'handover.resumed', params: { scope: 'CASE_OWNERSHIP' } }]);
    expect((await at('2026-12-07T00:01')).map(({ rung, epoch, due }) => [rung, epoch, due]).at(-1)).toEqual(['LIMIT', 2, localTime('2026-12-07T00:00')]);
  }); // prettier-ignore

  it('wakes and climbs in one look when the clock jumps over both', async () => {
    await arrange({ state: 'ON_HOLD', since: localTime('2026-11-23T10:00'), held: { at: localTime('2026-11-24T10:00'), until: '2026-12-01' } });
    expect((await at('2026-12-30T10:00')).map(({ rung }) => rung)).toEqual(['HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW']);
  });

  it('closes what nobody acknowledged, at the link’s limit', async () => {
    const id = await arrange({ state: 'COMPLETED', since: localTime('2026-11-23T10:00') });
    const closeAt = (await standing(id))['close_at'] as Date;
    await setClock(database, new Date(closeAt.getTime() - 60_000));
    await sweep(pool, new Outbox());
    expect((await standing(id))['closed_at']).toBeNull();
    await setClock(database, new Date(closeAt.getTime() + 60_000));
    await sweep(pool, new Outbox());
    expect(await standing(id)).toMatchObject({ state: 'COMPLETED', court: 'NOBODY', closed_at: closeAt, next_timer: null });
    expect(await alerts()).toEqual([]);
  });

  it('waits for nobody who works in the case, and does it when they are done', async () => {
    const [{ id, caseId }] = (await makeTimedHandovers(database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }])) as [{ id: string; caseId: string }];
    const [other] = await makeTimedHandovers(database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }]);
    const act = new pg.Client({ connectionString: database.adminUrl });
    await act.connect();
    await act.query('begin');
    await act.query('select 1 from coordination_case where id = $1 for update', [caseId]);
    expect((await at('2026-11-26T11:00')).length).toBe(1);
    await act.query('rollback');
    await act.end();
    expect((await at('2026-11-26T11:01')).length).toBe(2);
    expect(new Set((await behindTheLocks<{ h: string }>(database, 'select handover_id as h from alert')).map(({ h }) => h))).toEqual(new Set([id, other!.id]));
  }); // prettier-ignore

  it('is not kept from the others by one whose times make no sense', async () => {
    const [broken] = await makeTimedHandovers(database, town, [{ state: 'ACCEPTED', since: localTime('2026-11-20T10:00') }, { state: 'OFFERED', since: localTime('2026-11-25T10:00') }]);
    await behindTheLocks(database, 'update handover set accepted_at = null where id = $1', [broken!.id]);
    await setClock(database, localTime('2026-11-30T11:00'));
    expect(await sweep(pool, new Outbox())).toMatchObject({ handovers: 1, alerts: 3, stuck: [broken!.id] });
  }); // prettier-ignore

  it('raises none for what moved on, and resolves what stood', async () => {
    const id = await arrange({ state: 'OFFERED', since: localTime('2026-11-25T10:00') });
    await at('2026-11-26T23:00');
    await behindTheLocks(database, `update handover set state = 'RECEIVED', fired = '{RECEIPT,HALF_TIME}' where id = $1`, [id]);
    expect((await at('2026-11-27T10:00')).map(({ rung, resolution }) => [rung, resolution])).toEqual([
      ['RECEIPT', 'MOVED_ON'],
      ['HALF_TIME', null],
    ]);
    await behindTheLocks(database, `update handover set state = 'REVOKED', ended_at = app.domain_now(), closed_at = app.domain_now(), next_timer = null, next_timer_at = null where id = $1`, [id]);
    expect((await at('2027-01-07T10:00')).map(({ rung, resolution }) => [rung, resolution])).toEqual([
      ['RECEIPT', 'MOVED_ON'],
      ['HALF_TIME', 'ENDED'],
    ]);
  }); // prettier-ignore
});
