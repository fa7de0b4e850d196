import type { ConsentView } from '../consent/consent.dto.ts';
import type { StaffRef } from '../organisation/refs.dto.ts';
import type { TimelineItemView } from '../timeline/timeline.dto.ts';
import type { MyConsentView, MyStaffView, MyTimelineItemView } from './my-parts.dto.ts';

/** A consent without what only staff need. */
export function asMine({ blocked: _, version: __, ...consent }: ConsentView): MyConsentView {
  const { withdrawn } = consent;
  return { ...consent, takenBy: byName(consent.takenBy), withdrawn: withdrawn && { ...withdrawn, by: withdrawn.by && byName(withdrawn.by) } };
}

export function eventAsMine({ audience: _, ...event }: TimelineItemView): MyTimelineItemView {
  return { ...event, actor: event.actor && byName(event.actor) };
}

const byName = ({ assignmentId: _, ...staff }: StaffRef): MyStaffView => staff;
