import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { withClient } from '../src/platform/database/provision.ts';
import { cpuSeconds } from './cpu.ts';
import { load } from './load.ts';
import { median } from './measure.ts';
import { readWhole } from './looks.ts';
import { type BenchDatabase, benchDatabase } from './scratch-database.ts';
import { makeDue, type Swept } from './sweep-due.ts';

/**
 * `npm run bench:sweep [-- --small 2800 --large 280000]`: what a round of the sweep costs when nothing is due, when a hundred handovers,
 * activities or messages are, and when as many are as have a handover that waits (12 of 100 cases), with few cases and with a hundred times as many.
 * Judged: milliseconds against the budget, large ÷ small of what must not grow, and that no look reads a large table from end to end.
 */
const { values } = parseArgs({ options: { small: { type: 'string', default: '2800' }, large: { type: 'string', default: '280000' } } });
const SIZES = [Number(values.small), Number(values.large)];
const IDLE_ROUNDS = 60;
const HUNDRED_ROUNDS = 15;
/** Activities that fall due at once: as many as have a handover that waits, of all cases. */
const BACKLOG = 0.12;
/** Rows from which on reading a whole table every second is not nothing. */
const LARGE = 2_000;
/** Milliseconds of a round; the backlog is that of the large town. */
const BUDGET = { idle: 10, hundred: 30, backlog: 10_000, growth: 1.5 } as const;

// As it runs in use: from the build.
const built = <Module>(path: string): Promise<Module> => import(join(import.meta.dirname, '..', 'dist', path)) as Promise<Module>;
const { recomputeLimits } = await built<typeof import('../src/alert/limits.ts')>('alert/limits.js');
const { watchOwners } = await built<typeof import('../src/alert/owner-loss.ts')>('alert/owner-loss.js');
const { LOST, CHANGED } = await built<typeof import('../src/alert/owner-loss.sql.ts')>('alert/owner-loss.sql.js');
const { ACTIVITIES_DUE, MESSAGES_DUE, MESSAGES_WITHOUT_ANSWER } = await built<typeof import('../src/alert/plan-due.sql.ts')>('alert/plan-due.sql.js');
const { sweepPlans } = await built<typeof import('../src/alert/plan-sweep.ts')>('alert/plan-sweep.js');
const { reassignMessages } = await built<typeof import('../src/alert/reassigning.ts')>('alert/reassigning.js');
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
  hundred: Record<Swept, Round>;
  backlog: Record<Exclude<Swept, 'messages'>, Round & { alerts: number }>;
  whole: string[];
}

const costs: Cost[] = [];
for (const cases of SIZES) costs.push(await inTownOf(cases));

const [small, large] = costs as [Cost, Cost];
const KINDS = ['handovers', 'activities', 'messages'] as const satisfies Swept[];
const figures = ({ ms, cpuMs }: Round): string => `${round(ms)} (${round(cpuMs)})`;
console.table(
  costs.map(({ cases, loadSeconds, idle, hundred, backlog }) => ({
    cases,
    'loaded in s': round(loadSeconds),
    'idle ms (CPU)': figures(idle),
    ...Object.fromEntries(KINDS.map((kind) => [`100 ${kind} ms (CPU)`, figures(hundred[kind])])),
    ...Object.fromEntries(
      Object.entries(backlog).map(([kind, { ms, cpuMs, alerts }]) => [
        `${kind}: s (CPU)`,
        `${alerts} in ${round(ms / 1000)} (${round(cpuMs / 1000)})`,
      ]),
    ),
  })),
);
const growth = {
  idle: large.idle.ms / small.idle.ms,
  ...Object.fromEntries(KINDS.map((kind) => [`100 ${kind}`, large.hundred[kind].ms / small.hundred[kind].ms])),
};
console.log(`large ÷ small: ${Object.entries(growth).map(([what, factor]) => `${what} ${round(factor)}`).join(', ')}`); // prettier-ignore
const over = [
  ...costs.flatMap(({ cases, idle, hundred, whole }) => [
    ...whole.map((what) => `${what} with ${cases} cases`),
    ...(idle.ms > BUDGET.idle ? [`idle ${round(idle.ms)} ms with ${cases} cases`] : []),
    ...KINDS.filter((kind) => hundred[kind].ms > BUDGET.hundred).map((kind) => `100 ${kind} ${round(hundred[kind].ms)} ms with ${cases} cases`),
  ]),
  ...Object.entries(large.backlog).flatMap(([kind, { ms }]) => (ms > BUDGET.backlog ? [`backlog of ${kind} ${round(ms)} ms`] : [])),
  ...Object.entries(growth).flatMap(([what, factor]) => (factor > BUDGET.growth ? [`${what} grows by ${round(factor)}`] : [])),
];
for (const line of over) console.error(`Over budget: ${line}`);
process.exitCode = over.length ? 1 : 0;

async function inTownOf(cases: number): Promise<Cost> {
  const database = await benchDatabase(join(import.meta.dirname, '..', '..'));
  try {
    const started = performance.now();
    await load(database.adminUrl, cases, 1);
    const loadSeconds = (performance.now() - started) / 1000;
    const batch = { values: [200] };
    const looks = { LOST: { sql: LOST, values: [] }, CHANGED: { sql: CHANGED, values: [] }, ACTIVITIES_DUE: { sql: ACTIVITIES_DUE, ...batch },
      MESSAGES_DUE: { sql: MESSAGES_DUE, ...batch }, MESSAGES_WITHOUT_ANSWER: { sql: MESSAGES_WITHOUT_ANSWER, ...batch } }; // prettier-ignore
    const whole = await readWhole(database.urls.worker, LARGE, looks);
    return { cases, loadSeconds, whole, ...(await costOf(database, cases)) };
  } finally {
    await withClient(database.server.adminUrl, (client) =>
      client.query(`drop database ${new URL(database.adminUrl).pathname.slice(1)} with (force)`),
    );
    await database.server.stop();
  }
}

async function costOf({ server, urls, adminUrl }: BenchDatabase, cases: number): Promise<Omit<Cost, 'cases' | 'loadSeconds' | 'whole'>> {
  const pool = new pg.Pool({ connectionString: urls.worker, max: 1 });
  const outbox = new Outbox();
  const databasePid = Number(readFileSync(join(server.dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const used = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6 + cpuSeconds(databasePid);
  const timed = async <T>(work: () => Promise<T>): Promise<Round & { result: T }> => {
    const [cpu, wall] = [used(), performance.now()];
    const result = await work();
    return { ms: performance.now() - wall, cpuMs: (used() - cpu) * 1000, result };
  };
  /** As the loop does it; answers how many alerts it raised. */
  const oneRound = async (): Promise<number> => {
    await watchOwners(pool, outbox);
    await recomputeLimits(pool);
    const { alerts } = await sweep(pool, outbox);
    await reassignMessages(pool);
    return alerts + (await sweepPlans(pool, outbox)).alerts;
  };
  const withDue = async (kind: Swept, count: number | null): Promise<Round & { alerts: number }> => {
    const due = await makeDue(adminUrl, kind, count);
    const { result: alerts, ...cost } = await timed(oneRound);
    if (alerts !== due || due === 0 || (count === 100 && due !== 100)) throw new Error(`${due} ${kind} were due and ${alerts} were told`);
    return { ...cost, alerts };
  };
  const hundredOf = async (kind: Swept): Promise<Round> => {
    const rounds: Round[] = [];
    for (let number = 0; number < HUNDRED_ROUNDS; number++) rounds.push(await withDue(kind, 100));
    return middle(rounds);
  };
  try {
    for (let warm = 0; warm < 10; warm++) await oneRound();
    const idle: Round[] = [];
    for (let number = 0; number < IDLE_ROUNDS; number++) idle.push(await timed(oneRound));
    const hundred = { handovers: await hundredOf('handovers'), activities: await hundredOf('activities'), messages: await hundredOf('messages') };
    const backlog = { handovers: await withDue('handovers', null), activities: await withDue('activities', Math.round(cases * BACKLOG)) };
    return { idle: middle(idle), hundred, backlog };
  } finally {
    await pool.end();
  }
}

function middle(rounds: Round[]): Round {
  return { ms: median(rounds.map(({ ms }) => ms)), cpuMs: rounds.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / rounds.length };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
