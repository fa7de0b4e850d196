import { type IconName } from '../../ui/icon.ts';
import { type TagKind } from '../../ui/tag.ts';
import { fullDay } from '../../text/format/dates.ts';
import { type Words } from '../../text/words.ts';
import { type MyActivityView, type MyColleagueView, type MyDoerView } from '@samspel/shared/api.ts';

export interface StateLook {
  readonly kind: TagKind;
  readonly icon: IconName;
}
export const STATE_LOOKS: Readonly<Record<MyActivityView['state'], StateLook>> = {
  WAITING: { kind: 'wait', icon: 'hourglass' },
  PLANNED: { kind: 'plain', icon: 'ring' },
  GOING: { kind: 'go', icon: 'half' },
  STUCK: { kind: 'late', icon: 'pause' },
  DONE: { kind: 'done', icon: 'check-circle' },
  ENDED: { kind: 'plain', icon: 'dash' },
};

/** Still to be done by somebody. */
export function isOpen({ state }: MyActivityView): boolean {
  return state !== 'DONE' && state !== 'ENDED';
}

/** "Karin på Försäkringskassan", "Maria i Sjöstads kommun". */
export function helperName({ givenName, organisation }: MyColleagueView, words: Words): string {
  return words.t(`personPlan.person.${['REGION', 'KOMMUN'].includes(organisation.kind) ? 'in' : 'at'}`, {
    name: givenName,
    organisation: organisation.shortName,
  });
}

/** The same of somebody who may stand outside the team: "Gunilla Rask, Almgården". */
export function doerName({ name, givenName, organisation, worksAt }: MyDoerView, words: Words): string {
  if (organisation !== null) return helperName({ givenName: givenName ?? name, organisation }, words);
  return [name, worksAt].filter(Boolean).join(', ');
}

/** Who does it, and while nobody has said yes who answers for it meanwhile: never a blank, never a promise nobody has made. */
export function activitySentences(activity: MyActivityView, words: Words): readonly string[] {
  const { state, doneBy, who, asked, holds, handover } = activity;
  const holder = helperName(holds, words);
  if (state === 'WAITING') {
    const receiver = asked?.shortName;
    return [
      receiver === undefined ? words.t('personPlan.activity.waitsAny') : words.t('personPlan.activity.waits', { receiver }),
      words.t('personPlan.activity.meanwhile', { holder }),
    ];
  }
  // What does not come to be is nobody's to do.
  if (state === 'ENDED') return [];
  const said = [whoSays(doneBy, who, holder, words)];
  if (state === 'STUCK') said.push(words.t('personPlan.activity.stuck', { holder }));
  if (handover !== null) said.push(words.t('personPlan.activity.handover', { receiver: handover.toOrganisation.shortName, holder }));
  return said;
}

function whoSays(doneBy: MyActivityView['doneBy'], who: MyDoerView | null, holder: string, words: Words): string {
  if (doneBy === 'ME') return words.t('personPlan.activity.me', { holder });
  if (who === null) return words.t('personPlan.activity.holds', { holder });
  if (doneBy === 'OTHER') return words.t('personPlan.activity.other', { who: doerName(who, words), holder });
  return words.t('personPlan.activity.does', { who: doerName(who, words) });
}

/** When it begins or is to be done; nothing once it is over. */
export function activityTime(activity: MyActivityView, today: string, words: Words): string | null {
  if (!isOpen(activity)) return null;
  const { startOn, dueOn, overdue } = activity;
  const say = (key: string, day: string): string => words.t(key, { day: fullDay(day, words.language()) });
  if (overdue) return say('personPlan.activity.late', dueOn);
  if (startOn !== null && startOn > today) return say('personPlan.activity.from', startOn);
  return say('personPlan.activity.by', dueOn);
}
