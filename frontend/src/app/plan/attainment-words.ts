import { type Attainment } from '@samspel/shared/plan/plan.ts';
import { type Words } from '../text/words.ts';
import { type IconName } from '../ui/icon.ts';
import { type TagKind } from '../ui/tag.ts';
import { type StatusTag } from './activity-words.ts';

const LOOKS: Readonly<Record<Attainment, readonly [TagKind, IconName]>> = {
  IN_PROGRESS: ['go', 'half'],
  IMPROVING: ['go', 'arrow'],
  NO_CHANGE: ['plain', 'dash'],
  WORSENING: ['later', 'down'],
  ACHIEVED: ['done', 'check-circle'],
  NOT_ACHIEVED: ['later', 'x'],
};

/** How it goes with a goal, as a drawing and a word. */
export function attainmentTag(status: Attainment, words: Words): StatusTag {
  const [kind, icon] = LOOKS[status];
  return { kind, icon, text: words.t(`plan.attainment.${status}`) };
}
