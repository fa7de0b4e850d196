import { bodyOf, type MailText } from '../alert/mail-texts.ts';
import type { MailComposer, MailComposers } from '../platform/mail/mail-worker.ts';
import { messageId } from '../platform/mail/message-id.ts';

/** The address, unless they have taken it back meanwhile; and which day's news it is, so that a repeat is the same mail. */
const ADDRESS = `select email, coalesce(told_at, app.domain_now())::date::text as day from person_mail where person_id = $1`;
const TEXT: MailText = { subject: 'Samspel: något nytt', lines: ['Du har något nytt i Samspel.'] };

/** Who writes the mails to the persons themselves. `publicUrl`: the address people type. */
export function personNewsMails(publicUrl: string): MailComposers {
  const composer: MailComposer = async (db, job) => {
    const personId = job['personId']!;
    const { rows } = await db.query<{ email: string; day: string }>(ADDRESS, [personId]);
    const [row] = rows;
    if (!row) return null;
    const text = bodyOf(TEXT, new URL('/min-plan', publicUrl).toString());
    return { to: row.email, subject: TEXT.subject, text, messageId: messageId(publicUrl, 'person-news', personId, row.day) };
  };
  return { 'person-news': composer };
}
