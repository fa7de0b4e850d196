import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** As it came over the wire, headers unfolded. */
  headers: Map<string, string[]>;
  body: string;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** How often somebody named a recipient. */
  attempts: number;
  /** What to answer to a recipient: an SMTP code above 399 refuses. */
  answer: (attempt: number, to: string) => number;
  stop(): Promise<void>;
}

/** A mail server on a free loopback port that keeps what it takes. */
export async function startMailServer(): Promise<MailServer> {
  const mail: MailServer = { url: '', received: [], attempts: 0, answer: () => 250, stop: async () => undefined };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      const responseCode = mail.answer(++mail.attempts, address);
      done(responseCode < 400 ? null : Object.assign(new Error(`${address} is not wanted here`), { responseCode }));
    },
    onData: (stream, { envelope }, done) => {
      text(stream).then(
        (raw) => {
          mail.received.push(
            parsed(
              raw,
              envelope.rcptTo.map(({ address }) => address),
            ),
          );
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  // A sender that dies leaves its connection broken.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mail.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  mail.stop = () => new Promise((resolve) => server.close(() => resolve()));
  return mail;
}

function parsed(raw: string, to: string[]): ReceivedMail {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const headers = new Map<string, string[]>();
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(line) ?? [];
    headers.set(name.toLowerCase(), [...(headers.get(name.toLowerCase()) ?? []), value]);
  }
  return { to, headers, body: rest.join('\r\n\r\n') };
}
