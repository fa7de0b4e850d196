import { startOfDay, plusDays, workingDaysLater } from '../handover-model/calendar.ts';

export type Org = 'fk' | 'af' | 'region';
/** Two organisations work with it, each with two people; one reads it, and one has no part in the case. */
export const TEAM = ['lena.region', 'ulla.region', 'ahmed.af', 'sara.af', 'karin.fk'] as const;
/** They receive for their organisation. */
export const INTAKE: readonly string[] = ['ulla.region', 'sara.af'];
export const OUTSIDER = 'sofia.kommun';
export type Who = (typeof TEAM)[number] | typeof OUTSIDER;
export const AUTHOR = 'lena.region';
export const orgOf = (who: string): string => who.slice(who.indexOf('.') + 1);

const OPEN = ['REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED'] as const;
export type State = (typeof OPEN)[number] | 'COMPLETED' | 'CANCELLED';
export const ACTS = [
  'accept',
  'refuse',
  'take-back',
  'start',
  'complete',
  'reopen',
  'block',
  'unblock',
  'cancel',
  'note',
  'ask',
  'new-day',
  'offer',
  'take-over',
] as const;
export type Act = (typeof ACTS)[number];

export interface Attempt {
  act: Act;
  by: Who;
  /** `ask`, `offer`: whom. */
  to: Org;
  /** `accept`, `new-day`: so many days from today. */
  days: number;
}

/** Beside the activity's own version: they are in nobody's way. */
export const UNVERSIONED: readonly Act[] = ['note', 'offer', 'take-over'];

export interface Alert {
  due: Date;
  told: number;
}

/** What the product promises of one activity, in plain variables. Everybody of the team reads it. */
export class Model {
  state: State = 'PLANNED';
  started = false;
  owner: string = AUTHOR;
  asked: string | null = null;
  deputy: string | null;
  completedBy: string | null = null;
  /** Who may take it over, since its owner has offered it. */
  offered: string | null = null;
  /** Who took it over last, and may say so again. */
  taken: string | null = null;
  epoch = 1;
  version = 2;
  notes = 0;
  history = 0;
  log = 2;
  readonly fired = new Set<string>();
  /** `rung epoch`. */
  readonly alerts = new Map<string, Alert>();

  constructor(
    public today: string,
    public dueOn: string,
    deputy: string | null,
    readonly id: string,
  ) {
    this.deputy = deputy;
  }

  get open(): boolean {
    return (OPEN as readonly State[]).includes(this.state);
  }
  /** At the end of its day whoever answers for it; three working days later everybody who reads it. */
  get ladder(): { rung: string; at: Date }[] {
    const over = startOfDay(plusDays(this.dueOn, 1));
    return [{ rung: 'OVERDUE_OWNER', at: over }, { rung: 'OVERDUE_TEAM', at: workingDaysLater(over, 3) }]; // prettier-ignore
  }
  get next(): { rung: string; at: Date } | null {
    return (this.open && this.ladder.find(({ rung }) => !this.fired.has(rung))) || null;
  }

  /** The sweep has been round. */
  pass(now: Date): void {
    for (let next = this.next; next && next.at <= now; next = this.next) {
      this.fired.add(next.rung);
      this.alerts.set(`${next.rung} ${this.epoch}`, { due: next.at, told: next.rung === 'OVERDUE_OWNER' ? 1 : TEAM.length });
    }
  }

  /** Where it leads; null when it is refused. */
  after({ act, by, to }: Attempt): State | null {
    if (by === OUTSIDER) return null;
    const owns = by === this.owner;
    const works = owns || by === this.deputy;
    const isAsked = orgOf(by) === this.asked;
    const { state } = this;
    const where = this.started ? 'IN_PROGRESS' : 'PLANNED';
    switch (act) {
      case 'accept':
        return state === 'REQUESTED' && isAsked ? 'PLANNED' : null;
      case 'refuse':
        return state === 'REQUESTED' && isAsked ? 'DECLINED' : null;
      case 'take-back':
        return owns && (state === 'REQUESTED' || state === 'DECLINED') ? 'PLANNED' : null;
      case 'start':
        return works && state === 'PLANNED' ? 'IN_PROGRESS' : null;
      case 'complete':
        return works && ['PLANNED', 'IN_PROGRESS', 'BLOCKED'].includes(state) ? 'COMPLETED' : null;
      case 'reopen':
        if (state === 'CANCELLED') return owns ? 'PLANNED' : null;
        return state === 'COMPLETED' && (works || by === this.completedBy) ? where : null;
      case 'block':
        return works && (state === 'PLANNED' || state === 'IN_PROGRESS') ? 'BLOCKED' : null;
      case 'unblock':
        return works && state === 'BLOCKED' ? where : null;
      case 'cancel':
        return owns && this.open ? 'CANCELLED' : null;
      case 'note':
        return works && this.open ? state : null;
      case 'ask':
        if (!this.edits(by) || to === orgOf(by) || state === 'IN_PROGRESS' || state === 'BLOCKED') return null;
        return to === this.asked ? state : 'REQUESTED';
      case 'new-day':
        return this.edits(by) && this.asked !== orgOf(by) ? state : null;
      case 'offer':
        return owns && this.open && !this.offered && this.taker(by, to) ? state : null;
      case 'take-over':
        if (by !== this.offered) return null;
        return state === 'REQUESTED' || state === 'DECLINED' ? 'PLANNED' : state;
    }
  }

  /** Who may take over what `by` offers there: their intake, or else the colleague who is named. */
  taker(by: string, to: Org): string | undefined {
    const there = TEAM.filter((each) => orgOf(each) === to && each !== by);
    return there.find((each) => INTAKE.includes(each)) ?? (orgOf(by) === to ? there[0] : undefined);
  }
  /** The owner's organisation; while nobody has said yes also the author's. */
  private edits(by: string): boolean {
    const waits = this.state === 'REQUESTED' || this.state === 'DECLINED';
    return this.open && (orgOf(by) === orgOf(this.owner) || (waits && orgOf(by) === orgOf(AUTHOR)));
  }

  /** It was done. */
  apply(attempt: Attempt): void {
    const { act, by, to, days } = attempt;
    const state = this.after(attempt)!;
    const before = this.state;
    if (act === 'offer') {
      this.offered = this.taker(by, to)!;
      this.taken = null;
      return;
    }
    const owner = this.owner;
    this.version += 1;
    if (act === 'take-over') this.taken = by;
    else this.log += 1;
    if (act !== 'take-over' && act !== 'new-day' && !(act === 'ask' && to === this.asked)) this.history += 1;
    if (act === 'note' || act === 'refuse' || act === 'block' || act === 'cancel') this.notes += 1;
    if (act === 'ask' || act === 'new-day') this.edited(by);
    if (act === 'ask') this.asked = to;
    if (act === 'accept' || act === 'take-over') this.belongsTo(by);
    if (act === 'accept' || act === 'reopen') this.begins(days, act === 'accept');
    if (act === 'new-day') this.begins(days, true, plusDays(this.today, days) !== this.dueOn);
    if (state !== 'REQUESTED' && state !== 'DECLINED') this.asked = null;
    if (state === 'IN_PROGRESS') this.started = true;
    if (before === 'CANCELLED' && state !== before) this.started = false;
    this.completedBy = state === 'COMPLETED' ? by : null;
    this.state = state;
    if (!this.open || this.owner !== owner) this.offered = null;
  }

  private edited(by: string): void {
    if (orgOf(this.owner) !== orgOf(by)) this.owner = by;
    this.deputy = this.deputyFor(by);
  }
  /** The deputy an edit by `by` keeps: of the owner's own organisation, and not the owner. */
  deputyFor(by: string): string | null {
    const owner = orgOf(this.owner) === orgOf(by) ? this.owner : by;
    return this.deputy && this.deputy !== owner && orgOf(this.deputy) === orgOf(owner) ? this.deputy : null;
  }
  private belongsTo(who: string): void {
    this.owner = who;
    this.deputy = this.deputyFor(who);
  }
  private begins(days: number, day: boolean, anew = true): void {
    if (day) this.dueOn = plusDays(this.today, days);
    if (!anew) return;
    this.epoch += 1;
    this.fired.clear();
  }
}
