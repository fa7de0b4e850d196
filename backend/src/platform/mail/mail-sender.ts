import type { MailFailureReason } from '@samspel/shared/mail/mail-failure.ts';
import { createTransport, type Transport } from 'nodemailer';

/** One mail to one person. Text only. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for the same mail however often it is sent, `<alert.ID.RECIPIENT@host>`: mailboxes drop the repeat. */
  messageId: string;
}

/** Why a mail did not leave, as a code: a server's own words may hold addresses. `final`: trying again would not help. */
export class MailNotSent extends Error {
  constructor(
    readonly reason: MailFailureReason,
    readonly final = false,
  ) {
    super(`mail not sent: ${reason}`);
  }
}

const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()[\]\\,;:"@\p{Cc}]+$/u;
const MESSAGE_ID = /^<[\w.+-]+@[\w.-]+>$/;

/** Bounded, so that a server that hangs cannot hold a job longer than the queue lets it be held. */
const SMTP = { pool: true, maxConnections: 5, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 } as const;

export class MailSender {
  private readonly transporter;

  /** `transport`: an SMTP address (`smtp://` or `smtps://`) or a nodemailer transport of our own. */
  constructor(
    transport: string | Transport,
    private readonly from: string,
  ) {
    this.transporter = createTransport(typeof transport === 'string' ? { ...SMTP, url: transport } : transport);
    // A connection that breaks while nothing is sent on it; the next mail opens another.
    this.transporter.on('error', () => undefined);
  }

  /** Resolves when the server has taken it. Throws MailNotSent. */
  async send(mail: Mail): Promise<void> {
    if (!ADDRESS.test(mail.to) || !MESSAGE_ID.test(mail.messageId)) throw new MailNotSent('MALFORMED', true);
    try {
      await this.transporter.sendMail({
        from: this.from,
        // An object, so that nothing in the address is read as a list or a name.
        to: { name: '', address: mail.to },
        subject: mail.subject.replaceAll(/\p{Cc}+/gu, ' '),
        text: mail.text,
        messageId: mail.messageId,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
    } catch (error) {
      throw notSent(error);
    }
  }

  close(): void {
    this.transporter.close();
  }
}

/** RFC 5321 4.2.1: 4xx may go better later, 5xx on the address or the text will not. */
function notSent(error: unknown): MailNotSent {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (code === 'EAUTH' || code === 'ENOAUTH') return new MailNotSent('SERVER_SIGN_IN');
  if (responseCode && responseCode >= 500) return new MailNotSent('REFUSED', code === 'EENVELOPE' || code === 'EMESSAGE');
  return new MailNotSent(responseCode ? 'SERVER_BUSY' : 'SERVER_UNREACHABLE');
}
