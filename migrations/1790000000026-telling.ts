import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_CASE = (table: string): string => `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${table}.case_id)`;
const ANSWERED = (
  table: string,
): string => `exists (select 1 from care_team_invitation i where i.case_id = ${table}.case_id and i.answered_by_assignment_id = app.actor_id()
  and i.answered_at = app.domain_now())`;

/**
 * Every act writes history and notices, and may they? took longer to plan than to answer: the policies of handovers stood inside those of the
 * timeline. The same question as one function, which the database plans once per connection.
 */
export class Telling1790000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role samspel_definer;
      -- In the team or the person themself; whoever has just answered an invitation; and whoever has just moved a handover of the case, who writes
      -- history only as one who received, answered, named or began it, and not merely reminded.
      create function app.may_tell_in(asked_case uuid, history boolean) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = asked_case) then return true; end if;
          if exists (select 1 from care_team_invitation i where i.case_id = asked_case and i.answered_by_assignment_id = app.actor_id()
              and i.answered_at = app.domain_now()) then return true; end if;
          return exists (select 1 from handover h join handover_transition t on t.handover_id = h.id and t.actor_assignment_id = app.actor_id()
              and t.effective_at = app.domain_now()
            where h.case_id = asked_case and (not history or app.actor_id() in (h.received_by_assignment_id, h.answered_by_assignment_id,
              h.nominated_by_assignment_id, h.initiated_by_assignment_id)));
        end $$;
      revoke execute on function app.may_tell_in(uuid, boolean) from public;
      grant execute on function app.may_tell_in(uuid, boolean) to samspel_app;
      reset role;

      drop policy as_oneself on timeline_event; drop policy receiver_tells on timeline_event;
      create policy as_oneself on timeline_event for insert to samspel_app
        with check (coalesce(actor_assignment_id, actor_person_id) = app.actor_id() and app.may_tell_in(case_id, true));
      drop policy actor_tells on notice; drop policy receiver_tells on notice;
      create policy actor_tells on notice for insert to samspel_app
        with check (app.actor_id() is not null and (case_id is null or app.may_tell_in(case_id, false)));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy actor_tells on notice; drop policy as_oneself on timeline_event;
      create policy as_oneself on timeline_event for insert to samspel_app with check (coalesce(actor_assignment_id, actor_person_id) = app.actor_id()
        and (${IN_CASE('timeline_event')} or ${ANSWERED('timeline_event')}));
      create policy receiver_tells on timeline_event for insert to samspel_app with check (actor_assignment_id = app.actor_id()
        and exists (select 1 from handover h where h.case_id = timeline_event.case_id and app.actor_id() in (h.received_by_assignment_id, h.answered_by_assignment_id,
          h.nominated_by_assignment_id, h.initiated_by_assignment_id)
          and exists (select 1 from handover_transition t where t.handover_id = h.id and t.actor_assignment_id = app.actor_id() and t.effective_at = app.domain_now())));
      create policy actor_tells on notice for insert to samspel_app with check (app.actor_id() is not null
        and (case_id is null or ${IN_CASE('notice')} or ${ANSWERED('notice')}));
      create policy receiver_tells on notice for insert to samspel_app with check (exists (
        select 1 from handover h join handover_transition t on t.handover_id = h.id and t.actor_assignment_id = app.actor_id() and t.effective_at = app.domain_now()
        where h.case_id = notice.case_id));
      drop function app.may_tell_in(uuid, boolean);
    `);
  }
}
