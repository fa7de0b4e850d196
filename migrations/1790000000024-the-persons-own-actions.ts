import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The person reports what they do themself, and may not change the team's words. The item's version counts it all the same, so that nobody of the
 * team overwrites what the person has just said.
 */
export class ThePersonsOwnActions1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role samspel_definer;
      create function app.count_own_action() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update plan_item i set version = i.version + 1 where i.id = new.id
            and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = new.case_id and a.via = 'SUBJECT');
          return null;
        end $$;
      revoke execute on function app.count_own_action() from public;
      grant execute on function app.count_own_action() to samspel_owner;
      reset role;
      create trigger count_own_action after update of state on plan_activity
        for each row when (new.provider = 'OWN_ACTION' and new.state <> old.state) execute function app.count_own_action();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger count_own_action on plan_activity; drop function app.count_own_action();`);
  }
}
