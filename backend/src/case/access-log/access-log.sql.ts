import { organisationRefById } from '../../organisation/refs.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';

/** SQL text: one AccessLogItem as JSON, from `entry` (audit_event), `who` (staff_member) and `place` (unit). */
export const ACCESS_LOG_ITEM = `json_build_object('when', ${instantJson('entry.recorded_at')}, 'name', who.given_name || ' ' || who.family_name,
  'organisation', ${organisationRefById('entry.organisation_id')}, 'unit', place.name, 'purpose', entry.purpose, 'action', entry.action)`;

/**
 * SQL text: which rows count. The upper bound excludes nothing that has happened; it lets the partitions of the months to come be skipped
 * (they are planned ahead), on the real clock that the log keeps.
 */
export const logOf = (caseId: string): string =>
  `entry.case_id = ${caseId} and entry.actor_kind = 'STAFF' and entry.recorded_at <= statement_timestamp()`;

/** A name in one's own list is logged like everything else, but would crowd out who opened the case; the whole log shows it. */
const OPENED = `entry.action not in ('case.list', 'my-day.read')`;

/** SQL text: the newest looks into the case and how many rows there are in all. The caller makes sure the reader is in the team. */
export const accessLogJson = (caseId: string, newest: number): string => `
  json_build_object('total', (select count(*) from audit_event entry where ${logOf(caseId)}),
    'items', (select coalesce(json_agg(latest.item order by latest.recorded_at desc, latest.id desc), '[]')
      from (select ${ACCESS_LOG_ITEM} as item, entry.recorded_at, entry.id
        from audit_event entry join staff_member who on who.id = entry.staff_member_id join unit place on place.id = entry.unit_id
        where ${logOf(caseId)} and ${OPENED} order by entry.recorded_at desc, entry.id desc limit ${newest}) latest))`;
