import fc from 'fast-check';
import { workingDaysLater } from '../handover-model/calendar.ts';
import { ACTS, type Act, type Attempt, type Model, type Org, OUTSIDER, TEAM, UNVERSIONED, type Who } from './model.ts';
import type { Scene } from './scene.ts';
import { crash, crashSweep, jump, race, refuseAll, step, sweepAll } from './stepping.ts';

type Command = fc.AsyncCommand<Model, Scene>;

const ORGS: readonly Org[] = ['af', 'region', 'fk'];
const attempts = (act: Act, pick: number): Attempt[] =>
  TEAM.flatMap((by) => ORGS.slice(0, act === 'ask' || act === 'offer' ? 2 : 1).map((to) => ({ act, by, to, days: 1 + (pick % 9) })));

/** What the machine allows now of one act, or of any when that one is barred, so that every draw leads somewhere. */
function legal(model: Readonly<Model>, wanted: Act, pick: number): Attempt {
  const of = (act: Act): Attempt[] => attempts(act, pick).filter((each) => model.after(each) !== null);
  const ways = of(wanted);
  const all = ways.length ? ways : ACTS.flatMap(of);
  return all[pick % all.length]!;
}

/** A command that shows the numbers it was drawn with; the scene remembers its words for the counterexample. */
class Told implements Command {
  constructor(
    private readonly drawn: unknown,
    private readonly work: (model: Model, scene: Scene) => Promise<void>,
    private readonly possible: (model: Readonly<Model>) => boolean = () => true,
  ) {}
  check(model: Readonly<Model>): boolean {
    return this.possible(model);
  }
  run(model: Model, scene: Scene): Promise<void> {
    return this.work(model, scene);
  }
  toString(): string {
    return JSON.stringify(this.drawn);
  }
}

const wanted = fc.constantFrom<Act>(...ACTS, 'ask', 'ask', 'accept', 'refuse', 'reopen', 'offer', 'take-over', 'take-over');
const pick = fc.nat(719);
const somebody = fc.constantFrom<Who>(...TEAM, OUTSIDER);

const does = fc.tuple(wanted, pick, fc.nat(14)).map((drawn) => new Told(drawn, (model, scene) => {
  const [act, number, luck] = drawn;
  return step(scene, model, legal(model, act, number), luck === 0);
})); // prettier-ignore

/** Somebody tries every act that is not theirs to make now. */
const tries = fc.tuple(somebody, pick).map(([by, number]) => {
  const refused = (model: Readonly<Model>): Attempt[] =>
    ACTS.map((act): Attempt => ({ act, by, to: ORGS[number % 2]!, days: 1 }))
      .filter((each) => model.after(each) === null)
      .filter(({ act }) => act !== 'take-over' || by !== model.taken)
      // An owner may write a handover down that cannot be sent.
      .filter(({ act }) => act !== 'offer' || by !== model.owner);
  return new Told([by, number], (model, scene) => refuseAll(scene, model, refused(model)), (model) => refused(model).length > 0); // prettier-ignore
});

const races = fc.tuple(wanted, wanted, pick, pick).map((drawn) => {
  const two = (model: Readonly<Model>): readonly [Attempt, Attempt] => [legal(model, drawn[0], drawn[2]), legal(model, drawn[1], drawn[3])];
  // What is on no version comes in beside anything; but of two ways to leave its owner only one is gone.
  const ends = ({ act }: Attempt): boolean => ['complete', 'cancel', 'accept'].includes(act);
  const worth = (model: Readonly<Model>): boolean => {
    const [one, other] = two(model);
    if (one.act === 'take-over') return ends(other);
    return other.act === 'take-over' ? ends(one) : !UNVERSIONED.includes(one.act) && !UNVERSIONED.includes(other.act);
  };
  return new Told(drawn, (model, scene) => race(scene, model, two(model)), worth);
});

const crashes = fc.tuple(wanted, pick, fc.integer({ min: 1, max: 25 })).map((drawn) => {
  const [act, number, at] = drawn;
  // An offer is two acts.
  return new Told(
    drawn,
    (model, scene) => crash(scene, model, legal(model, act, number), at),
    (model) => legal(model, act, number).act !== 'offer',
  );
});

const jumps = fc.oneof(fc.integer({ min: 1, max: 40 }).map((hours) => ({ hours })), fc.integer({ min: 1, max: 7 }).map((days) => ({ days }))).map(
  (length) => new Told(length, async (model, scene) => {
    const now = scene.running.clock.now();
    const to = 'days' in length ? workingDaysLater(now, length.days) : new Date(now.getTime() + length.hours * 3_600_000);
    // A minute more, so that nothing falls due in the very moment that is looked at.
    await jump(scene, model, new Date(to.getTime() + 60_000));
  }),
); // prettier-ignore
const sweeps = fc.constantFrom(1, 1, 2).map((processes) => new Told({ processes }, (model, scene) => sweepAll(scene, model, processes)));
const dyingSweeps = fc.integer({ min: 1, max: 9 }).map((at) => new Told({ at }, (model, scene) => crashSweep(scene, model, at)));

/** What may happen next, the likelier the more often it says something. */
export const NEXT: fc.Arbitrary<Command> = fc.oneof(
  { weight: 50, arbitrary: does },
  { weight: 6, arbitrary: tries },
  { weight: 7, arbitrary: races },
  { weight: 7, arbitrary: crashes },
  { weight: 14, arbitrary: jumps },
  { weight: 14, arbitrary: sweeps },
  { weight: 2, arbitrary: dyingSweeps },
);
