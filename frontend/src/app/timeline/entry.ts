import { type MyTimelineItemView, type TimelineItemView } from '@samspel/shared/api.ts';
import { type Words } from '../text/words.ts';
import { type TimelineEntry } from '../ui/timeline.ts';
import { eventText } from './event-text.ts';

/** Moments at which the baton passed from hand to hand. */
const PASSES: readonly TimelineItemView['kind'][] = ['coordinator.accepted', 'invitation.accepted', 'handover.accepted', 'case.opened'];

export interface EventEntry extends TimelineEntry {
  readonly own: boolean;
  /** Who can read it, when that is not the whole team. */
  readonly readers: string | null;
}

/** An event as the kit's timeline draws it. `person`: the given name of whom the case is about. */
export function entryOf(item: MyTimelineItemView & Partial<Pick<TimelineItemView, 'audience'>>, person: string, words: Words): EventEntry {
  return {
    id: item.id,
    at: item.occurredAt,
    who: item.actor?.name ?? (item.byPerson ? person : words.t('timeline.system')),
    org: item.actor?.organisation ?? null,
    text: eventText(item, words),
    pass: PASSES.includes(item.kind),
    own: item.kind === 'told',
    readers: item.audience?.map((each) => each.shortName).join(', ') ?? null,
  };
}
