import pg from 'pg';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { eventually } from '../../test/support/eventually.ts';
import { localTime, makeTimedHandovers, setClock } from '../../test/support/timed-handover.ts';
import { makeTown, type Town } from '../../test/support/town.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { alertMails } from './alert-mails.ts';
import { digest } from './digest.ts';
import { recomputeLimits } from './limits.ts';
import { startSweepLoop } from './sweep-loop.ts';
import { sweep } from './sweep.ts';

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
const sql = <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => behindTheLocks<Row>(database, text, values);

describe('the sweep loop', () => {
  it('goes on when the database was away, and stops when it is told to', async () => {
    const said: string[] = [];
    await setClock(database, localTime('2026-11-26T11:00'));
    const loop = startSweepLoop({ databaseUrl: database.urls.worker, say: (line) => said.push(line), roundMs: 50 });
    await sql(`alter database ${database.name} connection limit 0`);
    await sql('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()', [database.name]);
    await eventually(() => said.length > 4);
    await sql(`alter database ${database.name} connection limit -1`);
    await makeTimedHandovers(database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }]);
    await eventually(async () => (await sql('select 1 from alert')).length === 1);
    await loop.stop();
    expect(said.join('\n')).not.toMatch(/samspel_worker:/);
    const connections = (): Promise<object[]> => sql(`select 1 from pg_stat_activity where datname = $1 and application_name = 'samspel sweep'`, [database.name]);
    await eventually(async () => (await connections()).length === 0);
  }, 30_000); // prettier-ignore
});

describe('a changed limit', () => {
  const due = async (): Promise<Date[]> =>
    (await sql<{ at: Date }>('select coalesce(loop_due_at, owner_due_at) as at from handover order by id')).map(({ at }) => at);

  it('moves the due times of what runs, and leaves climbed rungs climbed', async () => {
    await setClock(database, localTime('2026-11-26T23:00'));
    const made = await makeTimedHandovers(database, town, [{ state: 'RECEIVED', since: localTime('2026-11-25T10:00') }]);
    await sweep(pool, new Outbox());
    expect(await recomputeLimits(pool)).toBe(0);
    await sql(`update link_template set owner_days = 8, limits_version = limits_version + 1`);
    expect(await recomputeLimits(pool)).toBe(1);
    expect(await recomputeLimits(pool)).toBe(0);
    expect(await sql('select id, owner_due_at, fired, next_timer, next_timer_at, version from handover')).toEqual([
      { id: made[0]!.id, owner_due_at: localTime('2026-12-07T10:00'), fired: ['HALF_TIME'], next_timer: 'LIMIT', next_timer_at: localTime('2026-12-07T10:00'), version: 1 },
    ]);
  }); // prettier-ignore

  it('reaches every stage, also one whose rungs are all climbed, and nothing that is over', async () => {
    const since = localTime('2026-11-25T10:00');
    await setClock(database, localTime('2027-03-01T10:00'));
    await makeTimedHandovers(database, town, [{ state: 'OFFERED', since }, { state: 'ACCEPTED', since }, { state: 'IN_PROGRESS', since }, { state: 'ON_HOLD', since, held: { at: since, until: '2027-03-10' } }]);
    await sweep(pool, new Outbox());
    const before = await due();
    await sql(`update link_template set owner_days = 4, loop_days = 31, limits_version = limits_version + 1`);
    expect(await recomputeLimits(pool)).toBe(4);
    for (const [index, at] of (await due()).entries()) expect(at.getTime()).toBeGreaterThan(before[index]!.getTime());
    await sql(`update handover set closed_at = now(), next_timer = null, next_timer_at = null, stage_started_at = null`);
    await sql(`update link_template set limits_version = limits_version + 1`);
    expect(await recomputeLimits(pool)).toBe(0);
  }); // prettier-ignore
});

describe('the digest', () => {
  const at = async (local: string): Promise<number | null> => {
    await setClock(database, localTime(local));
    return digest(pool, new Outbox());
  };
  const jobs = async (): Promise<string[]> =>
    (await sql<{ to: string }>(`select data->>'assignmentId' as to from pgboss.job where data->>'kind' = 'digest'`)).map(({ to }) => to);

  it('goes once a working day, from half past seven, to supervisors for whom something stands still', async () => {
    await makeTimedHandovers(database, town, [{ state: 'OFFERED', since: localTime('2026-11-23T10:00') }]);
    expect(await at('2026-11-27T07:29')).toBeNull();
    const all = await Promise.all([at('2026-11-27T07:31'), digest(pool, new Outbox()), digest(pool, new Outbox())]);
    expect(all.filter((each) => each !== null)).toEqual([2]);
    expect((await jobs()).toSorted()).toEqual([town.staff['maria.chef.fk']!.assignmentId, town.staff['per.chef.af']!.assignmentId].toSorted());
    expect(await at('2026-11-28T10:00')).toBeNull();
    await sql(`insert into leave (assignment_id, first_day, last_day) values ($1, '2026-11-30', '2026-12-20')`, [town.staff['maria.chef.fk']!.assignmentId]);
    expect(await at('2026-11-30T09:00')).toBe(1);
  }); // prettier-ignore

  it('is not sent when nothing stands still', async () => {
    expect(await at('2026-11-27T08:00')).toBe(0);
    expect(await jobs()).toEqual([]);
  });
});

describe('mails', () => {
  const write = alertMails('https://samspel.example');
  const jobsOf = async (kind: string): Promise<{ kind: string; alertId: string; assignmentId: string }[]> =>
    (
      await sql<{ data: { kind: string; alertId: string; assignmentId: string } }>(
        `select data from pgboss.job where data->>'kind' = $1 order by id`,
        [kind],
      )
    ).map(({ data }) => data);

  it('say that something waits and where to look, name nobody, and are the same mail each time', async () => {
    const [made] = await makeTimedHandovers(database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }]);
    await sql(`update staff_member set email = 'per.chef@af.example' where id = $1`, [town.staff['per.chef.af']!.staffMemberId]);
    await setClock(database, localTime('2026-12-01T12:00'));
    await sweep(pool, new Outbox());
    const mails = await Promise.all((await jobsOf('alert')).map(async (job) => ({ job, mail: await write['alert']!(pool, job), again: await write['alert']!(pool, job) })));
    // Reminded to receive and at the limit: queue and sender; half-time: queue; a day later: the supervisor.
    expect(mails.length).toBe(6);
    for (const { job, mail, again } of mails) {
      expect(mail).toMatchObject({ subject: 'Samspel: en överlämning väntar', messageId: `<alert.${job.alertId}.${job.assignmentId}@samspel.example>` });
      expect(mail!.text).toContain('https://samspel.example/larm');
      expect(mail!.text + mail!.subject).not.toMatch(/S-\d|Testsson|Karin|Försäkringskassan|Arbetsförmedlingen/);
      expect(again).toEqual(mail);
    }
    // Who has no address of their own is reached at the unit.
    expect(new Set(mails.map(({ mail }) => mail!.to))).toEqual(new Set(['fk@samspel.example', 'af@samspel.example', 'per.chef@af.example']));
    await sql('update alert_recipient set acknowledged_at = now()');
    expect(await write['alert']!(pool, mails[0]!.job)).toBeNull();
    expect(await write['handover.offered']!(pool, { kind: 'handover.offered', handoverId: made!.id })).toMatchObject({
      to: 'af@samspel.example',
      messageId: `<handover-offered.${made!.id}@samspel.example>`,
    });
  }); // prettier-ignore

  it('are left out when nothing waits any more', async () => {
    const [made] = await makeTimedHandovers(database, town, [{ state: 'OFFERED', since: localTime('2026-11-25T10:00') }]);
    await setClock(database, localTime('2026-12-01T12:00'));
    await sweep(pool, new Outbox());
    await digest(pool, new Outbox());
    const [alert, per] = [(await jobsOf('alert'))[0]!, town.staff['per.chef.af']!.assignmentId];
    expect(await write['digest']!(pool, { kind: 'digest', assignmentId: per, dayId: '2026-12-01' })).toMatchObject({
      ...{ subject: 'Samspel: läget i dag', messageId: `<digest.2026-12-01.${per}@samspel.example>` },
      text: expect.stringMatching(/En överlämning står stilla\.\n\nEtt larm väntar på att du har sett det\.\n\nLäs mer i Samspel:\nhttps:\/\/samspel\.example\/fastnat/) as string,
    });
    await sql(`update handover set state = 'REVOKED', ended_at = app.domain_now(), closed_at = app.domain_now(), next_timer = null, next_timer_at = null, stalled_from = null`);
    expect(await write['alert']!(pool, alert)).toBeNull();
    expect(await write['digest']!(pool, { kind: 'digest', assignmentId: per, dayId: '2026-12-01' })).toBeNull();
    expect(await write['handover.offered']!(pool, { kind: 'handover.offered', handoverId: made!.id })).toBeNull();
  }); // prettier-ignore
});
