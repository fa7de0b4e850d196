import { dayOf, plusDays } from './calendar.ts';
import { type Baton, type Consent, type Model, type Org, type Scope, waits } from './model.ts';

export const BATON_ACTS = [
  'offer',
  'receive',
  'nominate',
  'accept',
  'decline',
  'ask',
  'answer',
  'revoke',
  'contact',
  'hold',
  'resume',
  'complete',
  'fail',
  'acknowledge',
] as const;
export type BatonAct = (typeof BATON_ACTS)[number];

/** `days`: ahead of today, and for a first contact before it. `by` null: the person. */
export type Attempt =
  | { act: 'draft'; by: string; scope: Scope; to: Org; nominee: string | null; back: boolean; days: number }
  | { act: BatonAct; by: string; baton: Baton; nominee: string; days: number }
  | { act: 'withdraw'; by: string | null; consent: Consent }
  | { act: 'consent'; by: string };

/** SAME: a repeat by whoever did it, answered as if it had been done now and changing nothing. */
export type Verdict = 'DONE' | 'SAME' | 'REFUSED';
const when = (legal: boolean): Verdict => (legal ? 'DONE' : 'REFUSED');
const ahead = (days: number): boolean => days >= 0 && days <= 30;

/** What the product says must come of it. */
export function predict(model: Model, attempt: Attempt): Verdict {
  if (attempt.act === 'draft') return when(mayDraft(model, attempt));
  if (attempt.act === 'consent') return when(model.team.has(attempt.by));
  if (attempt.act === 'withdraw') {
    if (attempt.by !== null && !model.team.has(attempt.by)) return 'REFUSED';
    return attempt.consent.withdrawn ? 'SAME' : 'DONE';
  }
  const { baton, by } = attempt;
  return model.sees(by, baton) ? OF_BATON[attempt.act](model, attempt) : 'REFUSED';
}

function mayDraft(model: Model, { by, scope, to, nominee, back, days }: Extract<Attempt, { act: 'draft' }>): boolean {
  if (model.holders[scope] !== by || !model.covered(model.orgOf(by)) || !ahead(days)) return false;
  if (model.batons.some((each) => each.state === 'DRAFT' && each.from === by && each.scope === scope)) return false;
  const previous = previousOf(model, by, scope);
  if (back && (!previous || model.orgOf(previous.from) !== to)) return false;
  return nominee === null || (to === model.orgOf(by) && mayBeAsked(model, nominee, to, [by]));
}

/** The open handover by which somebody came to answer. */
export function previousOf(model: Model, who: string, scope: Scope): Baton | null {
  const had = model.batons.filter((each) => each.scope === scope && each.acceptedBy === who && !each.closed);
  return had.sort((a, b) => b.acceptedAt!.getTime() - a.acceptedAt!.getTime())[0] ?? null;
}

const mayBeAsked = (model: Model, who: string, org: Org, not: readonly string[]): boolean =>
  model.orgOf(who) === org && model.present(who) && !not.includes(who);

type OfBaton = Extract<Attempt, { baton: Baton }>;
type Rule = (model: Model, attempt: OfBaton) => Verdict;

/** Whoever it waits for, unless they sent it themself. */
const receives = (model: Model, { by, baton }: OfBaton): boolean => model.asked(by, baton) && baton.from !== by;
const owns = ({ by, baton }: OfBaton): boolean => baton.acceptedBy === by;
const shares = (model: Model, { from, to, origin }: Baton): boolean => {
  if (model.orgOf(from) !== to) return model.covers(model.orgOf(from), to);
  return model.covered(to) || origin === 'OWNER_LOST';
};
const ended = ({ state }: Baton): boolean => state === 'COMPLETED' || state === 'FAILED';

const OF_BATON: Record<BatonAct, Rule> = {
  offer: (model, { by, baton }) => {
    if (baton.from !== by) return 'REFUSED';
    if (baton.state === 'OFFERED') return 'SAME';
    if (baton.state !== 'DRAFT' || model.holders[baton.scope] !== by || !model.covered(model.orgOf(by))) return 'REFUSED';
    if (model.waiting(baton.scope) || baton.answerBy! < model.today) return 'REFUSED';
    if (baton.nominee && !mayBeAsked(model, baton.nominee, baton.to, [by])) return 'REFUSED';
    return when(shares(model, baton));
  },
  receive: (model, { by, baton }) => {
    if (!model.atIntake(by, baton)) return 'REFUSED';
    return baton.state === 'RECEIVED' && baton.receivedBy === by ? 'SAME' : when(baton.state === 'OFFERED');
  },
  nominate: (model, { by, baton, nominee }) => {
    if (!(model.supervises(by, baton.to) || model.atIntake(by, baton)) || !waits(baton)) return 'REFUSED';
    return baton.nominee === nominee ? 'SAME' : when(mayBeAsked(model, nominee, baton.to, [baton.from, baton.accountable]));
  },
  accept: (model, attempt) => {
    const { by, baton, days } = attempt;
    if (!receives(model, attempt)) return 'REFUSED';
    if (owns(attempt)) return 'SAME';
    return when(ahead(days) && waits(baton) && model.canAnswer(by) && model.holders[baton.scope] === baton.from && shares(model, baton));
  },
  decline: (model, attempt) => {
    const { by, baton } = attempt;
    if (!receives(model, attempt)) return 'REFUSED';
    if (baton.state === 'DECLINED' && baton.answeredBy === by) return 'SAME';
    return when(waits(baton) && (baton.origin === 'OFFER' || baton.nominee === by));
  },
  ask: (model, attempt) => when(receives(model, attempt) && ['OFFERED', 'RECEIVED'].includes(attempt.baton.state)),
  answer: (model, { by, baton }) => {
    const instead = baton.ownerLost && model.team.has(by) && model.orgOf(by) === model.orgOf(baton.from);
    return when((baton.from === by || instead) && baton.state === 'NEEDS_INFO');
  },
  revoke: (_, { by, baton }) => {
    if (baton.from !== by || baton.ownerLost) return 'REFUSED';
    return baton.state === 'REVOKED' ? 'SAME' : when(waits(baton) || baton.state === 'DRAFT');
  },
  contact: (model, attempt) => {
    const { baton, days } = attempt;
    if (!owns(attempt) || baton.state !== 'ACCEPTED') return 'REFUSED';
    return when(days >= 0 && plusDays(model.today, -days) >= dayOf(baton.offeredAt!));
  },
  hold: (_, attempt) => {
    const { baton, days } = attempt;
    return when(owns(attempt) && ['ACCEPTED', 'IN_PROGRESS'].includes(baton.state) && days > 0 && days <= 30 && baton.holdsInRow < 2);
  },
  resume: (_, attempt) => when(owns(attempt) && attempt.baton.state === 'ON_HOLD'),
  complete: (_, attempt) => {
    if (!owns(attempt)) return 'REFUSED';
    return attempt.baton.state === 'COMPLETED' ? 'SAME' : when(attempt.baton.state === 'IN_PROGRESS');
  },
  fail: (_, attempt) => {
    if (!owns(attempt)) return 'REFUSED';
    return attempt.baton.state === 'FAILED' ? 'SAME' : when(['ACCEPTED', 'IN_PROGRESS'].includes(attempt.baton.state));
  },
  acknowledge: (_, { by, baton }) => {
    if (baton.from !== by || !ended(baton)) return 'REFUSED';
    return baton.closed ? 'SAME' : 'DONE';
  },
};

/** Who has the ball. */
export function courtOf({ state, closed }: Baton): 'SENDER' | 'RECEIVER' | 'NOBODY' {
  if (closed || ['DECLINED', 'REVOKED', 'STOPPED_BY_PERSON'].includes(state)) return 'NOBODY';
  return ['DRAFT', 'NEEDS_INFO', 'COMPLETED', 'FAILED'].includes(state) ? 'SENDER' : 'RECEIVER';
}
