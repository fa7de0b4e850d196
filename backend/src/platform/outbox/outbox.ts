import { Injectable } from '@nestjs/common';
import { PgBoss } from 'pg-boss';

/** A mail to be written when it is sent: a kind and ids, never an address, a name or a text. */
export interface MailJob {
  /** Which composer writes it. */
  readonly kind: string;
  readonly [id: `${string}Id`]: string;
}

/** A transaction's connection: TypeORM's, which answers rows, or a plain `pg` client's. */
export interface Connection {
  query(sql: string, params?: unknown[]): Promise<unknown>;
}

export interface OutboxItem {
  job: MailJob;
  /** Domain time before which it stays; past or missing = at once. */
  notBefore?: Date;
}

export const MAIL_QUEUE = 'mail';

/**
 * Puts jobs into the queue through the caller's own transaction: rolled back with the act, and there for the worker as soon as it commits.
 */
@Injectable()
export class Outbox {
  async add(tx: Connection, job: MailJob, { notBefore }: { notBefore?: Date } = {}): Promise<void> {
    await this.addMany(tx, [{ job, notBefore }]);
  }

  /** One statement however many they are. */
  async addMany(tx: Connection, items: readonly OutboxItem[]): Promise<void> {
    if (!items.length) return;
    const now = items.some(({ notBefore }) => notBefore) ? await domainNow(tx) : 0;
    await queueOn(tx).insert(
      MAIL_QUEUE,
      items.map(({ job, notBefore }) =>
        notBefore ? { data: { ...job, notBefore: notBefore.toISOString() }, ...later(notBefore, now) } : { data: job },
      ),
    );
  }
}

/** Jobs run on the real clock, so what is kept is how long from now. The domain time goes with the job for a clock that is moved. */
function later(notBefore: Date, now: number): { startAfter?: number } {
  const seconds = (notBefore.getTime() - now) / 1000;
  return seconds > 0 ? { startAfter: seconds } : {};
}

async function domainNow(tx: Connection): Promise<number> {
  const [row] = rowsOf<{ ms: string }>(await tx.query('select extract(epoch from app.domain_now()) * 1000 as ms'));
  return Number(row!.ms);
}

/** Never started: it holds no connection and no timer, and is as light as an object. */
function queueOn(tx: Connection): PgBoss {
  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => ({ rows: rowsOf(await tx.query(text, values)) });
  return new PgBoss({ db: { executeSql }, migrate: false });
}

const rowsOf = <Row>(answer: unknown): Row[] => (Array.isArray(answer) ? (answer as Row[]) : (answer as { rows: Row[] }).rows);
