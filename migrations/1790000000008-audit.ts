import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Append-only log of every read and write of personal data (PDL 4:3, SoLPuL 10 §), one partition a month, on the real clock. */
export class Audit1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_event (
        id uuid not null default uuidv7(),
        recorded_at timestamptz not null default clock_timestamp(),
        actor_kind text not null check (actor_kind in ('STAFF', 'CITIZEN', 'SYSTEM')),
        actor_id uuid,
        staff_member_id uuid,
        organisation_id uuid,
        unit_id uuid,
        session_id uuid,
        purpose text not null,
        action text not null,
        case_id uuid,
        person_id uuid,
        field_class text not null check (field_class in ('IDENTITY', 'CASE', 'CONSENT', 'NOTE', 'TIMELINE', 'LOG', 'ORGANISATION', 'SESSION')),
        subject_id uuid,
        primary key (id, recorded_at)
      ) partition by range (recorded_at);
      create index on audit_event (case_id, recorded_at desc, id desc) where case_id is not null;
      create index on audit_event (person_id, recorded_at desc) where person_id is not null;
      create table audit_event_rest partition of audit_event default;

      create function app.add_audit_month(any_day date) returns void language plpgsql as $$
        declare first date := date_trunc('month', any_day);
        begin
          execute format('create table if not exists %I partition of audit_event for values from (%L) to (%L)',
            'audit_event_' || to_char(first, 'YYYY_MM'), (first || ' 00:00+00')::timestamptz, ((first + interval '1 month')::date || ' 00:00+00')::timestamptz);
        end $$;
      revoke execute on function app.add_audit_month(date) from public;
      -- Years ahead, so that no scheduler stands between a month's turn and the log; the default partition catches the rest.
      do $$ begin
        for month in 0..59 loop perform app.add_audit_month((date_trunc('month', clock_timestamp()) + make_interval(months => month))::date); end loop;
      end $$;

      grant insert on audit_event to samspel_app, samspel_audit, samspel_worker, samspel_definer;
      grant select on audit_event to samspel_app;

      alter table audit_event enable row level security, force row level security;
      create policy team_and_person on audit_event for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = audit_event.case_id));
      create policy as_oneself on audit_event for insert to samspel_app with check (actor_id is not distinct from app.actor_id());
      create policy log_writer on audit_event for insert to samspel_audit, samspel_worker, samspel_definer with check (true);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table audit_event; drop function app.add_audit_month(date);`);
  }
}
