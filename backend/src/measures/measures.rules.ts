import { DECLINE_CODES, type DeclineCode } from '@samspel/shared/handover/handover.ts';
import { SMALL_CELL } from '@samspel/shared/stalled/stalled.ts';
import { WORKING_DAY_MS, workingDaysSince, workingTimeBetween } from '../platform/clock/working-time.ts';

/** One handover as its history tells it; domain time. */
export interface Journey {
  beganAt: Date;
  receivedAt: Date | null;
  acceptedAt: Date | null;
  /** Accepted, declined, revoked or stopped. */
  answeredAt: Date | null;
  declineCode: DeclineCode | null;
  firstContactAt: Date | null;
  warm: boolean | null;
  closedAt: Date | null;
  lostAt: Date | null;
  repairedAt: Date | null;
  /** How often the baton came back over this link; on one of its handovers, null on the others. */
  bounces: number | null;
  /** Seconds from when each alert was due until it was raised. */
  lags: number[] | null;
  alertsDuplicated: number;
  alertsLost: number;
}

export interface Spread {
  p50: number;
  p75: number;
  p90: number;
  max: number;
  n: number;
}

export interface LinkFigures {
  n: number;
  offered: number;
  closed: number | null;
  open: { n: number; oldestDays: number } | null;
  toReceivedHours: Spread | null;
  toOwnerDays: Spread | null;
  ownedWithin: { d1: number | null; d3: number | null; d5: number | null };
  ownerlessPersonHours: number | null;
  closedLoopShare: number | null;
  declines: { code: DeclineCode; n: number | null }[];
  bounces: { max: number; mean: number } | null;
  warmShare: number | null;
  ownerLostRepairDays: number | null;
  alertLagSeconds: { p50: number; max: number } | null;
  alertsLost: number;
  alertsDuplicated: number;
}

/** The figures of one link. Every cell that rests on fewer than `SMALL_CELL` handovers is null; how many there were in all is always told. */
export function linkFigures(journeys: readonly Journey[], now: Date): LinkFigures {
  const n = journeys.length;
  const enough = n >= SMALL_CELL;
  const open = journeys.filter(({ answeredAt }) => !answeredAt);
  const accepted = journeys.filter(({ acceptedAt }) => acceptedAt);
  const met = journeys.filter(({ firstContactAt }) => firstContactAt);
  const waits = journeys.map((journey) => waitOf(journey, now));
  return {
    n,
    offered: n,
    closed: enough ? n - open.length : null,
    open: enough ? { n: open.length, oldestDays: oldestDays(open, now) } : null,
    toReceivedHours: spread(hoursToReceived(journeys)),
    toOwnerDays: spread(waits.flatMap(({ owned }) => (owned === null ? [] : [owned]))),
    ownedWithin: { d1: ownedWithin(waits, 1), d3: ownedWithin(waits, 3), d5: ownedWithin(waits, 5) },
    // A person waits on Sundays too: these hours are the calendar's.
    ownerlessPersonHours: enough
      ? rounded(sum(journeys.map(({ beganAt, answeredAt }) => (answeredAt ?? now).getTime() - beganAt.getTime())) / HOUR_MS)
      : null,
    closedLoopShare: share(accepted, ({ closedAt }) => closedAt !== null),
    declines: declinesOf(journeys),
    bounces: bouncesOf(journeys),
    warmShare: share(met, ({ warm }) => warm === true),
    ownerLostRepairDays: repairDays(journeys),
    alertLagSeconds: lagOf(journeys),
    alertsLost: sum(journeys.map(({ alertsLost }) => alertsLost)),
    alertsDuplicated: sum(journeys.map(({ alertsDuplicated }) => alertsDuplicated)),
  };
}

/** Interpolated between the two nearest, as `percentile_cont` does. `sorted`: at least one value, rising. */
export function percentile(sorted: readonly number[], p: number): number {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)]!;
  const high = sorted[Math.ceil(place)]!;
  return low + (high - low) * (place - Math.floor(place));
}

const HOUR_MS = 3_600_000;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** One decimal is what a reader can use. */
const rounded = (value: number): number => Math.round(value * 10) / 10;
const rising = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** Working days, reckoned once: calendars are slow and a year has many handovers. */
interface Wait {
  owned: number | null;
  lived: number;
}

function waitOf({ beganAt, acceptedAt }: Journey, now: Date): Wait {
  const days = (to: Date): number => workingTimeBetween(beganAt, to) / WORKING_DAY_MS;
  return { owned: acceptedAt ? days(acceptedAt) : null, lived: days(now) };
}

const hoursToReceived = (journeys: readonly Journey[]): number[] =>
  journeys.flatMap(({ beganAt, receivedAt }) => (receivedAt ? [workingTimeBetween(beganAt, receivedAt) / HOUR_MS] : []));

function oldestDays(open: readonly Journey[], now: Date): number {
  const oldest = open.reduce((first, { beganAt }) => (beganAt < first ? beganAt : first), now);
  return workingDaysSince(oldest, now);
}

function spread(values: readonly number[]): Spread | null {
  if (values.length < SMALL_CELL) return null;
  const sorted = rising(values);
  const at = (p: number): number => rounded(percentile(sorted, p));
  return { p50: at(0.5), p75: at(0.75), p90: at(0.9), max: at(1), n: values.length };
}

/** Between 0 and 1. */
function share<T>(of: readonly T[], fits: (each: T) => boolean): number | null {
  return of.length < SMALL_CELL ? null : Math.round((of.filter(fits).length / of.length) * 1000) / 1000;
}

/** Of those that were accepted within so many working days or have had as many to be: the younger ones may still be. */
function ownedWithin(waits: readonly Wait[], days: number): number | null {
  const within = ({ owned }: Wait): boolean => owned !== null && owned <= days;
  return share(
    waits.filter((wait) => within(wait) || wait.lived >= days),
    within,
  );
}

function declinesOf(journeys: readonly Journey[]): LinkFigures['declines'] {
  const counted = DECLINE_CODES.map((code) => ({ code, n: journeys.filter(({ declineCode }) => declineCode === code).length }));
  // With few in all, even that a code was used would say which handover it was.
  if (journeys.length < SMALL_CELL) return [];
  return counted.filter(({ n }) => n > 0).map(({ code, n }) => ({ code, n: n < SMALL_CELL ? null : n }));
}

function bouncesOf(journeys: readonly Journey[]): LinkFigures['bounces'] {
  const batons = journeys.flatMap(({ bounces }) => (bounces === null ? [] : [bounces]));
  return batons.length < SMALL_CELL ? null : { max: Math.max(...batons), mean: rounded(sum(batons) / batons.length) };
}

/** The median, in working days, from losing the owner until there is one again. */
function repairDays(journeys: readonly Journey[]): number | null {
  const days = journeys.flatMap(({ lostAt, repairedAt }) => (lostAt && repairedAt ? [workingTimeBetween(lostAt, repairedAt) / WORKING_DAY_MS] : []));
  return days.length < SMALL_CELL ? null : rounded(percentile(rising(days), 0.5));
}

function lagOf(journeys: readonly Journey[]): LinkFigures['alertLagSeconds'] {
  const lags = rising(journeys.flatMap(({ lags: each }) => each ?? []));
  return lags.length < SMALL_CELL ? null : { p50: rounded(percentile(lags, 0.5)), max: rounded(lags.at(-1)!) };
}
