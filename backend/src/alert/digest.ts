import { isWorkingDay } from '@samspel/shared/calendar/working-days.ts';
import type { Pool } from 'pg';
import { mailTime } from '../platform/mail/quiet-hours.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import { inTransaction } from './in-transaction.ts';

const ZONE = 'Europe/Stockholm';
const FROM = '07:30';

const NOW = `select app.domain_now() as now, exists (select 1 from digest_run where day = app.domain_today()) as done`;
/** Supervisors at work for whom something stands still or an alert waits; whoever is on leave leaves it to the others. */
const SUPERVISORS = `
  select a.id from assignment a where a.role = 'SUPERVISOR' and app.works_today(a.id) and not app.is_away(a.id) and (
    exists (select 1 from handover h where h.stalled_from <= app.domain_now() and h.to_organisation_id = a.organisation_id)
    or exists (select 1 from handover h where h.stalled_from <= app.domain_now() and h.from_organisation_id = a.organisation_id)
    or exists (select 1 from alert_recipient r join alert l on l.id = r.alert_id where r.assignment_id = a.id and r.acknowledged_at is null and l.resolved_at is null))`;

/**
 * The supervisors' daily digest: once per working day from 07.30 domain time on, by whichever process writes the day's row. Answers how many mails
 * were put together, null when it was not time.
 */
export async function digest(pool: Pool, outbox: Outbox): Promise<number | null> {
  const { rows } = await pool.query<{ now: Date; done: boolean }>(NOW);
  const { now, done } = rows[0]!;
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  const day = local.toPlainDate().toString();
  if (done || !isWorkingDay(day) || Temporal.PlainTime.compare(local.toPlainTime(), FROM) < 0) return null;
  return inTransaction(pool, async (db) => {
    const { rowCount } = await db.query('insert into digest_run (day) values ($1) on conflict do nothing', [day]);
    if (!rowCount) return null;
    const { rows: supervisors } = await db.query<{ id: string }>(SUPERVISORS);
    const leaves = mailTime(now);
    const notBefore = leaves > now ? leaves : undefined;
    await outbox.addMany(
      db,
      supervisors.map(({ id }) => ({ job: { kind: 'digest', assignmentId: id, dayId: day }, notBefore })),
    );
    return supervisors.length;
  });
}
