import type pg from 'pg';
import { alertMails } from '../../alert/alert-mails.ts';
import { personNewsMails } from '../../person/person-news-mail.ts';
import type { MailJob } from '../../platform/outbox/outbox.ts';
import { mailTime } from '../../platform/mail/quiet-hours.ts';

interface Waiting {
  id: string;
  data: MailJob;
  /** Domain time; null: what it is about is gone. */
  at: Date | null;
}

const WAITING = `
  select j.id, j.data, coalesce(l.raised_at, h.offered_at, n.told_at) as at from pgboss.job_common j
  left join alert l on l.id = (j.data->>'alertId')::uuid left join handover h on h.id = (j.data->>'handoverId')::uuid
  left join person_mail n on n.person_id = (j.data->>'personId')::uuid
  where j.name = 'mail' and j.state = 'created' order by at, j.id`;

/**
 * The mails of a past that was told in seconds, with the demo's clock at the present again. They never reach a mail server: those since `since`
 * that are still about something lie in the demo's letter box with the time they would have had, older ones are forgotten, and what waits
 * for the morning waits. Answers how many lie there. `pool`: of samspel_worker.
 */
export async function layPastMails(pool: pg.Pool, publicUrl: string, { since, now }: { since: Date; now: Date }): Promise<number> {
  const { rows } = await pool.query<Waiting>(WAITING);
  const past = rows.map((row) => ({ ...row, sentAt: mailTime(row.at ?? since) })).filter(({ sentAt }) => sentAt <= now);
  const composers = { ...alertMails(publicUrl), ...personNewsMails(publicUrl) };
  let laid = 0;
  for (const { data, sentAt } of past.toSorted((a, b) => a.sentAt.getTime() - b.sentAt.getTime())) {
    const mail = sentAt < since ? null : await composers[data.kind]!(pool, data);
    if (!mail) continue;
    await pool.query(
      `insert into demo_mail (message_id, recipient, subject, text, headers, sent_at) values ($1, $2, $3, $4, '{"Auto-Submitted": "auto-generated"}', $5)
       on conflict (message_id) do nothing`,
      [mail.messageId, mail.to, mail.subject, mail.text, sentAt],
    );
    laid += 1;
  }
  await pool.query('delete from pgboss.job_common where id = any ($1)', [past.map(({ id }) => id)]);
  return laid;
}
