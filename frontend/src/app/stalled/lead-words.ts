import { type StalledCountersView } from '@samspel/shared/api.ts';
import { type StalledFilter } from '@samspel/shared/stalled/stalled.ts';
import { type Words } from '../text/words.ts';

/** How many there are of a kind, or of all that stands on the board; what is paused stands aside. */
export function countOf({ noOwner, notAccepted, silent, openLoop, paused }: StalledCountersView, kind: StalledFilter | null): number {
  if (kind === null) return noOwner + notAccepted + silent + openLoop;
  return { NO_OWNER: noOwner, NOT_ACCEPTED: notAccepted, SILENT: silent, OPEN_LOOP: openLoop, PAUSED: paused }[kind];
}

/** "Sex överlämningar till er har stannat. En saknar ägare." */
export function leadText(counters: StalledCountersView, direction: string, words: Words): string {
  const total = countOf(counters, null);
  if (total === 0) return words.t('stalled.lead.none');
  const parts = [words.count(`stalled.lead.${direction}`, total, { number: numberWord(total, words) })];
  if (counters.noOwner > 0) parts.push(words.count('stalled.lead.noOwner', counters.noOwner, { number: numberWord(counters.noOwner, words) }));
  return parts.join(' ');
}

/** "Sex", as a sentence begins; figures from thirteen on. */
function numberWord(n: number, words: Words): string {
  return words.known(`stalled.number.${n}`) ?? String(n);
}
