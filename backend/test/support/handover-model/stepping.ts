import { Outbox } from '../../../src/platform/outbox/outbox.ts';
import { Problem } from '../../../src/platform/problem/problem.ts';
import { watchOwners } from '../../../src/alert/owner-loss.ts';
import { sweep } from '../../../src/alert/sweep.ts';
import { act } from './acting.ts';
import { dayOf } from './calendar.ts';
import { differences } from './comparing.ts';
import { apply } from './effects.ts';
import { Crash, Fuse, fragilePool } from './fuse.ts';
import { fingerprint, look, type SeenBaton } from './looking.ts';
import type { Baton, Model } from './model.ts';
import { pass } from './passing.ts';
import { type Attempt, predict, type Verdict } from './predicting.ts';
import type { Scene } from './scene.ts';

/** What one command does to both worlds, and that they are alike afterwards. */
export async function step(scene: Scene, model: Model, attempt: Attempt, { stale = false } = {}): Promise<void> {
  const verdict = predict(model, attempt);
  const before = scene.running.clock.now();
  const version = 'baton' in attempt ? await versionOf(scene, attempt.baton) : 0;
  const { outcome, id } = await outcomeOf(scene, attempt, stale ? version - 1 : version);
  const versioned = 'baton' in attempt && verdict === 'DONE';
  const expected = stale && versioned ? 'REFUSED' : verdict;
  if ((outcome === 'REFUSED') !== (expected === 'REFUSED')) throw new Error(`${describe(attempt)} was ${outcome}, should be ${expected}`);
  if (expected === 'SAME' && 'baton' in attempt && (await versionOf(scene, attempt.baton)) !== version)
    throw new Error(`${describe(attempt)} is a repeat and changed something`);
  if (expected === 'DONE') apply(model, attempt, await momentOf(scene, attempt, before), id);
  await compare(scene, model);
}

/** Of all that somebody may not do now, nothing is done. */
export async function refuseAll(scene: Scene, model: Model, attempts: readonly Attempt[]): Promise<void> {
  for (const attempt of attempts) {
    const version = 'baton' in attempt ? await versionOf(scene, attempt.baton) : 0;
    const { outcome } = await outcomeOf(scene, attempt, version);
    if (outcome !== 'REFUSED') throw new Error(`${describe(attempt)} was done, and should be refused`);
  }
  await compare(scene, model);
}

async function outcomeOf(scene: Scene, attempt: Attempt, version: number): Promise<{ outcome: Verdict; id: string | null }> {
  try {
    return { outcome: 'DONE', id: await act(scene, attempt, version) };
  } catch (error) {
    if (error instanceof Problem && error.status >= 400 && error.status < 500) return { outcome: 'REFUSED', id: null };
    throw error;
  }
}

/** When the act says it was done, which must be while it was being done. */
async function momentOf(scene: Scene, attempt: Attempt, before: Date): Promise<Date> {
  const after = scene.running.clock.now();
  if (!('baton' in attempt)) return after;
  const row = (await look(scene.admin, scene.caseId)).batons.find(({ id }) => id === attempt.baton.id)!;
  const written = writtenBy(attempt, row);
  if (!written) return after;
  const at = new Date(written);
  if (at.getTime() < before.getTime() - 5 || at.getTime() > after.getTime() + 5) throw new Error(`${describe(attempt)} is dated ${written}`);
  return at;
}

function writtenBy(attempt: Attempt, row: SeenBaton): string | null {
  switch (attempt.act) {
    case 'offer':
      return row.offeredAt;
    case 'accept':
      return row.acceptedAt;
    case 'contact':
      return attempt.days === 0 ? row.firstContactAt : null;
    case 'hold':
      return row.heldAt;
    default:
      return ['complete', 'fail', 'decline', 'revoke'].includes(attempt.act) ? row.endedAt : null;
  }
}

const versionOf = async (scene: Scene, { id }: Baton): Promise<number> =>
  (await scene.admin.query<{ version: number }>({ name: 'version', text: 'select version from handover where id = $1', values: [id] })).rows[0]!
    .version;

/** A legal act dies at its n-th statement: nothing of it may be there. */
export async function crash(scene: Scene, model: Model, attempt: Attempt, n: number): Promise<void> {
  const version = 'baton' in attempt ? await versionOf(scene, attempt.baton) : 0;
  await untouched(scene, async () => {
    scene.lit = new Fuse(n);
    try {
      await act(scene, attempt, version);
    } finally {
      scene.lit = null;
    }
  });
  await compare(scene, model);
}

export async function crashSweep(scene: Scene, model: Model, n: number): Promise<void> {
  for (const round of [watchOwners, sweep]) await untouched(scene, () => round(fragilePool(scene.workers, new Fuse(n)), new Outbox()));
  await compare(scene, model);
}

async function untouched(scene: Scene, work: () => Promise<unknown>): Promise<void> {
  const before = await fingerprint(scene.admin, scene.caseId);
  const died = await work().then(
    () => false,
    (error: unknown) => {
      if (error instanceof Crash) return true;
      throw error;
    },
  );
  if (!died) throw new Error('what was to die did not');
  if ((await fingerprint(scene.admin, scene.caseId)) !== before) throw new Error('what died left something behind');
}

/** As many processes at once look for owners, then for what is due; and one more, for whatever the others held. */
export async function sweepAll(scene: Scene, model: Model, processes: number): Promise<void> {
  const before = scene.running.clock.now();
  for (const round of [watchOwners, sweep]) {
    if (processes > 1) await Promise.all(Array.from({ length: processes }, () => round(scene.workers, new Outbox())));
    await round(scene.workers, new Outbox());
  }
  pass(model, scene.running.clock.now());
  await nameSearches(scene, model, before);
  await compare(scene, model, true);
}

/** What the sweep began by itself gets its name, and its beginning, from the database. */
async function nameSearches(scene: Scene, model: Model, before: Date): Promise<void> {
  const known = new Set(model.batons.map(({ id }) => id));
  for (const row of (await look(scene.admin, scene.caseId)).batons.filter(({ id }) => !known.has(id))) {
    const made = model.batons.find(({ id, scope }) => id === null && scope === row.scope);
    if (!made || row.origin !== 'OWNER_LOST') continue;
    made.id = row.id;
    made.offeredAt = new Date(row.offeredAt!);
    if (made.offeredAt.getTime() < before.getTime() - 5) throw new Error(`the search is dated ${row.offeredAt}`);
  }
}

export async function jump(scene: Scene, model: Model, to: Date): Promise<void> {
  await scene.running.clock.moveTo(to);
  model.today = dayOf(to);
  await compare(scene, model);
}

/** Alike in everything, and nobody reads what is not theirs. `swept`: nothing has happened since the last sweep. */
export async function compare(scene: Scene, model: Model, swept = false): Promise<void> {
  const everybody = model.people.map(({ who }) => scene.idOf(who));
  const [seen, readable] = await Promise.all([look(scene.admin, scene.caseId), scene.reader.readable(scene.caseId, everybody)]);
  const wrong = differences(model, seen, scene.names, swept);
  for (const [index, { who }] of model.people.entries()) {
    const may = model.batons.filter((each) => model.reads(who, each)).map(({ id }) => id);
    if (JSON.stringify(readable[index]) !== JSON.stringify(may.sort())) wrong.push(`${who} reads ${readable[index]!.join()}, not ${may.join()}`);
  }
  if (wrong.length) throw new Error(wrong.join('\n'));
}

/** For the counterexample. */
export function describe(attempt: Attempt): string {
  const { act: name, by } = attempt;
  if (attempt.act === 'consent') return `${by} takes a consent`;
  if (attempt.act === 'withdraw') return `${by ?? 'the person'} withdraws ${attempt.consent.from}'s consent`;
  if (attempt.act === 'draft') {
    const { scope, to, nominee, back, days } = attempt;
    return `${by} drafts ${scope} to ${to}${nominee ? ` (${nominee})` : ''}${back ? ' back' : ''}, answer in ${days} days`;
  }
  const { baton, days, nominee } = attempt;
  const more = name === 'nominate' ? ` ${nominee}` : ['accept', 'contact', 'hold'].includes(name) ? ` ${days} days` : '';
  return `${by} ${name}${more} ${baton.scope} from ${baton.from}, then ${baton.state}`;
}
