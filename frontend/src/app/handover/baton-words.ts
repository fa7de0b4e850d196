import { type HandoverClockView, type HandoverRowView } from '@samspel/shared/api.ts';
import { workingDayBefore } from '@samspel/shared/calendar/working-days.ts';
import { dayOf, shortDay, timeOf } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';
import { type RelayState, type Runner } from '../ui/relay.ts';

const DAYS_ON_LANE = 3;

/** What a sentence about a handover needs to know of it; rows and whole views both have it. */
export type Told = Pick<HandoverRowView, 'scope' | 'state' | 'ownerLost' | 'from' | 'to' | 'accountable' | 'nominee' | 'clock'>;

/** Who holds what, and who has not answered: one or two sentences that are true at this moment. */
export function truth(handover: Told, words: Words): string {
  const clock = clockInBrackets(handover.clock, words);
  const params = {
    receiver: handover.to.organisation.id === handover.from.organisation.id ? handover.to.unit.name : handover.to.organisation.shortName,
    unit: handover.to.unit.name,
    nominee: handover.nominee?.name,
    sender: handover.from.staff.name,
    accountable: handover.accountable.name,
    given: handover.accountable.givenName,
    due: dueDay(handover.clock, words),
    until: day(handover.clock.heldUntil, words),
    holds: words.t(`handover.scope.${handover.scope}.holds`),
    clock,
  };
  const sentence = words.t(`handover.truth.${sentenceOf(handover)}`, params);
  const lost = handover.ownerLost && isOnItsWay(handover) ? `${words.t('handover.truth.ownerLost', params)} ` : '';
  return `${lost}${sentence}`;
}

/** Sent, and nobody has said yes. */
export function isOnItsWay({ state }: Pick<HandoverRowView, 'state'>): boolean {
  return state === 'OFFERED' || state === 'RECEIVED' || state === 'NEEDS_INFO';
}

function sentenceOf({ state, nominee, clock }: Told): string {
  if ((state === 'OFFERED' || state === 'RECEIVED') && nominee !== null) return 'NOMINATED';
  // Nobody is to do anything more with it.
  if ((state === 'COMPLETED' || state === 'FAILED') && clock.stage === null) return `${state}_CLOSED`;
  return state;
}

/** "Dag 2 av 3. Svar senast mån 23 nov." — and when the day has passed, that it has. Null: no clock runs. */
export function clockSentence(clock: HandoverClockView, words: Words): string | null {
  if (clock.stage === null) return null;
  if (clock.stage === 'ON_HOLD') return words.t('handover.clock.held', { until: day(clock.heldUntil, words) });
  if (clock.stage === 'CLOSING') return words.t('handover.clock.closing', { due: dueDay(clock, words) });
  return `${clockTag(clock, words) ?? ''}. ${dueSentence(clock, words) ?? ''}`;
}

/** "Svar senast mån 23 nov." — beside a sentence that has told the day already. */
export function dueSentence(clock: HandoverClockView, words: Words): string | null {
  if (clock.stage === null || clock.stage === 'ON_HOLD' || clock.stage === 'CLOSING') return null;
  return words.t(`handover.clock.${clock.overdue ? 'was' : 'by'}.${clock.stage}`, { due: dueDay(clock, words) });
}

/** "Dag 2 av 3", short enough for a tag. The day it began is no day of the count, and past the limit there is no fifth day of three. */
export function clockTag({ stage, day: n, ofDays, overdue }: HandoverClockView, words: Words): string | null {
  if (stage === null) return null;
  if (stage === 'ON_HOLD' || stage === 'CLOSING') return words.t(`handover.clock.tag.${stage}`);
  if (overdue) return words.t('handover.clock.over', { n });
  return n === 0 ? words.t(`handover.clock.zero.${stage}`) : words.t('handover.clock.day', { n, of: ofDays });
}

/** "(dag 2 av 3)", or nothing while no clock runs. */
function clockInBrackets(clock: HandoverClockView, words: Words): string {
  const text = clock.stage === 'OWNER' ? clockTag(clock, words) : null;
  return text === null ? '' : ` (${text.charAt(0).toLowerCase()}${text.slice(1)})`;
}

/** Where the baton is drawn: it stays with the sender until a named person has said yes. */
export function relayState(handover: Told): RelayState {
  const { state, ownerLost } = handover;
  if (isOnItsWay(handover)) return ownerLost ? 'lost' : state === 'OFFERED' ? 'offered' : 'received';
  return NEVER_TAKEN.includes(state) ? 'held' : 'accepted';
}

const NEVER_TAKEN: readonly HandoverRowView['state'][] = ['DRAFT', 'DECLINED', 'REVOKED', 'STOPPED_BY_PERSON'];

/** What whoever has it does with it: answers for the case, or coordinates it. */
export function holdsNow({ scope }: Pick<HandoverRowView, 'scope'>, words: Words): string {
  return words.t(scope === 'COORDINATOR_ROLE' ? 'handover.case.coordinates' : 'handover.panel.answers');
}

/** The hand the baton is on its way to: a named person, or the unit while nobody is named. */
export function receiverOf({ state, nominee, to }: Told, words: Words): Runner {
  if (nominee !== null) return { name: nominee.name, note: to.unit.name, org: nominee.organisation };
  // The dashed ring until somebody there has at least received it.
  return { name: words.t('handover.panel.nobodyYet'), note: to.unit.name, org: state === 'OFFERED' ? null : to.organisation };
}

/** The days on the lane, the last of them today; never more than there is room for. */
export function laneDays(clock: HandoverClockView, words: Words): readonly string[] {
  if (clock.stage !== 'OWNER') return [];
  const first = Math.max(1, clock.day - DAYS_ON_LANE + 1);
  return Array.from({ length: Math.max(0, clock.day - first + 1) }, (_, i) => words.t('handover.clock.lane', { n: first + i }));
}

/** What the clock does next by itself, and when; null when nothing is set to happen. */
export function nextAct({ nextTimer, nextTimerAt }: HandoverClockView): { readonly key: string; readonly at: string } | null {
  return nextTimer === null || nextTimerAt === null ? null : { key: `handover.next.${nextTimer}`, at: nextTimerAt };
}

/** A limit at midnight is the end of the working day before, and that is the last day a reader has to answer. */
function dueDay({ dueAt }: HandoverClockView, words: Words): string {
  if (dueAt === null) return '';
  const due = dayOf(dueAt);
  return shortDay(timeOf(dueAt, 'sv') === '00.00' ? workingDayBefore(due) : due, words.language());
}

function day(when: string | null, words: Words): string {
  return when === null ? '' : shortDay(when, words.language());
}
