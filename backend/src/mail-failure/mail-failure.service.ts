import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../access/actor.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { Database } from '../platform/database/database.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { CURSOR_INSTANT, CURSOR_UUID, decodeCursor, page, type PageQuery } from '../platform/http/paging.ts';
import { type MailJob, Outbox } from '../platform/outbox/outbox.ts';
import { notVisible } from '../platform/problem/problem.ts';
import type { MailFailureList, MailFailureView } from './mail-failure.dto.ts';

/** A job that ended without an answer of its own took too long, or its process died. Instants are milliseconds, as a cursor carries them. */
const FAILURES = `
  select id, coalesce(data->>'kind', '?') as kind, ${instantJson('failed_at')} as "failedAt", coalesce(source_retry_count, 0) + 1 as attempts,
         coalesce(source_output->>'reason', 'TIMED_OUT') as reason
  from (select j.*, date_trunc('milliseconds', j.created_on) as failed_at from pgboss.job_common j where j.name = 'mail-dead') dead
  where $2::timestamptz is null or (failed_at, id) < ($2, $3::uuid)
  order by failed_at desc, id desc limit $1`;

/** Mails that were given up. Kinds, times and codes; who they were for is known to their composer alone. */
@Injectable()
export class MailFailures {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  async list(query: PageQuery): Promise<MailFailureList> {
    const [at, id] = decodeCursor(query.cursor, [CURSOR_INSTANT, CURSOR_UUID]) ?? [];
    const rows = await this.db.lookUp<MailFailureView>('mail-failures', FAILURES, [query.limit + 1, at ?? null, id ?? null]);
    return page(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.failedAt, row.id],
    );
  }

  /** Back into the queue, with all its attempts before it. Of two who ask at once one is answered that it is gone (404). */
  retry(actor: StaffActor, id: string): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const [row] = await tx.query<{ job: MailJob | null }[]>('select app.take_mail_failure($1) as job', [id]);
      if (!row?.job) throw notVisible();
      await this.outbox.add(tx, row.job);
      await this.audit.write(tx, actor, { action: 'mail.retried', fieldClass: 'LOG', purpose: 'ADMINISTRATION', subjectId: id });
    });
  }
}
