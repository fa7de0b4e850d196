import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { withClient } from '../src/platform/database/provision.ts';
import { cpuSeconds } from './cpu.ts';
import { load } from './load.ts';
import { median } from './measure.ts';
import { type BenchDatabase, benchDatabase } from './scratch-database.ts';

/**
 * `npm run bench:sweep [-- --small 2800 --large 280000]`: what a round of the sweep costs when nothing is due, when a hundred handovers are, and
 * when everything that waits is (12 of 100 cases), with few cases and with a hundred times as many. Judged: milliseconds against the budget, and
 * large ÷ small of what must not grow.
 */
const { values } = parseArgs({ options: { small: { type: 'string', default: '2800' }, large: { type: 'string', default: '280000' } } });
const SIZES = [Number(values.small), Number(values.large)];
const IDLE_ROUNDS = 60;
const HUNDRED_ROUNDS = 15;
/** Milliseconds of a round; the backlog is that of the large town. */
const BUDGET = { idle: 10, hundred: 30, backlog: 10_000, growth: 1.5 } as const;

// As it runs in use: from the build.
const built = <Module>(path: string): Promise<Module> => import(join(import.meta.dirname, '..', 'dist', path)) as Promise<Module>;
const { recomputeLimits } = await built<typeof import('../src/alert/limits.ts')>('alert/limits.js');
const { watchOwners } = await built<typeof import('../src/alert/owner-loss.ts')>('alert/owner-loss.js');
const { sweep } = await built<typeof import('../src/alert/sweep.ts')>('alert/sweep.js');
const { Outbox } = await built<typeof import('../src/platform/outbox/outbox.ts')>('platform/outbox/outbox.js');

interface Round {
  ms: number;
  cpuMs: number;
}

interface Cost {
  cases: number;
  loadSeconds: number;
  idle: Round;
  hundred: Round;
  backlog: Round & { handovers: number; alerts: number };
}

const costs: Cost[] = [];
for (const cases of SIZES) costs.push(await inTownOf(cases));

const [small, large] = costs as [Cost, Cost];
const growth = { idle: large.idle.ms / small.idle.ms, hundred: large.hundred.ms / small.hundred.ms };
console.table(
  costs.map(({ cases, loadSeconds, idle, hundred, backlog }) => ({
    cases,
    'loaded in s': round(loadSeconds),
    'idle ms (CPU)': `${round(idle.ms)} (${round(idle.cpuMs)})`,
    '100 due ms (CPU)': `${round(hundred.ms)} (${round(hundred.cpuMs)})`,
    backlog: `${backlog.handovers} handovers, ${backlog.alerts} alerts`,
    'backlog s (CPU)': `${round(backlog.ms / 1000)} (${round(backlog.cpuMs / 1000)})`,
  })),
);
console.log(`large ÷ small: idle ${round(growth.idle)}, a hundred due ${round(growth.hundred)}`);
const over = [
  ...[small, large].flatMap(({ cases, idle, hundred }) => [
    ...(idle.ms > BUDGET.idle ? [`idle ${round(idle.ms)} ms with ${cases} cases`] : []),
    ...(hundred.ms > BUDGET.hundred ? [`100 due ${round(hundred.ms)} ms with ${cases} cases`] : []),
  ]),
  ...(large.backlog.ms > BUDGET.backlog ? [`backlog ${round(large.backlog.ms)} ms`] : []),
  ...Object.entries(growth).flatMap(([what, factor]) => (factor > BUDGET.growth ? [`${what} grows by ${round(factor)}`] : [])),
];
for (const line of over) console.error(`Over budget: ${line}`);
process.exitCode = over.length ? 1 : 0;

async function inTownOf(cases: number): Promise<Cost> {
  const database = await benchDatabase(join(import.meta.dirname, '..', '..'));
  try {
    const started = performance.now();
    await load(database.adminUrl, cases, 1);
    return { cases, loadSeconds: (performance.now() - started) / 1000, ...(await costOf(database)) };
  } finally {
    await withClient(database.server.adminUrl, (client) =>
      client.query(`drop database ${new URL(database.adminUrl).pathname.slice(1)} with (force)`),
    );
    await database.server.stop();
  }
}

async function costOf({ server, urls, adminUrl }: BenchDatabase): Promise<Omit<Cost, 'cases' | 'loadSeconds'>> {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 1 });
  const outbox = new Outbox();
  const databasePid = Number(readFileSync(join(server.dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const used = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6 + cpuSeconds(databasePid);
  const timed = async <T>(work: () => Promise<T>): Promise<Round & { result: T }> => {
    const [cpu, wall] = [used(), performance.now()];
    const result = await work();
    return { ms: performance.now() - wall, cpuMs: (used() - cpu) * 1000, result };
  };
  const oneRound = async (): Promise<{ handovers: number; alerts: number }> => {
    await watchOwners(pool, outbox);
    await recomputeLimits(pool);
    return sweep(pool, outbox);
  };
  const middle = (rounds: Round[]): Round => ({
    ms: median(rounds.map(({ ms }) => ms)),
    cpuMs: rounds.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / rounds.length,
  });
  try {
    for (let warm = 0; warm < 10; warm++) await oneRound();
    const idle: Round[] = [];
    for (let number = 0; number < IDLE_ROUNDS; number++) idle.push(await timed(oneRound));
    const hundred: Round[] = [];
    for (let number = 0; number < HUNDRED_ROUNDS; number++) {
      await makeDue(adminUrl, 100);
      const { result, ...cost } = await timed(oneRound);
      if (result.alerts !== 100) throw new Error(`100 were due and ${result.alerts} were told`);
      hundred.push(cost);
    }
    await makeDue(adminUrl, null);
    const { result, ...cost } = await timed(oneRound);
    if (result.alerts !== result.handovers || result.handovers === 0) throw new Error(`${result.handovers} were due and ${result.alerts} were told`);
    return { idle: middle(idle), hundred: middle(hundred), backlog: { ...cost, handovers: result.handovers, alerts: result.alerts } };
  } finally {
    await pool.end();
  }
}

/** Brings the first rung of so many that wait (null: of all) to just now, as if it had never been told; the others lie far ahead. */
async function makeDue(adminUrl: string, count: number | null): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query('truncate alert, alert_recipient');
    await client.query(
      `update handover set receipt_due_at = app.domain_now() - interval '1 second', next_timer = 'RECEIPT', next_timer_at = app.domain_now() - interval '1 second', fired = '{}'
       where id in (select id from handover where state = 'OFFERED' order by id limit $1)`,
      [count],
    );
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
