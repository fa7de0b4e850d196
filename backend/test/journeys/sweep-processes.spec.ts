import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BUILD } from '../support/app-process.ts';
import { behindTheLocks, freshDatabase, type TestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { localTime, makeTimedHandovers, setClock, type TimedWish } from '../support/timed-handover.ts';
import { makeTown, type Town } from '../support/town.ts';

const DEEP = process.env['DEEP'] === '1';
const PROCESSES = 4;

/** What a sweeping process is, without its mail and its port. Ended by closing its standard input. */
const SWEEPER = `
  const { startSweepLoop } = await import(process.env.ENTRY);
  const loop = startSweepLoop({ databaseUrl: process.env.DATABASE_WORKER_URL, say: (line) => process.stderr.write(line + '\\n'), roundMs: 100 });
  process.stdin.on('end', () => loop.stop()).resume();
  process.stdout.write('sweeping\\n');`;

/**
 * Kinds of handovers with what ten working days bring them, from Monday 23 November 10.00 to Monday 7 December 12.00, worked out by hand: a
 * waiting one is due after three days, a first contact after five, a loop after thirty.
 */
const KINDS: [wish: Omit<TimedWish, 'since'> & { since?: Date }, rungs: string[]][] = [
  [{ state: 'OFFERED' }, ['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW']],
  [{ state: 'RECEIVED', nominee: 'ahmed.af' }, ['HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW']],
  [{ state: 'NEEDS_INFO' }, ['HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW']],
  [{ state: 'ACCEPTED' }, ['HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW']],
  [{ state: 'ACCEPTED', since: localTime('2026-11-30T13:00') }, ['HALF_TIME']],
  [{ state: 'OFFERED', since: localTime('2026-12-03T13:00') }, ['RECEIPT', 'HALF_TIME']],
  [{ state: 'IN_PROGRESS' }, []],
  [{ state: 'COMPLETED' }, []],
];

describe('several processes sweep at once', () => {
  let database: TestDatabase, town: Town;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    database = await freshDatabase();
    town = await makeTown({ database });
  });
  afterAll(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    await database?.drop();
  });

  const start = async (): Promise<{ child: ChildProcess; said: () => string }> => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', SWEEPER], {
      env: { PATH: process.env['PATH'], ENTRY: join(BUILD, 'alert', 'sweep-loop.js'), DATABASE_WORKER_URL: database.urls.worker },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    children.push(child);
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await once(child.stdout, 'data');
    return { child, said: () => said };
  };
  const sql = <Row extends Record<string, unknown>>(text: string): Promise<Row[]> => behindTheLocks<Row>(database, text);

  it('with the clock jumped ten days: every alert that is due, and none twice', async () => {
    const count = DEEP ? 2_000 : 152;
    const since = localTime('2026-11-23T10:00');
    await setClock(database, since);
    const wishes = Array.from({ length: count }, (_, index): TimedWish => ({ since, ...KINDS[index % KINDS.length]![0] }));
    const made = await makeTimedHandovers(database, town, wishes);
    const expected = made.flatMap(({ id }, index) => {
      const [{ state }, rungs] = KINDS[index % KINDS.length]!;
      const epoch = state === 'ACCEPTED' ? 2 : 1;
      return rungs.map((rung) => `${id} ${rung} ${epoch}`);
    });
    const running = await Promise.all(Array.from({ length: PROCESSES }, start));
    const jumped = Date.now();
    await setClock(database, localTime('2026-12-07T12:00'));
    const done = async (): Promise<boolean> => (await sql('select 1 from handover where next_timer_at <= app.domain_now() limit 1')).length === 0;
    await eventually(done, 60_000);
    const took = Date.now() - jumped;
    for (const { child } of running) child.stdin!.end();
    await eventually(() => running.every(({ child }) => child.exitCode === 0));

    const raised = await sql<{ key: string }>(`select handover_id || ' ' || rung || ' ' || epoch as key from alert`);
    expect(raised.map(({ key }) => key).toSorted()).toEqual(expected.toSorted());
    // In order within each handover, and one mail for each recipient of each alert.
    const [order] = await sql<{ wrong: number }>(
      `select count(*)::int as wrong from alert a join alert b on b.handover_id = a.handover_id and b.epoch = a.epoch and b.due_at > a.due_at and b.recorded_at < a.recorded_at`,
    );
    const [mails] = await sql<{ missing: number; twice: number; recipients: number; nobody: number }>(
      `select (select count(*)::int from alert_recipient r where not exists (select 1 from pgboss.job j where j.data->>'alertId' = r.alert_id::text and j.data->>'assignmentId' = r.assignment_id::text)) as missing,
         (select count(*)::int from (select 1 from pgboss.job where data->>'kind' = 'alert' group by data->>'alertId', data->>'assignmentId' having count(*) > 1) d) as twice,
         (select count(*)::int from alert_recipient) as recipients,
         (select count(*)::int from alert a where not exists (select 1 from alert_recipient r where r.alert_id = a.id)) as nobody`,
    );
    expect({ wrongOrder: order!.wrong, ...mails }).toEqual({
      wrongOrder: 0,
      missing: 0,
      twice: 0,
      nobody: 0,
      recipients: expect.any(Number) as number,
    });
    expect(running.map(({ said }) => said()).join('')).toBe('');
    process.stdout.write(`${count} handovers, ${PROCESSES} processes, ${raised.length} alerts to ${mails!.recipients} recipients in ${took} ms\n`);
  }, 120_000);
});
