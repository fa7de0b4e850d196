import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')`;
const PENDING = `('OFFERED', 'RECEIVED', 'NEEDS_INFO')`;

/**
 * The plan's activities as work somebody answers for: their machine, their owners in the team, what leaving, closing and a withdrawn consent do
 * to them, and one activity as what a handover hands over.
 */
export class PlanInWork1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table handover drop constraint handover_scope_check,
        add constraint handover_scope_check check (scope in ('CASE_OWNERSHIP', 'COORDINATOR_ROLE', 'ACTIVITY')),
        add column activity_id uuid references plan_activity,
        add constraint activity_scope_has_activity check ((scope = 'ACTIVITY') = (activity_id is not null));
      drop index one_open_handover;
      drop index one_draft_handover;
      create unique index one_open_handover on handover (case_id, scope, activity_id) nulls not distinct where state in ${PENDING};
      create unique index one_draft_handover on handover (case_id, scope, activity_id, from_assignment_id) nulls not distinct where state = 'DRAFT';
      create index handovers_of_activity on handover (activity_id) where activity_id is not null;

      alter table disclosure drop constraint disclosure_subject_kind_check,
        add constraint disclosure_subject_kind_check check (subject_kind in ('NOTE', 'EVENT', 'INVITATION', 'HANDOVER', 'PLAN_ITEM', 'ACTIVITY_NOTE', 'QUESTION'));

      grant select, update on care_plan, plan_item, plan_activity, plan_version_item, plan_version, activity_note to samspel_definer;
      create policy definer on care_plan to samspel_definer using (true) with check (true);
      create policy definer on plan_item to samspel_definer using (true) with check (true);
      create policy definer on plan_activity to samspel_definer using (true) with check (true);
      create policy definer on plan_version to samspel_definer using (true) with check (true);
      create policy definer on plan_version_item to samspel_definer using (true) with check (true);
      create policy definer on activity_note to samspel_definer using (true) with check (true);

      -- What watches over owners and days reads no words: those stand in plan_item and activity_note.
      grant select, update (owner_lost_at, epoch, fired, next_timer, next_timer_at) on plan_activity to samspel_worker;
      create policy worker on plan_activity to samspel_worker using (true) with check (true);

      set local role samspel_definer;

      create function app.guard_activity() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if tg_op = 'UPDATE' and new.state <> old.state and not (old.state || '>' || new.state) = any (array[
              'REQUESTED>PLANNED', 'REQUESTED>DECLINED', 'REQUESTED>CANCELLED', 'DECLINED>PLANNED', 'DECLINED>REQUESTED', 'DECLINED>CANCELLED',
              'PLANNED>REQUESTED', 'PLANNED>IN_PROGRESS', 'PLANNED>BLOCKED', 'PLANNED>COMPLETED', 'PLANNED>CANCELLED',
              'IN_PROGRESS>BLOCKED', 'IN_PROGRESS>COMPLETED', 'IN_PROGRESS>CANCELLED', 'BLOCKED>PLANNED', 'BLOCKED>IN_PROGRESS', 'BLOCKED>COMPLETED',
              'BLOCKED>CANCELLED', 'COMPLETED>PLANNED', 'COMPLETED>IN_PROGRESS', 'CANCELLED>PLANNED']) then
            raise exception 'an activity does not go from % to %', old.state, new.state using errcode = '23514', constraint = 'activity_moves';
          end if;
          -- The person says how it goes with what is theirs to do; when, with whom and after what stays as it was agreed.
          if tg_op = 'UPDATE' and (new.provider, new.owner_assignment_id, new.deputy_assignment_id, new.requested_organisation_id, new.requested_assignment_id,
                new.performer_contact_id, new.start_on, new.due_on, new.after_activity_id, new.decline_code, new.cancel_code)
              is distinct from (old.provider, old.owner_assignment_id, old.deputy_assignment_id, old.requested_organisation_id, old.requested_assignment_id,
                old.performer_contact_id, old.start_on, old.due_on, old.after_activity_id, old.decline_code, old.cancel_code)
              -- What follows from a yes taken back is not the person's own change.
              and pg_trigger_depth() = 1
              and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = new.case_id and a.via = 'SUBJECT') then
            raise exception 'the person says how it goes and nothing else' using errcode = '42501';
          end if;
          if tg_op = 'UPDATE' and new.owner_assignment_id = old.owner_assignment_id and (old.state in ${OPEN} or new.state not in ${OPEN}) then return new; end if;
          -- Nobody decides for another organisation: its people become owners in their own name.
          if tg_op = 'UPDATE' and new.owner_assignment_id is distinct from app.actor_id() and (new.owner_organisation_id <> old.owner_organisation_id
              or exists (select 1 from assignment a where a.id = app.actor_id() and a.organisation_id <> new.owner_organisation_id)) then
            raise exception 'whoever becomes owner accepts for themself' using errcode = '23514', constraint = 'activity_accepted_by_oneself';
          end if;
          perform 1 from participation p where p.case_id = new.case_id and p.assignment_id = new.owner_assignment_id and p.until_at is null for share;
          if not found then
            raise exception 'who answers for an activity is in the team' using errcode = '23514', constraint = 'activity_owner_in_team';
          end if;
          if not app.works_today(new.owner_assignment_id) then
            raise exception 'who answers for an activity must be active' using errcode = '23514', constraint = 'activity_owner_is_active';
          end if;
          return new;
        end $$;

      -- Who leaves hands over first. Where the person has taken their yes back, what the organisation was to do in the plan ends, and what it was
      -- asked for goes back to whoever asked: no organisation answers in a case it may not see.
      create function app.release_work_on_leaving() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if new.end_reason = 'LEFT' and exists (select 1 from plan_activity t join plan_item i on i.id = t.id and i.removed_at is null
              where t.case_id = new.case_id and t.owner_assignment_id = new.assignment_id and t.state in ${OPEN}) then
            raise exception 'who answers for an activity stays in the team' using errcode = '23514', constraint = 'activity_owner_stays';
          end if;
          if new.end_reason = 'CONSENT_WITHDRAWN' then
            with ended as (
              update plan_activity t set state = 'CANCELLED', cancel_code = 'CONSENT_WITHDRAWN', requested_organisation_id = null, requested_assignment_id = null,
                requested_at = null, decline_code = null, blocked_category = null, owner_lost_at = null, next_timer = null, next_timer_at = null
              where t.case_id = new.case_id and t.owner_assignment_id = new.assignment_id and t.state in ${OPEN} returning t.id),
            returned as (
              update plan_activity t set state = 'DECLINED', decline_code = 'PERSON_DECLINES'
              where t.case_id = new.case_id and t.requested_organisation_id = new.organisation_id and t.state = 'REQUESTED' returning t.id, t.owner_assignment_id as owner_id),
            changed as (
              update plan_item i set version = i.version + 1 where i.id in (select id from ended union all select id from returned)
              returning i.id, i.author_assignment_id, i.shared_at is not null and i.removed_at is null as told,
                i.audience || i.organisation_id as readers),
            history as (
              insert into timeline_event (id, case_id, kind, occurred_at, audience, shown_to_person, params)
              select uuidv7(), new.case_id, case when exists (select 1 from ended e where e.id = c.id) then 'activity.cancelled' else 'activity.declined' end,
                app.domain_now(), array_remove(c.readers, new.organisation_id), false, jsonb_build_object('activityId', c.id) from changed c where c.told and array_remove(c.readers, new.organisation_id) <> '{}'),
            -- Whoever asked, whoever wrote it down and whoever answers for the case, as far as they are still there; never what it was about.
            told as (
              select r.owner_id as id, 'activity.declined' as kind from returned r
              union select c.author_assignment_id, 'activity.cancelled' from changed c join ended e on e.id = c.id where c.told
              union select k.owner_assignment_id, 'activity.cancelled' from coordination_case k where k.id = new.case_id and k.status = 'OPEN' and exists (
                select 1 from changed c join ended e on e.id = c.id where c.told))
            insert into notice (id, case_id, recipient_assignment_id, kind, params)
              select uuidv7(), new.case_id, t.id, t.kind, jsonb_build_object('reference', k.reference) from told t join coordination_case k on k.id = new.case_id
              join participation p on p.case_id = new.case_id and p.assignment_id = t.id and p.until_at is null and p.organisation_id <> new.organisation_id;
          end if;
          update plan_activity t set deputy_assignment_id = null where t.case_id = new.case_id and t.deputy_assignment_id = new.assignment_id;
          update care_plan p set follow_up_caller_assignment_id = null, version = p.version + 1
            where p.case_id = new.case_id and p.ended_at is null and p.follow_up_caller_assignment_id = new.assignment_id;
          return null;
        end $$;

      -- What a receiver had been given is its frozen copy's from here on, also if it comes back.
      create function app.close_items_to() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update plan_item i set audience = array_remove(i.audience, new.organisation_id) where i.case_id = new.case_id and new.organisation_id = any (i.audience);
          update activity_note n set audience = array_remove(n.audience, new.organisation_id) where n.case_id = new.case_id and new.organisation_id = any (n.audience);
          update plan_version v set audience = array_remove(v.audience, new.organisation_id) where v.case_id = new.case_id and new.organisation_id = any (v.audience);
          update plan_version_item v set audience = array_remove(v.audience, new.organisation_id) where v.case_id = new.case_id and new.organisation_id = any (v.audience);
          return null;
        end $$;

      -- Open work of a closed case would be nobody's. Drafts, which whoever closes may not see, end with the case.
      create function app.end_plan_with_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if exists (select 1 from plan_activity t join plan_item i on i.id = t.id where t.case_id = new.id and t.state in ${OPEN}
                     and i.shared_at is not null and i.removed_at is null) then
            raise exception 'an activity is still open' using errcode = '23514', constraint = 'activities_open';
          end if;
          update plan_item i set removed_at = app.domain_now(), version = i.version + 1 where i.case_id = new.id and i.shared_at is null and i.removed_at is null;
          update plan_activity t set next_timer = null, next_timer_at = null, owner_lost_at = null where t.case_id = new.id;
          update care_plan p set ended_at = app.domain_now(), version = p.version + 1 where p.case_id = new.id and p.ended_at is null;
          return new;
        end $$;

      -- The coordination ends, each authority's own work does not: what is open goes on with whoever answers for it, also what the one who closes
      -- may not read.
      create function app.continue_with_owners(closing_case uuid) returns int language plpgsql security definer set search_path = public, pg_temp as $$
        declare closing coordination_case; ended_count int;
        begin
          select c.* into closing from coordination_case c where c.id = closing_case and c.status = 'OPEN' and c.owner_assignment_id = app.actor_id();
          if not found then raise exception 'only whoever closes the case' using errcode = '42501'; end if;
          with ended as (
            update plan_activity t set state = 'CANCELLED', cancel_code = 'CONTINUES_WITH_OWNER', requested_organisation_id = null, requested_assignment_id = null,
              requested_at = null, decline_code = null, blocked_category = null, owner_lost_at = null, next_timer = null, next_timer_at = null
            where t.case_id = closing.id and t.state in ${OPEN}
              and exists (select 1 from plan_item i where i.id = t.id and i.shared_at is not null and i.removed_at is null) returning t.id),
          changed as (
            update plan_item i set version = i.version + 1 where i.id in (select id from ended) returning i.id, i.audience || i.organisation_id as readers),
          history as (
            insert into timeline_event (id, case_id, kind, occurred_at, actor_assignment_id, organisation_id, audience, shown_to_person, params)
            select uuidv7(), closing.id, 'activity.cancelled', app.domain_now(), a.id, a.organisation_id, c.readers, false,
              jsonb_build_object('activityId', c.id, 'code', 'CONTINUES_WITH_OWNER') from changed c join assignment a on a.id = app.actor_id())
          select count(*) into ended_count from changed;
          return ended_count;
        end $$;

      -- Versions are counted on also by a coordinator whose organisation was never told of those before.
      create function app.last_plan_version(plan uuid) returns int language sql stable security definer set search_path = public, pg_temp as $$
        select coalesce(max(v.number), 0) from plan_version v where v.plan_id = last_plan_version.plan
          and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = v.case_id) $$;

      -- Whom the worker tells when an activity's day has passed: assignments, not a word of what it is.
      create function app.readers_of_activities(activities uuid[]) returns table (activity_id uuid, assignment_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
          select i.id, p.assignment_id from plan_item i join participation p on p.case_id = i.case_id and p.until_at is null
            and (p.organisation_id = i.organisation_id or p.organisation_id = any (i.audience))
          where i.id = any (activities) and i.shared_at is not null and i.removed_at is null $$;

      -- One activity goes to whoever accepts its handover: owner, readers and the sender's disclosure of its words, in the acceptor's transaction,
      -- who may not write in the sender's name. False when the sender does not hold it any more.
      create function app.take_over_activity(handover uuid, consent uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare h handover; disclosed uuid := uuidv7();
        begin
          select x.* into h from handover x where x.id = take_over_activity.handover and x.scope = 'ACTIVITY' and x.state in ${PENDING}
            and exists (select 1 from assignment me where me.id = app.actor_id() and (x.nominee_assignment_id = me.id or me.unit_id = x.to_unit_id and 'intake' = any (me.functions)));
          if not found then return false; end if;
          -- Its words go along: the sender's own under the sender's consent, another organisation's only to who reads them already.
          if h.from_organisation_id <> h.to_organisation_id and (take_over_activity.consent is null
              or app.covering_consent(h.case_id, h.from_organisation_id, h.to_organisation_id, 'PLAN') is distinct from take_over_activity.consent
              or not exists (select 1 from plan_item i where i.id = h.activity_id and (i.organisation_id in (h.from_organisation_id, h.to_organisation_id) or h.to_organisation_id = any (i.audience)))) then
            return false;
          end if;
          update plan_activity t set owner_assignment_id = app.actor_id(), owner_organisation_id = h.to_organisation_id, owner_lost_at = null,
              state = case when t.state in ('REQUESTED', 'DECLINED') then 'PLANNED' else t.state end,
              requested_organisation_id = null, requested_assignment_id = null, requested_at = null, decline_code = null
            where t.id = h.activity_id and t.owner_assignment_id = h.from_assignment_id and t.state in ${OPEN}
              and exists (select 1 from plan_item i where i.id = t.id and i.removed_at is null);
          if not found then return false; end if;
          if h.from_organisation_id <> h.to_organisation_id then
            insert into disclosure (id, case_id, from_organisation_id, consent_id, subject_kind, subject_id, subject_version, information_category, content, disclosed_by_assignment_id)
              select disclosed, h.case_id, h.from_organisation_id, take_over_activity.consent, 'PLAN_ITEM', i.id, i.version + 1, 'PLAN',
                jsonb_build_object('kind', i.kind) || i.content, h.from_assignment_id from plan_item i where i.id = h.activity_id;
            insert into disclosure_recipient (disclosure_id, case_id, from_organisation_id, organisation_id) values (disclosed, h.case_id, h.from_organisation_id, h.to_organisation_id);
          end if;
          update plan_item i set version = i.version + 1, shared_at = coalesce(i.shared_at, app.domain_now()),
            audience = case when h.to_organisation_id = any (i.audience || i.organisation_id) then i.audience else i.audience || h.to_organisation_id end
            where i.id = h.activity_id;
          return true;
        end $$;

      create or replace function app.accountable_for(assignment uuid) returns int
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select 1 from assignment a where a.id = app.actor_id() and a.role = 'ADMINISTRATOR') then
            raise exception 'only administrators count' using errcode = '42501';
          end if;
          return (select count(*) from coordination_case c
                  where c.status = 'OPEN' and accountable_for.assignment in (c.owner_assignment_id, c.coordinator_assignment_id))
            + (select count(*) from handover h where h.accountable_assignment_id = accountable_for.assignment and h.owner_lost and h.state in ${PENDING})
            + (select count(*) from plan_activity t join plan_item i on i.id = t.id and i.removed_at is null
               where t.owner_assignment_id = accountable_for.assignment and t.state in ${OPEN});
        end $$;

      revoke execute on function app.guard_activity(), app.release_work_on_leaving(), app.close_items_to(), app.end_plan_with_case(),
        app.continue_with_owners(uuid), app.last_plan_version(uuid), app.readers_of_activities(uuid[]), app.take_over_activity(uuid, uuid) from public;
      grant execute on function app.guard_activity(), app.release_work_on_leaving(), app.close_items_to(), app.end_plan_with_case() to samspel_owner;
      grant execute on function app.continue_with_owners(uuid), app.last_plan_version(uuid), app.take_over_activity(uuid, uuid) to samspel_app;
      grant execute on function app.readers_of_activities(uuid[]) to samspel_worker;
      reset role;
    `);
    await runner.query(`
      create trigger guard_activity before insert or update on plan_activity for each row execute function app.guard_activity();
      create trigger release_work_on_leaving after update of until_at on participation
        for each row when (old.until_at is null and new.until_at is not null) execute function app.release_work_on_leaving();
      create trigger close_items_to after update of ended_at on disclosure_recipient
        for each row when (old.ended_at is null and new.ended_at is not null) execute function app.close_items_to();
      create trigger end_plan_with_case before update of status on coordination_case
        for each row when (old.status = 'OPEN' and new.status = 'CLOSED') execute function app.end_plan_with_case();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role samspel_definer;
      create or replace function app.accountable_for(assignment uuid) returns int
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select 1 from assignment a where a.id = app.actor_id() and a.role = 'ADMINISTRATOR') then
            raise exception 'only administrators count' using errcode = '42501';
          end if;
          return (select count(*) from coordination_case c
                  where c.status = 'OPEN' and accountable_for.assignment in (c.owner_assignment_id, c.coordinator_assignment_id))
            + (select count(*) from handover h where h.accountable_assignment_id = accountable_for.assignment and h.owner_lost and h.state in ${PENDING});
        end $$;
      reset role;
      drop trigger end_plan_with_case on coordination_case; drop trigger close_items_to on disclosure_recipient;
      drop trigger release_work_on_leaving on participation; drop trigger guard_activity on plan_activity;
      drop function app.take_over_activity(uuid, uuid), app.last_plan_version(uuid), app.readers_of_activities(uuid[]), app.continue_with_owners(uuid), app.end_plan_with_case(), app.close_items_to(), app.release_work_on_leaving(), app.guard_activity();
      drop policy worker on plan_activity; drop policy definer on activity_note; drop policy definer on plan_version_item; drop policy definer on plan_version;
      drop policy definer on plan_activity; drop policy definer on plan_item; drop policy definer on care_plan;
      revoke all on care_plan, plan_item, plan_activity, plan_version_item, plan_version, activity_note from samspel_definer;
      revoke all on plan_activity from samspel_worker;
      delete from disclosure_recipient r using disclosure d where d.id = r.disclosure_id and d.subject_kind in ('PLAN_ITEM', 'ACTIVITY_NOTE', 'QUESTION');
      delete from disclosure where subject_kind in ('PLAN_ITEM', 'ACTIVITY_NOTE', 'QUESTION');
      alter table disclosure drop constraint disclosure_subject_kind_check,
        add constraint disclosure_subject_kind_check check (subject_kind in ('NOTE', 'EVENT', 'INVITATION', 'HANDOVER'));
      delete from alert_recipient r using alert l join handover h on h.id = l.handover_id where l.id = r.alert_id and h.scope = 'ACTIVITY';
      delete from alert l using handover h where h.id = l.handover_id and h.scope = 'ACTIVITY';
      delete from handover_pause p using handover h where h.id = p.handover_id and h.scope = 'ACTIVITY';
      delete from handover_transition t using handover h where h.id = t.handover_id and h.scope = 'ACTIVITY';
      delete from handover_question q using handover h where h.id = q.handover_id and h.scope = 'ACTIVITY';
      delete from handover_content w using handover h where h.id = w.handover_id and h.scope = 'ACTIVITY';
      delete from handover where scope = 'ACTIVITY';
      drop index handovers_of_activity; drop index one_draft_handover; drop index one_open_handover;
      alter table handover drop constraint activity_scope_has_activity, drop column activity_id, drop constraint handover_scope_check,
        add constraint handover_scope_check check (scope in ('CASE_OWNERSHIP', 'COORDINATOR_ROLE'));
      create unique index one_open_handover on handover (case_id, scope) where state in ${PENDING};
      create unique index one_draft_handover on handover (case_id, scope, from_assignment_id) where state = 'DRAFT';
    `);
  }
}
