import { organisationRefById, staffRefJson } from '../organisation/refs.sql.ts';
import type { Tx } from '../platform/database/database.ts';
import type { TimelineItemView } from './timeline.dto.ts';

const AUDIENCE = `(select json_agg(${organisationRefById('reader.id')}) from unnest(event.audience) as reader (id))`;

/** SQL text: one TimelineItemView as JSON, from the table alias `event`. */
export const TIMELINE_ITEM = `json_build_object('id', event.id, 'kind', event.kind, 'occurredAt', event.occurred_at, 'recordedAt', event.recorded_at,
  'actor', ${staffRefJson('event.actor_assignment_id')}, 'byPerson', event.actor_person_id is not null, 'params', event.params, 'text', event.text,
  'audience', ${AUDIENCE})`;

/**
 * SQL text: whether staff of the organisation (an SQL expression) may read `event`. What another organisation told is read only as long
 * as its disclosure to one's own has not ended; an owner who stays behind after a withdrawal sees that something happened, not what.
 */
export const readableEvent = (organisationId: string): string => `
  (event.audience is null or ${organisationId} = any (event.audience))
  and (event.kind <> 'told' or event.organisation_id = ${organisationId} or exists (
    select 1 from disclosure d join disclosure_recipient r on r.disclosure_id = d.id
    where d.subject_id = event.id and d.subject_kind = 'EVENT' and r.organisation_id = ${organisationId} and r.ended_at is null))`;

/** Where a page ended: the sort values, to the microsecond. */
export const EVENT_AT = `to_char(event.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** SQL text for the case view: a JSON array of the newest events and, as its last element when there are more, one row past `limit`. */
export const newestEventsJson = (caseId: string, organisationId: string, limit: number): string => `
  (select coalesce(json_agg(json_build_object('item', newest.item, 'at', newest.at, 'id', newest.id) order by newest.occurred_at desc, newest.id desc), '[]')
    from (select ${TIMELINE_ITEM} as item, ${EVENT_AT} as at, event.id, event.occurred_at from timeline_event event
      where event.case_id = ${caseId} and ${readableEvent(organisationId)}
      order by event.occurred_at desc, event.id desc limit ${limit + 1}) newest)`;

export interface EventRow {
  item: TimelineItemView;
  at: string;
  id: string;
}

const PAGE = `
  select ${TIMELINE_ITEM} as item, ${EVENT_AT} as at, event.id
  from participation me join timeline_event event on event.case_id = me.case_id
  where me.case_id = $1 and me.assignment_id = $2 and me.until_at is null and ${readableEvent('me.organisation_id')}
  and ($3::text[] is null or event.kind = any ($3))
  and ($4::timestamptz is null or (event.occurred_at, event.id) < ($4, $5::uuid))
  order by event.occurred_at desc, event.id desc limit $6`;

/** One row more than `limit`, so that the caller knows whether there is another page. */
export function timelinePage(
  tx: Tx,
  actorId: string,
  caseId: string,
  { kinds, after, limit }: { kinds: readonly string[] | null; after: readonly string[] | undefined; limit: number },
): Promise<EventRow[]> {
  return tx.query<EventRow[]>(PAGE, [caseId, actorId, kinds, after?.[0] ?? null, after?.[1] ?? null, limit + 1]);
}
