import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')`;
const PENDING = `('OFFERED', 'RECEIVED', 'NEEDS_INFO')`;

/** What of a handover makes it the same baton as another: before activities could be handed over, and since. */
const OF_CASE = { read: '', key: 'b.case_id, b.scope' };
const OF_ACTIVITY = {
  read: ' (select h.activity_id from handover h where h.id = t.handover_id) as activity_id,',
  key: 'b.case_id, b.scope, b.activity_id',
};

const linkJourneys = (baton: typeof OF_CASE): string => `
      create or replace function app.link_journeys(begun timestamptz, ended timestamptz, at timestamptz) returns table (from_unit_id uuid, to_unit_id uuid, began_at timestamptz,
          received_at timestamptz, accepted_at timestamptz, answered_at timestamptz, decline_code text, first_contact_at timestamptz, warm boolean, closed_at timestamptz,
          lost_at timestamptz, repaired_at timestamptz, bounces int, lags float8[], alerts_duplicated int, alerts_lost int)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare mine uuid;
        begin
          select a.organisation_id into mine from assignment a where a.id = app.actor_id() and a.role = 'SUPERVISOR';
          return query
            with began as (
              select distinct on (t.handover_id) t.handover_id, t.case_id, t.scope,${baton.read} t.from_unit_id as f, t.to_unit_id as u, t.act, t.effective_at
              from handover_transition t where mine in (t.to_organisation_id, t.from_organisation_id) and t.act in ('offer', 'lose-owner')
                and t.effective_at >= begun and t.effective_at < ended
              order by t.handover_id, t.effective_at, t.id)
            select b.f, b.u, b.effective_at, w.received, w.accepted, w.answered, w.code, w.contact, w.warm, w.closed, w.lost, w.repaired,
              -- Once per baton: how often it came back over this link.
              case when row_number() over baton = 1 then (sum(w.back) over (partition by ${baton.key}, b.f, b.u))::int end,
              l.lags, l.duplicated, l.lost
            from began b
            cross join lateral (
              select min(t.effective_at) filter (where t.from_state = 'OFFERED' and t.to_state in ('RECEIVED', 'NEEDS_INFO', 'ACCEPTED', 'DECLINED')) as received,
                min(t.effective_at) filter (where t.act = 'accept') as accepted,
                min(t.effective_at) filter (where t.to_state in ('ACCEPTED', 'DECLINED', 'REVOKED', 'STOPPED_BY_PERSON')) as answered,
                min(t.reason_code) filter (where t.act = 'decline') as code,
                min(t.effective_at) filter (where t.act = 'record-first-contact') as contact,
                bool_or(t.reason_code = 'WARM') filter (where t.act = 'record-first-contact') as warm,
                min(t.effective_at) filter (where t.act in ('acknowledge', 'close', 'hand-on', 'hand-back')) as closed,
                min(t.effective_at) filter (where t.act = 'lose-owner') as lost,
                min(t.effective_at) filter (where t.act in ('accept', 'owner-returns')) as repaired,
                count(*) filter (where t.act in ('decline', 'hand-back')) as back
              from handover_transition t where t.handover_id = b.handover_id) w
            cross join lateral (
              select array_agg(extract(epoch from a.raised_at - a.due_at)::float8) filter (where a.rung not in ('OWNER_LOST', 'BOUNCED', 'ESCALATED')) as lags,
                (count(*) - count(distinct (a.rung, a.epoch)))::int as duplicated,
                (select count(*)::int from handover h where h.id = b.handover_id and h.next_timer not in ('WAKE', 'CLOSE') and h.next_timer_at < at - interval '1 minute') as lost
              from alert a where a.handover_id = b.handover_id) l
            -- Sent before the period, and lost in it: counted where it was sent.
            where b.act = 'offer' or not exists (select 1 from handover_transition o where o.handover_id = b.handover_id and o.act = 'offer')
            window baton as (partition by ${baton.key}, b.f, b.u order by b.effective_at, b.handover_id);
        end $$`;

const HOLDER = `owner assignment;
        begin
          select a.* into owner from assignment a where a.id = caseload_of.assignment and (a.id = app.actor_id() or exists (
            select 1 from assignment me where me.id = app.actor_id() and me.role = 'SUPERVISOR' and me.organisation_id = a.organisation_id));
          if not found then return; end if;`;
const COVERED = `exists (select 1 from consent k left join consent_recipient r on r.consent_id = k.id
                where k.case_id = c.id and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
                and owner.organisation_id in (k.disclosing_organisation_id, r.organisation_id))`;
const HELD_OF_CASES = `from coordination_case c
            join lateral (values ('CASE_OWNERSHIP', c.owner_assignment_id), ('COORDINATOR_ROLE', c.coordinator_assignment_id)) s (scope, holder) on s.holder = owner.id
            where c.status = 'OPEN' and owner.id in (c.owner_assignment_id, c.coordinator_assignment_id)`;

const offers = (sameBaton: string): string => `
      create policy caseload_offers on handover for insert to samspel_app with check (origin = 'CASELOAD' and state = 'RECEIVED' and initiated_by_assignment_id = app.actor_id()
        and accountable_assignment_id = from_assignment_id and from_organisation_id = to_organisation_id
        and exists (select 1 from app.caseload_of(from_assignment_id) l where l.case_id = handover.case_id and l.scope = handover.scope ${sameBaton} and l.covered)
        and case_reference = (select l.reference from app.caseload_of(from_assignment_id) l where l.case_id = handover.case_id limit 1))`;

const lockCaseload = (more: string): string => `
      create or replace function app.lock_caseload(assignment uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform 1 from coordination_case c where c.status = 'OPEN' and (lock_caseload.assignment in (c.owner_assignment_id, c.coordinator_assignment_id)${more})
            and exists (select 1 from assignment a where a.id = lock_caseload.assignment and (a.id = app.actor_id() or exists (
              select 1 from assignment me where me.id = app.actor_id() and me.role = 'SUPERVISOR' and me.organisation_id = a.organisation_id)))
            order by c.id for update;
        end $$`;

/**
 * An activity as what is handed over, beside the case: what watches over owners knows which are in force without reading their words, a caseload
 * holds them, a handover of one that is over ends with it, and the measures follow each baton by itself.
 */
export class HandoversOfActivities1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Shared and not removed, which only the words themselves would say else. An activity nobody else has seen is nobody's to miss.
      alter table plan_activity add column in_force boolean not null default false;
      update plan_activity t set in_force = i.shared_at is not null and i.removed_at is null from plan_item i where i.id = t.id;

      set local role samspel_definer;

      create function app.keep_activity_standing() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if tg_op = 'INSERT' then
            new.in_force := coalesce((select i.shared_at is not null and i.removed_at is null from plan_item i where i.id = new.id), false);
          -- Somebody has it again, or there is nothing left to have.
          elsif new.owner_assignment_id <> old.owner_assignment_id or new.state not in ${OPEN} or not new.in_force then
            new.owner_lost_at := null;
          end if;
          -- Whoever steps in does so for a colleague, and does not go along to another organisation.
          if tg_op = 'UPDATE' and new.owner_assignment_id <> old.owner_assignment_id and not exists (
              select 1 from assignment d where d.id = new.deputy_assignment_id and d.organisation_id = new.owner_organisation_id and d.id <> new.owner_assignment_id) then
            new.deputy_assignment_id := null;
          end if;
          return new;
        end $$;
      create function app.follow_item() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update plan_activity t set in_force = new.shared_at is not null and new.removed_at is null where t.id = new.id;
          return null;
        end $$;

      -- What waits to be taken over while there is nothing to take over any more: the activity is finished, removed or somebody else's. For whoever
      -- made it so, the person among them, who may not write in handovers.
      create function app.revoke_moot_handovers(activity uuid) returns table (handover_id uuid, received_by uuid)
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select 1 from plan_activity t join case_access a on a.case_id = t.case_id where t.id = activity and a.actor_id = app.actor_id()) then
            raise exception 'not in this case' using errcode = '42501';
          end if;
          return query
            with moot as (
              select h.id, h.state as was from handover h join plan_activity t on t.id = h.activity_id
              where h.activity_id = activity and h.state in ${PENDING} and (t.state not in ${OPEN} or not t.in_force or t.owner_assignment_id <> h.from_assignment_id)
              for update of h),
            revoked as (
              update handover h set state = 'REVOKED', court = 'NOBODY', owner_lost = false, ended_at = app.domain_now(), closed_at = app.domain_now(),
                next_timer = null, next_timer_at = null, stage_started_at = null, stalled_from = null, version = h.version + 1
              from moot m where h.id = m.id returning h.*, m.was),
            moved as (
              insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id,
                  actor_assignment_id, actor_person_id, reason_code, court)
                select r.id, r.case_id, 'revoke', r.was, r.state, r.scope, r.from_unit_id, r.to_unit_id, r.from_organisation_id, r.to_organisation_id,
                  (select a.id from assignment a where a.id = app.actor_id()), (select p.id from person p where p.id = app.actor_id()), 'ACTIVITY_OVER', r.court from revoked r)
            select r.id, r.received_by_assignment_id from revoked r;
        end $$;

      ${linkJourneys(OF_ACTIVITY)};
      ${lockCaseload(`
              or exists (select 1 from plan_activity t where t.case_id = c.id and t.owner_assignment_id = lock_caseload.assignment and t.state in ${OPEN} and t.in_force)`)};
      reset role;

      drop policy caseload_offers on handover;
      drop function app.caseload_of(uuid);
      set local role samspel_definer;
      -- What one assignment answers for, for its supervisor's planning and for itself: references and codes, never content.
      create function app.caseload_of(assignment uuid) returns table (case_id uuid, reference text, scope text, activity_id uuid, due_on date, covered boolean,
          pending_handover_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare ${HOLDER}
          return query
            select c.id, c.reference, held.scope, held.activity_id, held.due_on, ${COVERED},
              (select h.id from handover h where h.case_id = c.id and h.scope = held.scope and h.activity_id is not distinct from held.activity_id and h.state in ${PENDING})
            from (select c.id as case_id, s.scope, null::uuid as activity_id, null::date as due_on ${HELD_OF_CASES}
                  union all
                  select t.case_id, 'ACTIVITY', t.id, t.due_on from plan_activity t where t.owner_assignment_id = owner.id and t.state in ${OPEN} and t.in_force) held
            join coordination_case c on c.id = held.case_id and c.status = 'OPEN'
            order by c.reference, held.scope = 'ACTIVITY', held.scope, held.due_on, held.activity_id;
        end $$;
      revoke execute on function app.caseload_of(uuid), app.keep_activity_standing(), app.follow_item(), app.revoke_moot_handovers(uuid) from public;
      grant execute on function app.caseload_of(uuid), app.revoke_moot_handovers(uuid) to samspel_app;
      grant execute on function app.keep_activity_standing(), app.follow_item() to samspel_owner;
      reset role;
      ${offers('and l.activity_id is not distinct from handover.activity_id')};
    `);
    await runner.query(`
      create trigger keep_activity_standing before insert or update on plan_activity for each row execute function app.keep_activity_standing();
      create trigger follow_item after update of shared_at, removed_at on plan_item for each row when (new.kind = 'ACTIVITY') execute function app.follow_item();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger follow_item on plan_item;
      drop trigger keep_activity_standing on plan_activity;
      drop policy caseload_offers on handover;
      drop function app.caseload_of(uuid), app.revoke_moot_handovers(uuid), app.follow_item(), app.keep_activity_standing();
      set local role samspel_definer;
      create function app.caseload_of(assignment uuid) returns table (case_id uuid, reference text, scope text, covered boolean, pending_handover_id uuid)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare ${HOLDER}
          return query
            select c.id, c.reference, s.scope, ${COVERED},
              (select h.id from handover h where h.case_id = c.id and h.scope = s.scope and h.state in ${PENDING})
            ${HELD_OF_CASES} order by c.reference, s.scope;
        end $$;
      revoke execute on function app.caseload_of(uuid) from public;
      grant execute on function app.caseload_of(uuid) to samspel_app;
      ${linkJourneys(OF_CASE)};
      ${lockCaseload('')};
      reset role;
      ${offers('')};
      alter table plan_activity drop column in_force;
    `);
  }
}
