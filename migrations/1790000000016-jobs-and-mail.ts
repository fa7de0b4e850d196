import { getConstructionPlans } from 'pg-boss';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What pg-boss would run by itself as the tables' owner, without its own transaction: it stands or falls with this migration. */
function jobTables(): string {
  const [, body] = /^\s*BEGIN;(.*)COMMIT;\s*$/s.exec(getConstructionPlans('pgboss')) ?? [];
  if (!body) throw new Error('pg-boss builds its tables in another way than this migration knows');
  return body;
}

/** About eight hours of trying: 30 s, 1 min, 2 min … at most an hour apart. A failed mail stays for whoever runs the system to see. */
const MAIL = {
  policy: 'standard',
  retryLimit: 14,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 120,
  deadLetter: 'mail-dead',
};
const MAIL_DEAD = { policy: 'standard', retentionSeconds: 90 * 86_400 };

/** Jobs that are sent in the act's own transaction, mail among them, and the demo's letter box. */
export class JobsAndMail1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(jobTables());
    await runner.query(`
      select pgboss.create_queue('mail-dead', '${JSON.stringify(MAIL_DEAD)}');
      select pgboss.create_queue('mail', '${JSON.stringify(MAIL)}');

      grant usage on schema pgboss to samspel_app, samspel_worker, samspel_definer;
      grant select on pgboss.queue, pgboss.version to samspel_app;
      grant select, insert on pgboss.job, pgboss.job_common to samspel_app;
      -- What a started pg-boss reads and writes. It never builds or changes a table.
      grant select, insert, update, delete on pgboss.job, pgboss.job_common to samspel_worker;
      grant select, update on pgboss.queue, pgboss.version to samspel_worker;
      grant select, update, delete on pgboss.job_dependency, pgboss.instance to samspel_worker;
      grant select, delete on pgboss.job_common to samspel_definer;

      -- The app may put jobs in, never take one out, but for a dead letter that is to be sent once more.
      set local role samspel_definer;
      create function app.take_mail_failure(failure uuid) returns jsonb language sql security definer set search_path = public, pg_temp as
        $$ delete from pgboss.job_common where name = 'mail-dead' and id = failure returning data $$;
      revoke execute on function app.take_mail_failure(uuid) from public;
      grant execute on function app.take_mail_failure(uuid) to samspel_app;
      reset role;

      -- The kind travels with the row, so that a plain check keeps a production database's letter box empty.
      create table demo_mail (
        id uuid primary key default uuidv7(),
        kind text not null default 'demo' references deployment (kind) check (kind = 'demo'),
        message_id text not null unique,
        recipient text not null,
        subject text not null,
        text text not null,
        headers jsonb not null default '{}',
        sent_at timestamptz not null default app.domain_now()
      );
      grant select on demo_mail to samspel_app;
      -- A repeat is recognised by its Message-ID, which takes reading that one column.
      grant insert, select (id, message_id) on demo_mail to samspel_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table demo_mail;
      drop function app.take_mail_failure(uuid);
      drop schema pgboss cascade;
    `);
  }
}
