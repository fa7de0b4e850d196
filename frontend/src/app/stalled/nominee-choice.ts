import { type NomineeView } from '@samspel/shared/api.ts';
import { shortDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';
import { type Option } from '../ui/choice.ts';

/** Nobody is chosen beforehand, unless exactly one who can be is in the team already. */
export function chosenBeforehand(nominees: readonly NomineeView[]): string | undefined {
  const inTeam = nominees.filter(({ inTeam, selectable }) => inTeam && selectable);
  return inTeam.length === 1 ? inTeam[0]!.staff.assignmentId : undefined;
}

/** A nominee as something to choose: in the team or not, of another unit than `unit`, here or away, and why not when not. */
export function nomineeOption(nominee: NomineeView, unit: string, words: Words, today: string): Option {
  const { staff, selectable } = nominee;
  const elsewhere = staff.unit === unit ? '' : `${staff.unit}.`;
  const parts = [nominee.inTeam ? words.t('stalled.nominee.inTeam') : '', elsewhere, presence(nominee, words, today)];
  const hint = parts.filter((part) => part !== '').join(' ');
  const option = { value: staff.assignmentId, label: staff.name };
  if (selectable) return { ...option, hint };
  return { ...option, shutBecause: [hint, words.t('stalled.nominee.shut')].join(' ').trim() };
}

function presence({ here, awayUntil, deputy }: NomineeView, words: Words, today: string): string {
  if (awayUntil !== null) {
    const day = shortDay(awayUntil, words.language(), today);
    return deputy === null ? words.t('stalled.nominee.away', { day }) : words.t('stalled.nominee.awayWithDeputy', { day, name: deputy.name });
  }
  return here ? words.t('stalled.nominee.here') : '';
}
