import type { Transport } from 'nodemailer';
import pg from 'pg';

const LOOK_MS = 1_000;

/** The demo's mail: a letter box anybody may read (page Utskick) in place of a mail server. */
export interface DemoPost {
  transport: Transport;
  stop(): Promise<void>;
}

/** A mail put off to the morning leaves when the demo's clock gets there, by itself or by a leap; its job alone knows the real clock only. */
const RELEASE = `
  update pgboss.job_common set start_after = clock_timestamp()
  where name = 'mail' and state = 'created' and start_after > clock_timestamp() and (data->>'notBefore')::timestamptz <= app.domain_now()`;

/** `workerUrl`: connection of `samspel_worker`. */
export function openDemoPost(workerUrl: string, say: (line: string) => void): DemoPost {
  const pool = new pg.Pool({ connectionString: workerUrl, max: 2 });
  pool.on('error', () => say('demo post: connection lost'));
  let looking: Promise<unknown> = Promise.resolve();
  let busy = false;
  const look = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    looking = release(pool).catch(() => say('demo post: the database did not answer'));
    await looking;
    busy = false;
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  return {
    transport: demoMailTransport(pool),
    stop: async () => {
      clearInterval(timer);
      await looking;
      await pool.end();
    },
  };
}

/** Returns how many mails may leave now that could not before. */
export async function release(db: pg.Pool): Promise<number> {
  return (await db.query(RELEASE)).rowCount ?? 0;
}

/** A repeat of a mail already there is dropped by its Message-ID, as a mailbox does. */
export function demoMailTransport(db: pg.Pool): Transport {
  return {
    name: 'demo letter box',
    version: '1',
    send: ({ data, message }, done) => {
      const envelope = message.getEnvelope();
      const [to = ''] = envelope.to;
      const messageId = message.messageId();
      db.query(
        `insert into demo_mail (message_id, recipient, subject, text, headers) values ($1, $2, $3, $4, $5) on conflict (message_id) do nothing`,
        [messageId, to, data.subject, data.text, JSON.stringify(data.headers)],
      ).then(
        () => done(null, { envelope, messageId, accepted: [to] }),
        (error: Error) => done(error, { envelope, messageId }),
      );
    },
  };
}
