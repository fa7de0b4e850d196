import { sweepPlans } from '../../../src/alert/plan-sweep.ts';
import { Outbox } from '../../../src/platform/outbox/outbox.ts';
import { Problem } from '../../../src/platform/problem/problem.ts';
import { dayOf } from '../handover-model/calendar.ts';
import { Crash, Fuse, fragilePool } from '../handover-model/fuse.ts';
import { act } from './acting.ts';
import { differences, fingerprint } from './looking.ts';
import { type Attempt, type Model, UNVERSIONED } from './model.ts';
import type { Scene } from './scene.ts';

export const describe = ({ act: name, by, to, days }: Attempt): string =>
  `${by} ${name}${name === 'ask' || name === 'offer' ? ` ${to}` : ''}${name === 'accept' || name === 'new-day' ? ` in ${days} days` : ''}`;

/** What one act does to both worlds, and that they are alike afterwards. `stale`: on a version that somebody has changed since. */
export async function step(scene: Scene, model: Model, attempt: Attempt, stale = false): Promise<void> {
  const legal = model.after(attempt) !== null && !(stale && !UNVERSIONED.includes(attempt.act));
  scene.told.push(`${describe(attempt)}${stale ? ' (stale)' : ''}${legal ? '' : ', which is refused'}`);
  const done = await isDone(scene, model, attempt, stale ? model.version - 1 : model.version);
  if (done !== legal) throw new Error(`${describe(attempt)} was ${done ? 'done' : 'refused'}`);
  if (legal) model.apply(attempt);
  await compare(scene, model);
}

/** Of all that somebody may not do now, nothing is done. */
export async function refuseAll(scene: Scene, model: Model, attempts: readonly Attempt[]): Promise<void> {
  scene.told.push(`${attempts[0]!.by} tries ${attempts.map(({ act: name }) => name).join(', ')}`);
  for (const attempt of attempts) if (await isDone(scene, model, attempt, model.version)) throw new Error(`${describe(attempt)} was done`);
  await compare(scene, model);
}

/** Two who have read the same do what either may: exactly one of them is first. */
export async function race(scene: Scene, model: Model, attempts: readonly [Attempt, Attempt]): Promise<void> {
  scene.told.push(`at once: ${attempts.map(describe).join(' and ')}`);
  const done = await Promise.all(attempts.map((attempt) => isDone(scene, model, attempt, model.version)));
  if (done.filter(Boolean).length !== 1) throw new Error(`${done.filter(Boolean).length} of two were done`);
  model.apply(attempts[done.indexOf(true)]!);
  await compare(scene, model);
}

async function isDone(scene: Scene, model: Model, attempt: Attempt, version: number): Promise<boolean> {
  try {
    await act(scene, model, attempt, version);
    return true;
  } catch (error) {
    if (!(error instanceof Problem) || error.status < 400 || error.status >= 500) throw error;
    scene.told.push(`  (${error.status} ${error.code})`);
    return false;
  }
}

/** A legal act dies at its n-th statement: nothing of it may be there. */
export async function crash(scene: Scene, model: Model, attempt: Attempt, n: number): Promise<void> {
  scene.told.push(`crash at ${n}: ${describe(attempt)}`);
  await untouched(scene, async () => {
    scene.lit = new Fuse(n);
    try {
      await act(scene, model, attempt, model.version);
    } finally {
      scene.lit = null;
    }
  });
  await compare(scene, model);
}

export async function crashSweep(scene: Scene, model: Model, n: number): Promise<void> {
  scene.told.push(`crash at ${n}: sweep`);
  await untouched(scene, () => sweepPlans(fragilePool(scene.workers, new Fuse(n)), new Outbox()));
  await compare(scene, model);
}

async function untouched(scene: Scene, work: () => Promise<unknown>): Promise<void> {
  const before = await fingerprint(scene);
  const died = await work().then(
    () => false,
    (error: unknown) => {
      if (error instanceof Crash) return true;
      throw error;
    },
  );
  if (!died) throw new Error('what was to die did not');
  if ((await fingerprint(scene)) !== before) throw new Error('what died left something behind');
}

/** As many processes at once look for what is due; and one more, for whatever the others held. */
export async function sweepAll(scene: Scene, model: Model, processes: number): Promise<void> {
  scene.told.push(`${processes} sweep`);
  if (processes > 1) await Promise.all(Array.from({ length: processes }, () => sweepPlans(scene.workers, new Outbox())));
  await sweepPlans(scene.workers, new Outbox());
  model.pass(scene.running.clock.now());
  await compare(scene, model);
}

export async function jump(scene: Scene, model: Model, to: Date): Promise<void> {
  scene.told.push(`the clock jumps to ${to.toISOString()}`);
  await scene.running.clock.moveTo(to);
  model.today = dayOf(to);
}

async function compare(scene: Scene, model: Model): Promise<void> {
  const wrong = await differences(scene, model);
  if (wrong.length) throw new Error(wrong.join('; '));
}
