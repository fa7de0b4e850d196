import { type ActivityView } from '@samspel/shared/api.ts';
import { shortDay } from '../text/format/dates.ts';
import { type Words } from '../text/words.ts';
import { type IconName } from '../ui/icon.ts';
import { type OrgMark } from '../ui/org-badge.ts';
import { type TagKind } from '../ui/tag.ts';

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

export interface StatusTag {
  readonly kind: TagKind;
  readonly icon: IconName;
  readonly text: string;
}

/** How it stands, as a drawing and a word. What is late or has nobody comes first: it is what the reader must know. */
export function statusOf(activity: ActivityView, words: Words): StatusTag {
  const { state, requested } = activity;
  if (state === 'COMPLETED') return { kind: 'done', icon: 'check-circle', text: words.t('plan.status.COMPLETED') };
  if (state === 'CANCELLED') return { kind: 'later', icon: 'x', text: words.t('plan.status.CANCELLED') };
  if (activity.ownerLost) return { kind: 'stop', icon: 'alert', text: words.t('plan.status.ownerLost') };
  if (activity.overdueDays > 0) return { kind: 'late', icon: 'alert', text: words.count('plan.status.late', activity.overdueDays) };
  if (state === 'REQUESTED') {
    return { kind: 'wait', icon: 'hourglass', text: words.t('plan.status.waitsFor', { organisation: requested?.organisation.letters ?? '' }) };
  }
  if (state === 'DECLINED') return { kind: 'later', icon: 'no', text: words.t('plan.status.DECLINED') };
  if (state === 'BLOCKED') return { kind: 'stop', icon: 'stop', text: words.t('plan.status.BLOCKED') };
  if (activity.handover !== null) {
    return { kind: 'wait', icon: 'hourglass', text: words.t('plan.status.waitsFor', { organisation: activity.handover.toOrganisation.letters }) };
  }
  if (activity.waitsForOther) return { kind: 'later', icon: 'lock', text: words.t('plan.status.waitsForOther') };
  if (state === 'IN_PROGRESS') return { kind: 'go', icon: 'half', text: words.t('plan.status.IN_PROGRESS') };
  return { kind: 'plain', icon: 'ring', text: words.t('plan.status.PLANNED') };
}

/** Whose badge stands before it: nobody's organisation when the person does it, or when somebody outside the team does. */
export function badgeOf({ provider, owner, performer }: ActivityView, person: Named): OrgMark {
  if (provider === 'OWN_ACTION') return { name: person.givenName, letters: initials(`${person.givenName} ${person.familyName}`), kind: 'OTHER' };
  if (provider === 'INTERVENTION') return owner.organisation;
  const name = performer?.worksAt || performer?.name || owner.organisation.name;
  return { name, letters: initials(name), kind: 'OTHER' };
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const letters = words.length > 1 ? words.map((word) => word.charAt(0)).join('') : name;
  return letters.slice(0, 2).toLocaleUpperCase('sv');
}

/** Who does it, who answers for it, when, and after what: the small line under its name. */
export function metaOf(activity: ActivityView, givenName: string, words: Words): readonly string[] {
  const { extent, deputy, startOn, dueOn, after, state } = activity;
  const day = (on: string): string => shortDay(on, words.language());
  const when =
    state === 'COMPLETED' && activity.completedAt !== null
      ? words.t(activity.completedByPerson ? 'plan.activity.doneByPerson' : 'plan.activity.doneOn', {
          name: givenName,
          day: day(activity.completedAt),
        })
      : words.t(activity.overdueDays > 0 ? 'plan.activity.wasDue' : 'plan.activity.due', { day: day(dueOn) });
  return [
    doerOf(activity, givenName, words),
    ...(extent === null || extent === '' ? [] : [extent]),
    ...(deputy === null ? [] : [words.t('plan.activity.deputy', { name: deputy.name })]),
    ...(startOn === null || state === 'COMPLETED' ? [] : [words.t('plan.activity.start', { day: day(startOn) })]),
    when,
    ...(after === null ? [] : [words.t('plan.activity.after', { text: after.text })]),
  ];
}

function doerOf({ owner, performer, provider }: ActivityView, givenName: string, words: Words): string {
  if (provider === 'OWN_ACTION') return words.t('plan.activity.byPerson', { name: givenName, owner: owner.name });
  if (provider === 'INTERVENTION') return `${owner.name}, ${owner.title}`;
  if (performer === null) return words.t('plan.activity.bySomebody', { owner: owner.name });
  return words.t('plan.activity.byOther', { name: nameOf(performer), owner: owner.name });
}

function nameOf({ name, worksAt }: NonNullable<ActivityView['performer']>): string {
  return worksAt === '' ? name : `${name}, ${worksAt}`;
}

/** What must be said in a whole sentence: that it is on its way, was declined and why, or what stands in its way. */
export function truthOf(activity: ActivityView, words: Words): string | null {
  const { state, requested, owner, handover } = activity;
  if (state === 'REQUESTED' && requested !== null) {
    return words.t('plan.truth.REQUESTED', { organisation: requested.staff?.name ?? requested.organisation.name, owner: owner.givenName });
  }
  if (state === 'DECLINED') {
    const why = words.t(`plan.decline.${activity.declineCode ?? 'OTHER_WAY'}`);
    return words.t('plan.truth.DECLINED', { organisation: requested?.organisation.name ?? '', why, owner: owner.givenName });
  }
  if (handover !== null) return words.t('plan.truth.handover', { organisation: handover.toOrganisation.name, owner: owner.givenName });
  if (state === 'BLOCKED') return words.t('plan.truth.BLOCKED', { why: words.t(`plan.block.${activity.blockedCategory ?? 'TIME'}`) });
  if (state === 'CANCELLED') return words.t('plan.truth.CANCELLED', { why: words.t(`plan.cancel.${activity.cancelCode ?? 'NOT_NEEDED'}`) });
  return null;
}
