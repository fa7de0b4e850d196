import fc from 'fast-check';
import { at, choose, partiesOf, type Wanted } from './choosing.ts';
import { CrashingSweep, Jump, type Loss, Staff, Sweep } from './happenings.ts';
import { type Model, ORGS, SCOPES } from './model.ts';
import { type Attempt, BATON_ACTS, predict } from './predicting.ts';
import { PEOPLE, type Scene } from './scene.ts';
import { crash, describe, refuseAll, step } from './stepping.ts';
import { Told } from './told.ts';

type Command = fc.AsyncCommand<Model, Scene>;

/** Longest way from nothing to an acknowledged outcome. */
const FAR = 7;

/** Goes there act by act; answers the wanted one, not yet done, or null when the way is barred. */
async function reach(model: Model, scene: Scene, wanted: Wanted, pick: number): Promise<Attempt | null> {
  for (let left = FAR; left > 0; left -= 1) {
    const attempt = choose(model, wanted, pick);
    if (!attempt || attempt.act === wanted) return attempt;
    scene.told.push(describe(attempt));
    await step(scene, model, attempt);
  }
  return null;
}

class Legal extends Told {
  constructor(private readonly wanted: Wanted, private readonly pick: number, private readonly stale: boolean) { super(); } // prettier-ignore
  override check(model: Readonly<Model>): boolean {
    return choose(model, this.wanted, this.pick) !== null;
  }
  async run(model: Model, scene: Scene): Promise<void> {
    const attempt = await reach(model, scene, this.wanted, this.pick);
    if (!attempt) return;
    scene.told.push(describe(attempt) + (this.stale ? ' (stale)' : ''));
    await step(scene, model, attempt, { stale: this.stale });
  }
}

class Crashing extends Told {
  constructor(private readonly wanted: Wanted, private readonly pick: number, private readonly at: number) { super(); } // prettier-ignore
  override check(model: Readonly<Model>): boolean {
    return choose(model, this.wanted, this.pick) !== null;
  }
  async run(model: Model, scene: Scene): Promise<void> {
    const attempt = await reach(model, scene, this.wanted, this.pick);
    if (!attempt) return;
    scene.told.push(`crash at ${this.at}: ${describe(attempt)}`);
    await crash(scene, model, attempt, this.at);
  }
}

interface Anything {
  by: number;
  party: boolean;
  on: number;
  nominee: number;
  scope: boolean;
  to: number;
  days: number;
  back: boolean;
  stale: boolean;
}

/** Anybody tries anything, whether they may or not. */
class Try extends Told {
  constructor(private readonly act: Wanted, private readonly what: Anything) { super(); } // prettier-ignore
  override check(model: Readonly<Model>): boolean {
    return this.attempt(model) !== null;
  }
  async run(model: Model, scene: Scene): Promise<void> {
    const attempt = this.attempt(model)!;
    scene.told.push(`try: ${describe(attempt)}${this.what.stale ? ' (stale)' : ''} → ${predict(model, attempt)}`);
    await step(scene, model, attempt, { stale: this.what.stale });
  }
  private attempt(model: Model): Attempt | null {
    const { act } = this;
    const { on, to, scope, days, back, nominee } = this.what;
    const working = PEOPLE.filter((who) => model.works(who));
    const named = PEOPLE[nominee % PEOPLE.length]!;
    // The newest are where things happen, and those who have a part in them the likeliest to try what is not theirs to do now.
    const baton = model.batons.at(-1 - (on % Math.max(1, model.batons.length)));
    const parties = baton ? partiesOf(model, baton) : [];
    const by = at(this.what.party && parties.length ? parties : working, this.what.by)!;
    if (act === 'consent') return { act, by };
    if (act === 'withdraw') return { act, by, consent: model.consents[on % model.consents.length]! };
    if (act === 'draft') return { act, by, scope: SCOPES[scope ? 0 : 1], to: ORGS[to % 3]!, nominee: nominee % 2 ? named : null, back, days };
    return baton ? { act, by, baton, nominee: named, days } : null;
  }
}

/** Somebody with a part in the newest handover tries every move of the machine that is not theirs to make now. */
class Refused extends Told {
  constructor(private readonly pick: number) { super(); } // prettier-ignore
  override check(model: Readonly<Model>): boolean {
    return this.attempts(model).length > 0;
  }
  async run(model: Model, scene: Scene): Promise<void> {
    const attempts = this.attempts(model);
    scene.told.push(`${attempts[0]!.by} tries everything`);
    await refuseAll(scene, model, attempts);
  }
  private attempts(model: Readonly<Model>): Attempt[] {
    const baton = model.batons.at(-1 - (this.pick % Math.min(2, model.batons.length || 1)));
    if (!baton) return [];
    const by = at(partiesOf(model, baton), this.pick);
    if (!by) return [];
    const all = BATON_ACTS.map((act): Attempt => ({ act, by, baton, nominee: by, days: 1 }));
    return all.filter((each) => predict(model, each) === 'REFUSED');
  }
}

const WANTED: readonly Wanted[] = [...BATON_ACTS, 'draft', 'accept', 'accept'];
const wanted = fc.constantFrom(...WANTED);
const pick = fc.nat(359);
const tried = fc.record<Anything>({
  ...{
    by: fc.nat(8),
    party: fc.nat(3).map((each) => each < 3),
    on: fc.nat(3),
    nominee: fc.nat(17),
    scope: fc.boolean(),
    to: fc.nat(2),
    back: fc.boolean(),
  },
  days: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 3 }) }, { weight: 1, arbitrary: fc.integer({ min: -2, max: 40 }) }),
  stale: fc.nat(9).map((each) => each === 9),
});
const rarely = fc.nat(14).map((each) => each === 14);
const loss = fc.constantFrom<Loss>('DISABLED', 'ENDED', 'AWAY', 'AWAY', 'DEPUTY');

/** What may happen next, the likelier the more often it says something. */
export const NEXT: fc.Arbitrary<Command> = fc.oneof(
  { weight: 40, arbitrary: fc.tuple(wanted, pick, rarely).map((given) => new Legal(...given)) },
  { weight: 10, arbitrary: pick.map((each) => new Refused(each)) },
  { weight: 12, arbitrary: fc.tuple(fc.constantFrom<Wanted>(...BATON_ACTS, 'draft', 'withdraw', 'consent'), tried).map((given) => new Try(...given)) },
  { weight: 5, arbitrary: fc.tuple(wanted, pick, fc.integer({ min: 1, max: 30 })).map((given) => new Crashing(...given)) },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom<Wanted>('withdraw', 'withdraw', 'consent'), pick, fc.constant(false)).map((given) => new Legal(...given)) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 60 }).map((hours) => new Jump({ hours })) },
  { weight: 7, arbitrary: fc.integer({ min: 1, max: 12 }).map((days) => new Jump({ days })) },
  { weight: 12, arbitrary: fc.constantFrom(1, 1, 3).map((processes) => new Sweep(processes)) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 14 }).map((n) => new CrashingSweep(n)) },
  { weight: 9, arbitrary: fc.tuple(pick, loss, fc.boolean()).map((given) => new Staff(...given)) },
  { weight: 4, arbitrary: fc.tuple(pick, fc.constant('BACK' as const), fc.boolean()).map((given) => new Staff(...given)) },
); // prettier-ignore
