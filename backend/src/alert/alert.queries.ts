import { type HandoverMetadata, metadataJson } from '../handover/handover-metadata.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import type { AlertView } from './alert.dto.ts';

export interface StoredAlert extends Omit<AlertView, 'handover'> {
  handover: HandoverMetadata;
  /** The case for its team alone; `loggedCaseId` for the log. */
  caseId: string | null;
  loggedCaseId: string;
}

/** A cursor carries milliseconds, so that is what the list is ordered by. */
const RAISED = `date_trunc('milliseconds', l.raised_at)`;
const STANDS = 'l.resolved_at is null and r.acknowledged_at is null';

/** SQL text: one `StoredAlert` of the alert `l`, its recipient's row `r` and the handover `h`; `reader` an SQL expression. */
const alertJson = (
  reader: string,
): string => `json_build_object('id', l.id, 'rung', l.rung, 'epoch', l.epoch, 'handover', ${metadataJson('h')}, 'reasonCode', l.reason_code,
    'dueAt', ${instantJson('l.due_at')}, 'raisedAt', ${instantJson(RAISED)}, 'resolvedAt', ${instantJson('l.resolved_at')},
    'acknowledgedAt', ${instantJson('r.acknowledged_at')}, 'loggedCaseId', l.case_id,
    'caseId', (select p.case_id from participation p where p.case_id = l.case_id and p.assignment_id = ${reader} and p.until_at is null limit 1))`;

export const ALERTS = `
  select ${alertJson('$1')} as stored
  from alert_recipient r join alert l on l.id = r.alert_id join handover h on h.id = l.handover_id
  where r.assignment_id = $1 and ($2 = 'all' or ${STANDS}) and ($3::timestamptz is null or (${RAISED}, l.id) < ($3, $4::uuid))
  order by ${RAISED} desc, l.id desc limit $5`;

export const OPEN_ALERTS = `
  select count(*)::int as open from alert_recipient r join alert l on l.id = r.alert_id where r.assignment_id = $1 and ${STANDS}`;

/** SQL text for a larger view: how many stand, and the newest of them. */
export const standingAlertsJson = (reader: string, newest: number): string => `json_build_object(
  'open', (select count(*) from alert_recipient r join alert l on l.id = r.alert_id where r.assignment_id = ${reader} and ${STANDS}),
  'items', (select coalesce(json_agg(latest.stored order by latest.raised_at desc, latest.id desc), '[]') from (
    select ${alertJson(reader)} as stored, l.raised_at, l.id
    from alert_recipient r join alert l on l.id = r.alert_id join handover h on h.id = l.handover_id
    where r.assignment_id = ${reader} and ${STANDS} order by l.raised_at desc, l.id desc limit ${newest}) latest))`;
