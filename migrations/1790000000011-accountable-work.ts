import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nobody who answers for an open case leaves without it being seen, and nobody who has left is made to answer for one. Administrators
 * get a number, never a case.
 */
export class AccountableWork1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app.accountable_for(assignment uuid) returns int
        language plpgsql stable security definer set search_path = public as $$
        begin
          if not exists (select 1 from assignment a where a.id = app.actor_id() and a.role = 'ADMINISTRATOR') then
            raise exception 'only administrators count' using errcode = '42501';
          end if;
          return (select count(*) from coordination_case c
                  where c.status = 'OPEN' and accountable_for.assignment in (c.owner_assignment_id, c.coordinator_assignment_id));
        end $$;
      alter function app.accountable_for(uuid) owner to samspel_definer;
      revoke execute on function app.accountable_for(uuid) from public;
      grant execute on function app.accountable_for(uuid) to samspel_app;

      -- The row lock makes an opening and an ending of the same assignment follow each other, whichever comes first: an ending that waited
      -- counts the new case, an opening that waited finds the assignment ended. Locking needs a right to update, of no more than one column.
      grant update (version) on assignment, staff_member to samspel_definer;
      create function app.require_active_accountable() returns trigger
        language plpgsql security definer set search_path = public as $$
        begin
          perform 1 from assignment a join staff_member s on s.id = a.staff_member_id
            where a.id in (new.owner_assignment_id, new.coordinator_assignment_id)
            order by a.id for share;
          if exists (select 1 from assignment a join staff_member s on s.id = a.staff_member_id
                     where a.id in (new.owner_assignment_id, new.coordinator_assignment_id)
                     and (s.disabled_at is not null or a.valid_to < app.domain_today())) then
            raise exception 'who answers for an open case must be active' using errcode = '23514', constraint = 'accountable_is_active';
          end if;
          return new;
        end $$;
      alter function app.require_active_accountable() owner to samspel_definer;
      create trigger require_active_accountable_on_opening before insert on coordination_case
        for each row when (new.status = 'OPEN') execute function app.require_active_accountable();
      create trigger require_active_accountable_on_change before update of owner_assignment_id, coordinator_assignment_id on coordination_case
        for each row when (new.status = 'OPEN' and (new.owner_assignment_id, new.coordinator_assignment_id)
          is distinct from (old.owner_assignment_id, old.coordinator_assignment_id)) execute function app.require_active_accountable();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger require_active_accountable_on_change on coordination_case;
      drop trigger require_active_accountable_on_opening on coordination_case;
      drop function app.require_active_accountable(), app.accountable_for(uuid);
      revoke update (version) on assignment, staff_member from samspel_definer;
    `);
  }
}
