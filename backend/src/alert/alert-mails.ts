import type { Rung } from '@samspel/shared/alert/alert.ts';
import type { Mail } from '../platform/mail/mail-sender.ts';
import type { MailComposer, MailComposers } from '../platform/mail/mail-worker.ts';
import { messageId } from '../platform/mail/message-id.ts';
import { alertText, bodyOf, digestText, type MailText, offeredText } from './mail-texts.ts';

/** SQL text: where mail to the assignment `a` of the staff member `s` at the unit `u` goes: to themself, or to the unit where they have no address. */
const ADDRESS = `coalesce(nullif(s.email, ''), nullif(u.function_address, '')) as address
  from assignment a join staff_member s on s.id = a.staff_member_id and s.disabled_at is null join unit u on u.id = a.unit_id`;

interface Addressed {
  address: string | null;
}

/** One mail that has waited through the night is not sent when it has been seen, or answered, meanwhile. */
const ALERT = `
  select l.rung, l.epoch, ${ADDRESS}
  join alert_recipient r on r.assignment_id = a.id join alert l on l.id = r.alert_id
  where l.id = $1 and a.id = $2 and r.acknowledged_at is null and l.resolved_at is null`;

const DIGEST = `
  select (select count(*)::int from handover h where h.stalled_from <= app.domain_now() and a.organisation_id in (h.to_organisation_id, h.from_organisation_id)) as stalled,
    (select count(*)::int from alert_recipient r join alert l on l.id = r.alert_id
      where r.assignment_id = a.id and r.acknowledged_at is null and l.resolved_at is null) as alerts, ${ADDRESS}
  where a.id = $1`;

const OFFERED = `
  select nullif(u.function_address, '') as address from handover h join unit u on u.id = h.to_unit_id
  where h.id = $1 and h.state = 'OFFERED'`;

/** Who writes the mails of alerts and of handovers. `publicUrl`: the address people type. */
export function alertMails(publicUrl: string): MailComposers {
  const page = (path: string): string => new URL(path, publicUrl).toString();
  const mail = ({ address }: Addressed, path: string, text: MailText, ...id: string[]): Mail | null =>
    address === null
      ? null
      : {
          to: address,
          subject: text.subject,
          text: bodyOf(text, page(path)),
          messageId: messageId(publicUrl, ...id),
        };

  const alert: MailComposer = async (db, job) => {
    const [alertId, assignmentId] = [job['alertId']!, job['assignmentId']!];
    const { rows } = await db.query<Addressed & { rung: Rung; epoch: number }>(ALERT, [alertId, assignmentId]);
    const [row] = rows;
    return row ? mail(row, '/larm', alertText(row.rung, row.epoch), 'alert', alertId, assignmentId) : null;
  };
  const digest: MailComposer = async (db, job) => {
    const [assignmentId, dayId] = [job['assignmentId']!, job['dayId']!];
    const { rows } = await db.query<Addressed & { stalled: number; alerts: number }>(DIGEST, [assignmentId]);
    const [row] = rows;
    return row && row.stalled + row.alerts > 0 ? mail(row, '/fastnat', digestText(row.stalled, row.alerts), 'digest', dayId, assignmentId) : null;
  };
  const offered: MailComposer = async (db, job) => {
    const handoverId = job['handoverId']!;
    const { rows } = await db.query<Addressed>(OFFERED, [handoverId]);
    return rows[0] ? mail(rows[0], '/', offeredText(), 'handover-offered', handoverId) : null;
  };
  return { alert, digest, 'handover.offered': offered };
}
