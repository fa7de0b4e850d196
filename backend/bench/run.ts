import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withClient } from '../src/platform/database/provision.ts';
import { ACTIVITIES_PER_PLAN } from './activities.ts';
import { load } from './load.ts';
import { readWhole } from './looks.ts';
import { type Figures, measure, median } from './measure.ts';
import { type BenchDatabase, benchDatabase } from './scratch-database.ts';
import { type Arm, startBare, startSamspel, stop } from './servers.ts';
import { type Target, targets } from './targets.ts';

/**
 * `npm run bench [-- --cases 2800 --rounds 5]`: the case view against the bare limit (node:http + pg, the same statement, nothing around it).
 * Arms take turns, in reversing order; the median of the rounds' ratios is judged. Absolute times belong to the machine, ratios do not.
 */
const { values } = parseArgs({ options: { cases: { type: 'string', default: '2800' }, rounds: { type: 'string', default: '5' } } });
const CASES = Number(values.cases);
const ROUNDS = Math.max(5, Number(values.rounds));
/** What a plan of the town is made of: its activities, three goals, and six other parts. */
const PLAN_ITEMS = ACTIVITIES_PER_PLAN + 9;
const BUDGET = { cpu: 3.0, perSecond: 0.3, p99: 4 } as const;
/** Rows from which on a table grows with the number of cases. */
const LARGE = 500;
const root = join(import.meta.dirname, '..', '..');
const { CASE_VIEW } = (await import(join(root, 'backend', 'dist', 'case', 'view', 'case-view.sql.js'))) as { CASE_VIEW: string };

const database = await benchDatabase(root);
const arms: Arm[] = [];
try {
  await load(database.adminUrl, CASES, 1);
  arms.push(await startBare(database, `select stored as view from (${CASE_VIEW}) viewed`), await startSamspel(database));
  const readers = await targets(database.adminUrl, 400, 2);
  await assertHonest(arms, readers);
  const pid = Number(readFileSync(join(database.server.dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const [{ caseId, actorId }] = readers as [Target];
  const failures = await readWhole(database.adminUrl, LARGE, { 'the case view': { sql: CASE_VIEW, values: [caseId, actorId] } });
  for (const connections of [10, 50]) failures.push(...(await compare(connections, readers, pid)));
  for (const failure of failures) console.error(`Over budget: ${failure}`);
  process.exitCode = failures.length ? 1 : 0;
} finally {
  for (const arm of arms) await stop(arm);
  await withClient(database.server.adminUrl, (client) => client.query(`drop database ${new URL(database.adminUrl).pathname.slice(1)} with (force)`));
  await database.server.stop();
}

async function compare(connections: number, readers: Target[], pid: number): Promise<string[]> {
  for (const arm of arms) await measure(arm, readers, connections, pid); // warm: plans, caches, just-in-time code
  const rounds: Record<Arm['name'], Figures>[] = [];
  const logged = await auditRows(database);
  for (let round = 0; round < ROUNDS; round++) {
    const figures = {} as Record<Arm['name'], Figures>;
    for (const arm of round % 2 ? arms.toReversed() : arms) figures[arm.name] = await measure(arm, readers, connections, pid);
    rounds.push(figures);
  }
  const reads = rounds.reduce((sum, { samspel }) => sum + samspel.requests, 0);
  const rows = (await auditRows(database)) - logged;
  // A request under way when a round ends is logged though nobody counted its answer; a read without a row is what must never be.
  if (rows < reads || rows > reads + 2 * ROUNDS * connections) throw new Error(`${reads} reads left ${rows} audit rows`);
  const ratio = (key: 'cpu' | 'perSecond' | 'p99'): number => median(rounds.map(({ samspel, bare }) => samspel[key] / bare[key]));
  const measured = { cpu: ratio('cpu'), perSecond: ratio('perSecond'), p99: ratio('p99') };
  console.log(`\nCase view, ${CASES} cases, ${connections} connections, ${ROUNDS} rounds, ${rows} audit rows for ${reads} reads`);
  console.table({
    'CPU per request ÷ bare': { measured: round2(measured.cpu), budget: `≤ ${BUDGET.cpu}` },
    'requests/s ÷ bare': { measured: round2(measured.perSecond), budget: `≥ ${BUDGET.perSecond}` },
    'p99 ÷ bare': { measured: round2(measured.p99), budget: `≤ ${BUDGET.p99}` },
  });
  return [
    ...(measured.cpu > BUDGET.cpu ? [`CPU ${round2(measured.cpu)} at ${connections} connections`] : []),
    ...(measured.perSecond < BUDGET.perSecond ? [`requests/s ${round2(measured.perSecond)} at ${connections} connections`] : []),
    ...(measured.p99 > BUDGET.p99 ? [`p99 ${round2(measured.p99)} at ${connections} connections`] : []),
  ];
}

/** Both arms answer with the same case, and whoever is outside gets nothing: a fast wrong answer is no answer. */
async function assertHonest([bare, samspel]: Arm[], readers: Target[]): Promise<void> {
  for (const { token, actorId, caseId } of readers.slice(0, 20)) {
    const plain = (await (await fetch(`${bare!.url}/${caseId}/${actorId}`)).json()) as {
      timeline?: unknown;
      events: unknown[];
      participants: unknown[];
      plan: { items: unknown[] };
    };
    const headers = { cookie: `sid=${token}` };
    const full = (await (await fetch(`${samspel!.url}/api/v1/cases/${caseId}`, { headers })).json()) as {
      participants: unknown[];
      timeline: { items: unknown[] };
      plan: { goals: unknown[]; activities: unknown[]; needs: unknown[]; whatMatters: unknown };
    };
    const { goals, activities, needs, whatMatters } = full.plan;
    // One activity is a draft, two items of the plan go to two organisations: nobody reads everything, and nobody reads nothing.
    if (
      plain.plan.items.length < PLAN_ITEMS - 6 ||
      goals.length !== 3 ||
      activities.length < ACTIVITIES_PER_PLAN - 3 ||
      !needs.length ||
      !whatMatters
    )
      throw new Error('the arms do not answer with the plan');
    if (full.participants.length !== 5 || plain.participants.length !== 5 || full.timeline.items.length !== 20)
      throw new Error('the arms do not answer with the whole case');
    const stranger = readers.find((reader) => reader.actorId !== actorId && reader.caseId !== caseId)!;
    const { status } = await fetch(`${samspel!.url}/api/v1/cases/${caseId}`, { headers: { cookie: `sid=${stranger.token}` } });
    const member = await withClient(database.adminUrl, (client) =>
      client.query('select 1 from case_access where actor_id = $1 and case_id = $2', [stranger.actorId, caseId]),
    );
    if (status !== (member.rowCount ? 200 : 404)) throw new Error(`an outsider was answered ${status}`);
  }
}

async function auditRows({ adminUrl }: BenchDatabase): Promise<number> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ n: string }>(`select count(*) as n from audit_event where action = 'case.read'`),
  );
  return Number(rows[0]!.n);
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}
