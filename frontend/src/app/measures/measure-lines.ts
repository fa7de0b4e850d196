import { type LinkMeasuresView, type SpreadView } from '@samspel/shared/api.ts';
import { SMALL_CELL } from '@samspel/shared/stalled/stalled.ts';
import { localeOf } from '../text/language.ts';
import { type Words } from '../text/words.ts';

export interface MeasureLine {
  readonly name: string;
  readonly value: string;
}

/** Every figure of a link in words, in the order a handover meets them. What rests on too few says so. */
export function measureLines(link: LinkMeasuresView, words: Words): readonly MeasureLine[] {
  const t = (name: string, params: Record<string, unknown>): string => words.t(`measures.value.${name}`, params);
  const figure = (n: number): string => decimal(n, words);
  const few = <T>(value: T | null, say: (value: T) => string): string => (value === null ? words.t('measures.few') : say(value));
  const share = (value: number | null): string => few(value, (known) => percent(known, words));
  const spread = ({ p50, p75, p90, max, n }: SpreadView): string =>
    t('spread', { p50: figure(p50), p75: figure(p75), p90: figure(p90), max: figure(max), n });
  const { d1, d3, d5 } = link.ownedWithin;
  const lines: readonly (readonly [string, string])[] = [
    ['offered', t('plain', { n: link.offered })],
    ['closed', few(link.closed, (n) => t('plain', { n }))],
    ['open', few(link.open, ({ n, oldestDays }) => (n === 0 ? t('noneOpen', {}) : t('open', { n, days: oldestDays })))],
    ['toReceivedHours', few(link.toReceivedHours, spread)],
    ['toOwnerDays', few(link.toOwnerDays, spread)],
    [
      'ownedWithin',
      d1 === null && d3 === null && d5 === null ? words.t('measures.few') : t('within', { d1: share(d1), d3: share(d3), d5: share(d5) }),
    ],
    ['ownerlessPersonHours', few(link.ownerlessPersonHours, (n) => t('hours', { n: figure(n) }))],
    ['closedLoopShare', share(link.closedLoopShare)],
    ['declines', declines(link, words)],
    ['bounces', few(link.bounces, ({ max, mean }) => t('bounces', { max, mean: figure(mean) }))],
    ['warmShare', share(link.warmShare)],
    ['ownerLostRepairDays', few(link.ownerLostRepairDays, (n) => t('days', { n: figure(n) }))],
    ['alertLagSeconds', few(link.alertLagSeconds, ({ p50, max }) => t('lag', { p50: lasting(p50, words), max: lasting(max, words) }))],
    ['alertsLost', t('plain', { n: link.alertsLost })],
    ['alertsDuplicated', t('plain', { n: link.alertsDuplicated })],
  ];
  return lines.map(([name, value]) => ({ name, value }));
}

/** What stands out among the links, in one or two sentences. */
export function findingText(links: readonly LinkMeasuresView[], words: Words): string {
  if (links.length === 0) return words.t('measures.finding.none');
  const slowest = links.filter((link) => link.toOwnerDays !== null).toSorted((a, b) => b.toOwnerDays!.p50 - a.toOwnerDays!.p50)[0];
  if (slowest === undefined) return words.t('measures.finding.few');
  const name = links.length === 1 ? 'only' : 'slowest';
  return words.t(`measures.finding.${name}`, {
    from: slowest.fromUnit.name,
    to: slowest.toUnit.name,
    days: decimal(slowest.toOwnerDays!.p50, words),
    p90: decimal(slowest.toOwnerDays!.p90, words),
  });
}

function declines(link: LinkMeasuresView, words: Words): string {
  // An empty list of few is held back, and says nothing of whether anybody declined.
  if (link.declines.length === 0) return words.t(link.n < SMALL_CELL ? 'measures.few' : 'measures.value.noDeclines');
  return link.declines.map(({ code, n }) => `${words.t(`measures.decline.${code}`)}: ${n ?? words.t('measures.few')}`).join(' · ');
}

/** Seconds as one would say them: "12 sekunder", "3 minuter", "5 timmar". */
function lasting(seconds: number, words: Words): string {
  const [unit, each] = seconds < 120 ? (['second', 1] as const) : seconds < 7_200 ? (['minute', 60] as const) : (['hour', 3_600] as const);
  const format = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(localeOf(words.language()), format).format(seconds / each);
}

function decimal(n: number, words: Words): string {
  return new Intl.NumberFormat(localeOf(words.language()), { maximumFractionDigits: 1 }).format(n);
}

function percent(share: number, words: Words): string {
  return new Intl.NumberFormat(localeOf(words.language()), { style: 'percent' }).format(share);
}
