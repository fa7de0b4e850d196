import { at } from './choosing.ts';
import { workingDaysLater } from './calendar.ts';
import { type Model, SCOPES } from './model.ts';
import { PEOPLE, type Scene } from './scene.ts';
import { crashSweep, jump, sweepAll } from './stepping.ts';
import { Told } from './told.ts';

export class Jump extends Told {
  constructor(private readonly length: { hours: number } | { days: number }) { super(); } // prettier-ignore
  async run(model: Model, scene: Scene): Promise<void> {
    const now = scene.running.clock.now();
    const to = 'days' in this.length ? workingDaysLater(now, this.length.days) : new Date(now.getTime() + this.length.hours * 3_600_000);
    // A minute more, so that nothing falls due in the very moment that is looked at.
    scene.told.push(`the clock jumps ${JSON.stringify(this.length)}`);
    await jump(scene, model, new Date(to.getTime() + 60_000));
  }
}

export class Sweep extends Told {
  constructor(private readonly processes: number) { super(); } // prettier-ignore
  async run(model: Model, scene: Scene): Promise<void> {
    scene.told.push(`${this.processes} sweep`);
    await sweepAll(scene, model, this.processes);
  }
}

export class CrashingSweep extends Told {
  constructor(private readonly at: number) { super(); } // prettier-ignore
  async run(model: Model, scene: Scene): Promise<void> {
    scene.told.push(`crash at ${this.at}: sweep`);
    await crashSweep(scene, model, this.at);
  }
}

export type Loss = 'DISABLED' | 'ENDED' | 'AWAY' | 'DEPUTY';
const AWAY = `insert into leave (assignment_id, first_day, last_day, deputy_assignment_id) values ($1, '2026-01-01', '2027-12-31', $2)`;

/** Behind the locks, as no service would allow: somebody who matters now is gone, or back. */
export class Staff extends Told {
  constructor(private readonly pick: number, private readonly how: Loss | 'BACK', private readonly seen: boolean) { super(); } // prettier-ignore
  override check(model: Readonly<Model>): boolean {
    return this.who(model) !== undefined;
  }
  async run(model: Model, scene: Scene): Promise<void> {
    const who = this.who(model)!;
    const person = model.person(who);
    const { staffMemberId, assignmentId } = scene.town.staff[who]!;
    const deputy = model.people.find((each) => each.org === person.org && each.who !== who)!.who;
    scene.told.push(`${who} is ${this.how}${this.how === 'DEPUTY' ? ` (${deputy})` : ''}`);
    if (this.how === 'BACK') {
      await scene.admin.query('update staff_member set disabled_at = null where id = $1', [staffMemberId]);
      await scene.admin.query('update assignment set valid_to = null where id = $1', [assignmentId]);
      await scene.admin.query('delete from leave where assignment_id = $1', [assignmentId]);
      Object.assign(person, { disabled: false, ended: false, leave: null });
    } else if (this.how === 'DISABLED') {
      await scene.admin.query('update staff_member set disabled_at = now() where id = $1', [staffMemberId]);
      person.disabled = true;
    } else if (this.how === 'ENDED') {
      await scene.admin.query(`update assignment set valid_to = '2026-01-02' where id = $1`, [assignmentId]);
      person.ended = true;
    } else {
      const instead = this.how === 'DEPUTY' ? deputy : null;
      await scene.admin.query(AWAY, [assignmentId, instead && scene.idOf(instead)]);
      person.leave = { deputy: instead };
    }
    if (this.seen) await new Sweep(1).run(model, scene);
  }
  private who(model: Model): string | undefined {
    if (this.how === 'BACK') return at(model.people.filter(({ disabled, ended, leave }) => disabled || ended || leave).map(({ who }) => who), this.pick); // prettier-ignore
    const answering = SCOPES.map((scope) => model.answers(scope));
    const whole = [...answering, ...answering, ...SCOPES.map((scope) => model.holders[scope]), ...PEOPLE].filter((who) => model.present(who));
    return at(whole, this.pick);
  }
}
