import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What kind of installation this database serves, and the two clocks (domain time may be shifted in the demo, real time never). */
export class DeploymentAndClock1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists btree_gist;
      create schema app;
      grant usage on schema app to samspel_app, samspel_worker, samspel_audit, samspel_definer;
      grant create on schema app to samspel_definer;
      revoke create on schema public from public;

      create table deployment (
        only_row boolean primary key default true check (only_row),
        kind text not null unique check (kind in ('demo', 'production')),
        created_at timestamptz not null default clock_timestamp()
      );
      create function app.refuse_change() returns trigger language plpgsql as $$
        begin raise exception '% is immutable', tg_table_name using errcode = '42501'; end $$;
      create trigger deployment_is_immutable before update or delete or truncate on deployment
        for each statement execute function app.refuse_change();

      -- The kind travels with the row, so that a plain check can hold the production clock at zero.
      create table demo_clock (
        only_row boolean primary key default true check (only_row),
        kind text not null references deployment (kind),
        shift interval not null default '0' check (kind = 'demo' or shift = interval '0')
      );

      create function app.domain_now() returns timestamptz language sql stable as
        $$ select now() + coalesce((select shift from demo_clock), interval '0') $$;
      create function app.domain_today() returns date language sql stable as
        $$ select (app.domain_now() at time zone 'Europe/Stockholm')::date $$;
      -- Only who acts is ever set; what they may do is looked up by the policies themselves.
      create function app.actor_id() returns uuid language sql stable as
        $$ select nullif(current_setting('app.actor_id', true), '')::uuid $$;

      grant select on deployment, demo_clock to samspel_app, samspel_worker, samspel_definer;
      grant update (shift) on demo_clock to samspel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.actor_id(), app.domain_today(), app.domain_now();
      drop table demo_clock;
      drop table deployment;
      drop function app.refuse_change();
      drop schema app;
      drop extension btree_gist;
    `);
  }
}
