import { noonOf, plusDays, workingMs } from './calendar.ts';
import { epochOf } from './ladder.ts';
import { type Baton, type Consent, type Model, type Org, ORGS, waits } from './model.ts';
import { type Attempt, type BatonAct, previousOf } from './predicting.ts';

/** When it happened, by the clock that wrote it down. */
export type At = Date;
type OfBaton = Extract<Attempt, { baton: Baton }>;

const ended = (baton: Baton, state: string, at: At): void => void Object.assign(baton, { state, endedAt: at, closed: true, ownerLost: false });
const alert = (baton: Baton, rung: string): void => void baton.alerts.set(`${rung} 1`, baton.alerts.get(`${rung} 1`) ?? null);

/** A new stage has rungs of its own. */
function enter(baton: Baton, state: string): void {
  const before = epochOf(baton);
  baton.state = state;
  if (epochOf(baton) !== before) baton.climbed.clear();
}

export function newBaton(base: Pick<Baton, 'scope' | 'origin' | 'state' | 'from' | 'to' | 'accountable' | 'previous'> & Partial<Baton>): Baton {
  return {
    ...{ id: null, ownerLost: false, nominee: null, receivedBy: null, answeredBy: null, acceptedBy: null, answerBy: null, back: false, bounces: 0 },
    ...{ offeredAt: null, acceptedAt: null, contactAt: null, endedAt: null, closed: false, held: null, heldMs: 0, holdsInRow: 0 },
    ...{ climbed: new Set<string>(), alerts: new Map<string, Date | null>() },
    ...base,
  };
}

/** A legal act was done at `at`; `id` is what it made. */
export function apply(model: Model, attempt: Attempt, at: At, id: string | null): void {
  if (attempt.act === 'draft') {
    const { by, scope, to, nominee, back, days } = attempt;
    const answerBy = plusDays(model.today, days);
    const base = { scope, to, nominee, answerBy, origin: 'OFFER', state: 'DRAFT', from: by, accountable: by } as const;
    model.batons.push(newBaton({ ...base, id, back, previous: previousOf(model, by, scope) }));
  } else if (attempt.act === 'consent') {
    const from = model.orgOf(attempt.by);
    model.consents.push({ id: id!, from, to: ORGS.filter((each) => each !== from), withdrawn: false });
  } else if (attempt.act === 'withdraw') withdraw(model, attempt.consent, at);
  else OF_BATON[attempt.act](model, attempt, at);
}

const OF_BATON: Record<BatonAct, (model: Model, attempt: OfBaton, at: At) => void> = {
  offer: (model, { baton }, at) => {
    baton.bounces = bouncesOf(model, baton);
    Object.assign(baton, { state: 'OFFERED', offeredAt: at });
    if (baton.bounces >= 2) alert(baton, 'BOUNCED');
  },
  receive: (_, { baton, by }) => void Object.assign(baton, { state: 'RECEIVED', receivedBy: by }),
  nominate: (_, { baton, by, nominee }) => {
    if (baton.state === 'OFFERED') Object.assign(baton, { state: 'RECEIVED', receivedBy: by });
    baton.nominee = nominee;
  },
  accept: (model, { baton, by }, at) => {
    enter(baton, 'ACCEPTED');
    Object.assign(baton, { acceptedBy: by, answeredBy: by, accountable: by, acceptedAt: at, ownerLost: false, receivedBy: baton.receivedBy ?? by });
    model.holders[baton.scope] = by;
    model.lost[baton.scope] = false;
    model.team.add(by);
    const { previous } = baton;
    if (!previous || previous.closed) return;
    if (previous.state === 'COMPLETED' || previous.state === 'FAILED') previous.closed = true;
    else {
      previous.held = null;
      ended(previous, baton.back ? 'FAILED' : 'COMPLETED', at);
    }
  },
  decline: (_, { baton, by }, at) => {
    baton.answeredBy = by;
    if (baton.origin === 'OWNER_LOST') return void (baton.nominee = null);
    ended(baton, 'DECLINED', at);
    baton.bounces += 1;
    if (baton.bounces >= 2) alert(baton, 'BOUNCED');
  },
  ask: (_, { baton, by }) => void Object.assign(baton, { state: 'NEEDS_INFO', answeredBy: by, receivedBy: baton.receivedBy ?? by }),
  answer: (_, { baton }) => void (baton.state = 'RECEIVED'),
  revoke: (_, { baton }, at) => ended(baton, 'REVOKED', at),
  contact: (model, { baton, days }, at) => {
    enter(baton, 'IN_PROGRESS');
    const made = days === 0 ? at : noonOf(plusDays(model.today, -days));
    Object.assign(baton, { contactAt: made > baton.acceptedAt! ? made : baton.acceptedAt, holdsInRow: 0 });
  },
  hold: (model, { baton, days }, at) => {
    baton.held = { from: baton.state, at, until: plusDays(model.today, days) };
    Object.assign(baton, { state: 'ON_HOLD', holdsInRow: baton.holdsInRow + 1 });
  },
  resume: (_, { baton }, at) => wake(baton, at),
  complete: (_, { baton }, at) => (enter(baton, 'COMPLETED'), void (baton.endedAt = at)),
  fail: (_, { baton }, at) => (enter(baton, 'FAILED'), void (baton.endedAt = at)),
  acknowledge: (_, { baton }) => void (baton.closed = true),
};

/** The clocks after acceptance go on where they stood. */
export function wake(baton: Baton, at: At): void {
  const { from, at: since } = baton.held!;
  Object.assign(baton, { state: from, held: null, heldMs: baton.heldMs + workingMs(since, at) });
}

/** Declined since somebody last accepted, else what it comes with from the handover before. */
function bouncesOf(model: Model, { scope, previous, back }: Baton): number {
  const mine = model.batons.filter((each) => each.scope === scope);
  const kept = Math.max(0, ...mine.map(({ acceptedAt }) => acceptedAt?.getTime() ?? 0));
  const declined = mine.filter(({ state, endedAt }) => state === 'DECLINED' && endedAt!.getTime() > kept);
  const last = declined.sort((a, b) => b.endedAt!.getTime() - a.endedAt!.getTime())[0];
  return last?.bounces ?? (previous ? previous.bounces + (back ? 1 : 0) : 0);
}

/** What was shared under it stops, what waited under it too, and whoever nothing covers any more is out: all but the owner. */
function withdraw(model: Model, consent: Consent, at: At): void {
  consent.withdrawn = true;
  const ownerOrg = model.orgOf(model.holders.CASE_OWNERSHIP);
  const standing = model.consents.filter(({ withdrawn }) => !withdrawn);
  const losing = consent.to.filter(
    (org) => !standing.some(({ to }) => to.includes(org)) && !(org === ownerOrg && standing.some(({ from }) => from === org)),
  );
  for (const baton of model.batons.filter((each) => waits(each) || each.state === 'DRAFT'))
    if (stops(model, baton, losing)) ended(baton, 'STOPPED_BY_PERSON', at);
  for (const who of [...model.team].filter((each) => losing.includes(model.orgOf(each)) && each !== model.holders.CASE_OWNERSHIP)) {
    if (model.holders.COORDINATOR_ROLE === who) model.holders.COORDINATOR_ROLE = model.holders.CASE_OWNERSHIP;
    model.team.delete(who);
  }
}

function stops(model: Model, { from, to, ownerLost, scope }: Baton, losing: readonly Org[]): boolean {
  const org = model.orgOf(from);
  // Finding a new owner shares nothing and goes on to the last; leading a case that is gone from the organisation does not.
  const leaves = losing.includes(org) && scope === 'COORDINATOR_ROLE' && from !== model.holders.CASE_OWNERSHIP;
  if (ownerLost && org === to && !leaves) return false;
  if (losing.includes(org) || losing.includes(to)) return true;
  return org === to ? !model.covered(to) : !model.covers(org, to);
}
