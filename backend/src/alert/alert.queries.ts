import { type HandoverMetadata, metadataJson } from '../handover/handover-metadata.sql.ts';
import { staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import type { AlertActivityView, AlertMessageView, AlertView } from './alert.dto.ts';

export interface StoredAlert extends Omit<AlertView, 'handover' | 'activity' | 'message'> {
  handover: HandoverMetadata | null;
  activity: Omit<AlertActivityView, 'caseId'> | null;
  message: Omit<AlertMessageView, 'caseId'> | null;
  /** The case for its team alone; `loggedCaseId` for the log. */
  caseId: string | null;
  loggedCaseId: string;
}

/** A cursor carries milliseconds, so that is what the list is ordered by. */
const RAISED = `date_trunc('milliseconds', l.raised_at)`;
const STANDS = 'l.resolved_at is null and r.acknowledged_at is null';

/** What the alert `l` is about: `h`, or `about` from behind row security, since whoever stands in may be outside the team. */
const SUBJECT = `left join handover h on h.id = l.handover_id left join lateral app.alerted_of(case when l.handover_id is null then l.id end) about on true`;
const HANDOVER = `case when h.id is not null then ${metadataJson('h')} end`;
const ACTIVITY = `case when about.activity_id is not null then json_build_object('id', about.activity_id, 'reference', about.reference, 'dueOn', about.due_on,
    'owner', ${staffRefJson('about.answers_assignment_id')}) end`;
const MESSAGE = `case when about.message_id is not null then json_build_object('id', about.message_id, 'kind', about.message_kind, 'reference', about.reference,
    'dueAt', ${instantJson('about.due_at')}, 'responsible', ${staffRefJson('about.answers_assignment_id')}) end`;

/** SQL text: one `StoredAlert` of the alert `l`, its recipient's row `r` and what it is about; `reader` an SQL expression. */
const alertJson = (
  reader: string,
): string => `json_build_object('id', l.id, 'rung', l.rung, 'epoch', l.epoch, 'handover', ${HANDOVER}, 'activity', ${ACTIVITY}, 'message', ${MESSAGE},
    'reasonCode', l.reason_code,
    'dueAt', ${instantJson('l.due_at')}, 'raisedAt', ${instantJson(RAISED)}, 'resolvedAt', ${instantJson('l.resolved_at')},
    'acknowledgedAt', ${instantJson('r.acknowledged_at')}, 'loggedCaseId', l.case_id,
    'caseId', (select p.case_id from participation p where p.case_id = l.case_id and p.assignment_id = ${reader} and p.until_at is null limit 1))`;

export const ALERTS = `
  select ${alertJson('$1')} as stored
  from alert_recipient r join alert l on l.id = r.alert_id ${SUBJECT}
  where r.assignment_id = $1 and ($2 = 'all' or ${STANDS}) and ($3::timestamptz is null or (${RAISED}, l.id) < ($3, $4::uuid))
  order by ${RAISED} desc, l.id desc limit $5`;

export const OPEN_ALERTS = `
  select count(*)::int as open from alert_recipient r join alert l on l.id = r.alert_id where r.assignment_id = $1 and ${STANDS}`;

/** SQL text for a larger view: how many stand, and the newest of them. */
export const standingAlertsJson = (reader: string, newest: number): string => `json_build_object(
  'open', (select count(*) from alert_recipient r join alert l on l.id = r.alert_id where r.assignment_id = ${reader} and ${STANDS}),
  'items', (select coalesce(json_agg(latest.stored order by latest.raised_at desc, latest.id desc), '[]') from (
    select ${alertJson(reader)} as stored, l.raised_at, l.id
    from alert_recipient r join alert l on l.id = r.alert_id ${SUBJECT}
    where r.assignment_id = ${reader} and ${STANDS} order by l.raised_at desc, l.id desc limit ${newest}) latest))`;
