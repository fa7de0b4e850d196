import type { Rung } from '@samspel/shared/alert/alert.ts';
import { mailTime } from '../platform/mail/quiet-hours.ts';
import type { Connection, Outbox } from '../platform/outbox/outbox.ts';
import { rowsOf } from './rows.ts';

/** What an alert is about; exactly one of the three. */
export interface AlertSubject {
  handoverId?: string;
  activityId?: string;
  messageId?: string;
}

/** An alert to raise. `to`: assignments, nobody twice. */
export interface Raise extends AlertSubject {
  caseId: string;
  rung: Rung;
  epoch: number;
  /** Domain time at which it was to be raised. */
  dueAt: Date;
  reasonCode?: string | null;
  to: readonly string[];
}

const ALERTS = `
  insert into alert (handover_id, activity_id, message_id, case_id, rung, epoch, due_at, reason_code)
    select handover_id, activity_id, message_id, case_id, rung, epoch, due_at, reason_code
    from json_to_recordset($1) as n (place int, handover_id uuid, activity_id uuid, message_id uuid, case_id uuid, rung text, epoch int, due_at timestamptz,
      reason_code text) order by place
  on conflict on constraint one_alert_per_rung do nothing
  returning id, handover_id as "handoverId", activity_id as "activityId", message_id as "messageId", rung, epoch`;
const RECIPIENTS = `
  insert into alert_recipient (alert_id, assignment_id) select * from unnest($1::uuid[], $2::uuid[]) on conflict do nothing`;

/**
 * Raises those that have not been raised before, with their recipients and one mail to each, all in the caller's transaction. The unique key
 * (subject, rung, epoch) decides who raises when several try. `now`: domain time. Answers those that are new.
 */
export async function raise(db: Connection, outbox: Outbox, alerts: readonly Raise[], now: Date): Promise<Raise[]> {
  if (!alerts.length) return [];
  const rows = alerts.map((each, place) => ({
    place,
    handover_id: each.handoverId ?? null,
    activity_id: each.activityId ?? null,
    message_id: each.messageId ?? null,
    case_id: each.caseId,
    rung: each.rung,
    epoch: each.epoch,
    due_at: each.dueAt,
    reason_code: each.reasonCode ?? null,
  }));
  const written = rowsOf<Keyed & { id: string }>(await db.query(ALERTS, [JSON.stringify(rows)]));
  const keyed = new Map(alerts.map((each) => [keyOf(each), each]));
  const raised = written.map((row) => ({ id: row.id, alert: keyed.get(keyOf(row))! }));
  await tell(
    db,
    outbox,
    raised.flatMap(({ id, alert }) => alert.to.map((assignmentId) => ({ alertId: id, assignmentId }))),
    now,
  );
  return raised.map(({ alert }) => alert);
}

/** More recipients of alerts that stand: somebody else has taken over. */
export async function tell(db: Connection, outbox: Outbox, told: readonly { alertId: string; assignmentId: string }[], now: Date): Promise<void> {
  if (!told.length) return;
  await db.query(RECIPIENTS, [told.map(({ alertId }) => alertId), told.map(({ assignmentId }) => assignmentId)]);
  const leaves = mailTime(now);
  const notBefore = leaves > now ? leaves : undefined;
  await outbox.addMany(
    db,
    told.map((ids) => ({ job: { kind: 'alert', ...ids }, notBefore })),
  );
}

type Keyed = { [Subject in keyof AlertSubject]?: string | null } & { rung: Rung; epoch: number };

const keyOf = ({ handoverId, activityId, messageId, rung, epoch }: Keyed): string => `${handoverId ?? activityId ?? messageId} ${rung} ${epoch}`;
