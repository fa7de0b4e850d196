import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the app calls by name; the others are run by triggers alone. */
const CALLED = `app.person_with_index(bytea), app.registered_person(bytea), app.invitation_to_my_unit(uuid), app.covering_consent(uuid, uuid, uuid, text),
  app.ask_to_join(uuid, uuid, text, text, date), app.close_case_to(uuid, uuid), app.stop_uncovered_invitations(uuid), app.case_audience(uuid),
  app.accountable_for(uuid)`;

/** Every function that sees more than its caller, given the same settings. */
const forEveryDefiner = (statement: string): string => `
  do $$ declare f regprocedure; begin
    for f in select p.oid from pg_proc p where p.prosecdef and p.pronamespace = 'app'::regnamespace loop execute format('${statement}', f); end loop;
  end $$;`;

/**
 * Who answers for an open case is in its team; nobody reaches their own case, also when the number is learnt after they joined; asking to
 * join and closing follow each other. Functions that see hidden rows trust nothing of the caller's own.
 */
export class HoldTheTeam1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Its functions belong to the definer, and only the owner of a function changes it.
      set local role samspel_definer;

      create or replace function app.keep_access_true() returns trigger language plpgsql security definer set search_path = public as $$
        declare own boolean;
        begin
          select exists (select 1 from coordination_case c
                         join person_identifier i on i.person_id = c.person_id
                         join assignment a on a.id = new.assignment_id
                         join staff_member s on s.id = a.staff_member_id and s.personal_index = i.blind_index
                         where c.id = new.case_id) into own;
          if own and tg_op = 'INSERT' then
            raise exception 'nobody works in their own case' using errcode = '23514', constraint = 'not_own_case';
          end if;
          delete from case_access where case_id = new.case_id and actor_id = new.assignment_id;
          -- A participation that began before the number was known may still end, or the person could not take their consent back.
          if not own then
            insert into case_access (actor_id, case_id, person_id, via, organisation_id)
              select p.assignment_id, p.case_id, c.person_id, 'PARTICIPANT', p.organisation_id
              from participation p join coordination_case c on c.id = p.case_id
              where p.case_id = new.case_id and p.assignment_id = new.assignment_id and p.until_at is null;
          end if;
          return null;
        end $$;

      create or replace function app.ask_to_join(subject uuid, area uuid, why text, form text, asked date) returns void
        language plpgsql security definer set search_path = public as $$
        declare
          open_case coordination_case;
          asker assignment;
        begin
          select * into strict asker from assignment where id = app.actor_id();
          -- Waits for a closing under way, so that no question is left behind in a closed case.
          select * into open_case from coordination_case c where c.person_id = subject and c.area_id = area and c.status = 'OPEN' for update;
          if not found or exists (select 1 from participation p where p.case_id = open_case.id and p.assignment_id = asker.id and p.until_at is null) then return; end if;
          insert into join_request (case_id, organisation_id, requested_by_assignment_id, reason, asked_form, asked_on)
            values (open_case.id, asker.organisation_id, asker.id, why, form, asked) on conflict do nothing;
          if found then
            insert into notice (case_id, recipient_assignment_id, kind) values (open_case.id, open_case.coordinator_assignment_id, 'join-request.made');
            insert into timeline_event (case_id, kind, occurred_at, actor_assignment_id, organisation_id)
              values (open_case.id, 'join-request.made', app.domain_now(), asker.id, asker.organisation_id);
            perform pg_notify('samspel_live', json_build_object('type', 'case', 'ref', open_case.id)::text);
          end if;
        end $$;

      -- The share lock on the participation makes a leaving and a taking over follow each other, whichever comes first.
      create function app.require_accountable_in_team() returns trigger language plpgsql security definer set search_path = public as $$
        begin
          perform 1 from participation p where p.case_id = new.id and p.until_at is null
            and p.assignment_id in (new.owner_assignment_id, new.coordinator_assignment_id) order by p.id for share;
          if exists (select 1 from unnest(array[new.owner_assignment_id, new.coordinator_assignment_id]) as accountable (id)
                     where not exists (select 1 from participation p where p.case_id = new.id and p.assignment_id = accountable.id and p.until_at is null)) then
            raise exception 'who answers for an open case is in its team' using errcode = '23514', constraint = 'accountable_is_in_team';
          end if;
          return new;
        end $$;
      create function app.keep_accountable_in_team() returns trigger language plpgsql security definer set search_path = public as $$
        begin
          if exists (select 1 from coordination_case c where c.id = new.case_id and c.status = 'OPEN'
                     and new.assignment_id in (c.owner_assignment_id, c.coordinator_assignment_id)) then
            raise exception 'who answers for an open case stays in its team' using errcode = '23514', constraint = 'accountable_is_in_team';
          end if;
          return new;
        end $$;
      create function app.close_own_cases() returns trigger language plpgsql security definer set search_path = public as $$
        begin
          delete from case_access m using assignment a, person_identifier i
            where a.staff_member_id = new.id and m.actor_id = a.id and i.person_id = m.person_id and i.blind_index = new.personal_index;
          return null;
        end $$;

      -- Temporary tables come last: else one named like a real table would be read in its place, with the definer's sight.
      ${forEveryDefiner('alter function %s set search_path = public, pg_temp')}
      -- Taken from everybody here by their owner: taken by anybody else, the database only warns. A trigger runs without the right; whoever puts
      -- its function on a table of their own would need it.
      ${forEveryDefiner('revoke execute on function %s from public')}
      grant execute on function ${CALLED} to samspel_app;
      grant execute on function app.require_accountable_in_team(), app.keep_accountable_in_team(), app.close_own_cases() to samspel_owner;
      reset role;

      create trigger require_accountable_in_team before update of owner_assignment_id, coordinator_assignment_id on coordination_case
        for each row when (new.status = 'OPEN' and (new.owner_assignment_id, new.coordinator_assignment_id)
          is distinct from (old.owner_assignment_id, old.coordinator_assignment_id)) execute function app.require_accountable_in_team();
      create trigger keep_accountable_in_team before update of until_at on participation
        for each row when (old.until_at is null and new.until_at is not null) execute function app.keep_accountable_in_team();
      create trigger close_own_cases after insert or update of personal_index on staff_member
        for each row when (new.personal_index is not null) execute function app.close_own_cases();
    `);
  }

  /** The two functions that were there before keep what they have learnt: nothing older relies on how they were. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger close_own_cases on staff_member;
      drop trigger keep_accountable_in_team on participation;
      drop trigger require_accountable_in_team on coordination_case;
      drop function app.close_own_cases(), app.keep_accountable_in_team(), app.require_accountable_in_team();
      set local role samspel_definer;
      revoke execute on function ${CALLED} from samspel_app;
      ${forEveryDefiner('grant execute on function %s to public')}
      ${forEveryDefiner('alter function %s set search_path = public')}
      reset role;
    `);
  }
}
