import type { MigrationInterface, QueryRunner } from 'typeorm';

const VISIBLE = 'exists (select 1 from handover h where h.id = alert.handover_id)';

/** Who must know, why and since when: one alert per handover, rung and stage, however many processes climb the ladder. */
export class Alerts1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table alert (
        id uuid primary key default uuidv7(),
        handover_id uuid not null references handover,
        case_id uuid not null references coordination_case,
        rung text not null check (rung in ('RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW', 'OWNER_LOST', 'BOUNCED', 'ESCALATED')),
        epoch int not null,
        reason_code text,
        -- When it was to be raised, when it was (domain time), and when it was written (real time): the difference is the alert lag.
        due_at timestamptz not null,
        raised_at timestamptz not null default app.domain_now(),
        recorded_at timestamptz not null default clock_timestamp(),
        resolved_at timestamptz,
        resolution text check (resolution in ('OWNER_EXISTS', 'MOVED_ON', 'ENDED')),
        constraint one_alert_per_rung unique (handover_id, rung, epoch),
        constraint resolution_is_whole check ((resolved_at is null) = (resolution is null))
      );
      create index open_alerts on alert (handover_id) where resolved_at is null;

      create table alert_recipient (
        alert_id uuid not null references alert,
        assignment_id uuid not null references assignment,
        acknowledged_at timestamptz,
        primary key (alert_id, assignment_id)
      );
      create index unacknowledged_alerts on alert_recipient (assignment_id, alert_id) where acknowledged_at is null;
      create index alerts_of_assignment on alert_recipient (assignment_id, alert_id);

      -- The search for lost owners begins with the few who cannot answer, and finds them without reading everybody.
      create index assignments_ended on assignment (valid_to) where valid_to is not null;
      create index assignments_to_come on assignment (valid_from);
      create index staff_disabled on staff_member (id) where disabled_at is not null;
      create index units_closed on unit (id) where closed_on is not null;
      create index leave_days on leave (last_day) where cancelled_at is null;

      -- The day's digest has been put together; whoever writes the row does it.
      create table digest_run (
        day date primary key,
        ran_at timestamptz not null default clock_timestamp()
      );

      grant select, insert on alert, alert_recipient to samspel_app, samspel_worker;
      grant update (resolved_at, resolution) on alert to samspel_app, samspel_worker;
      grant update (acknowledged_at) on alert_recipient to samspel_app;
      grant select, insert on digest_run to samspel_worker;
      grant select, update on alert to samspel_definer;
      grant select on alert_recipient to samspel_definer;

      alter table alert enable row level security, force row level security;
      create policy as_its_handover on alert for select to samspel_app using (${VISIBLE}
        or exists (select 1 from alert_recipient r where r.alert_id = alert.id and r.assignment_id = app.actor_id()));
      create policy act_raises on alert for insert to samspel_app with check (rung in ('BOUNCED', 'ESCALATED') and ${VISIBLE});
      create policy act_resolves on alert for update to samspel_app using (${VISIBLE});
      create policy definer on alert to samspel_definer using (true) with check (true);
      create policy worker on alert to samspel_worker using (true) with check (true);

      alter table alert_recipient enable row level security, force row level security;
      create policy own on alert_recipient for select to samspel_app using (assignment_id = app.actor_id());
      create policy own_acknowledgement on alert_recipient for update to samspel_app using (assignment_id = app.actor_id());
      create policy act_tells on alert_recipient for insert to samspel_app with check (exists (
        select 1 from alert a join handover h on h.id = a.handover_id where a.id = alert_id and a.rung in ('BOUNCED', 'ESCALATED')));
      create policy worker on alert_recipient to samspel_worker using (true) with check (true);

      create policy definer on alert_recipient for select to samspel_definer using (true);

      -- A handover that was stopped by the person, or by anybody, waits for nobody any more.
      set local role samspel_definer;
      -- Whoever was alerted may be a deputy or the organisation's contact, to whom nothing else shows the handover.
      create function app.was_alerted(handover uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from alert a join alert_recipient r on r.alert_id = a.id
                       where a.handover_id = was_alerted.handover and r.assignment_id = app.actor_id()) $$;
      create function app.resolve_ended_alerts() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update alert a set resolved_at = app.domain_now(),
            resolution = case when new.accepted_by_assignment_id is distinct from old.accepted_by_assignment_id then 'OWNER_EXISTS'
                              when new.closed_at is not null or new.ended_at is not null then 'ENDED' else 'MOVED_ON' end
            where a.handover_id = new.id and a.resolved_at is null
            -- Received, but the stage goes on: only the reminder to receive has lost its reason.
            and (a.rung = 'RECEIPT' or new.epoch <> old.epoch or new.ended_at is distinct from old.ended_at or new.closed_at is distinct from old.closed_at);
          return null;
        end $$;
      revoke execute on function app.was_alerted(uuid), app.resolve_ended_alerts() from public;
      grant execute on function app.was_alerted(uuid) to samspel_app;
      grant execute on function app.resolve_ended_alerts() to samspel_owner;
      reset role;
      create policy alerted on handover for select to samspel_app using (state <> 'DRAFT' and app.was_alerted(id));
      -- Leaving a stage ends what was raised in it, by whatever act: no alert outlives its reason.
      create trigger resolve_ended_alerts after update of state, epoch, ended_at, closed_at on handover for each row
        when (old.state = 'OFFERED' and new.state <> 'OFFERED' or new.epoch <> old.epoch or new.ended_at is distinct from old.ended_at or new.closed_at is distinct from old.closed_at)
        execute function app.resolve_ended_alerts();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger resolve_ended_alerts on handover;
      drop policy alerted on handover;
      drop function app.resolve_ended_alerts(), app.was_alerted(uuid);
      drop index leave_days, units_closed, staff_disabled, assignments_to_come, assignments_ended;
      drop table digest_run, alert_recipient, alert;
    `);
  }
}
