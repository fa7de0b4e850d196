import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL: the actor supervises the organisation. */
const supervises = (organisationId: string): string =>
  `exists (select 1 from assignment me where me.id = app.actor_id() and me.role = 'SUPERVISOR' and me.organisation_id = ${organisationId})`;

/**
 * What supervisors need to know of cases they may not see: how many stand still, how their links do, until when the person's consent covers a
 * handover, which of their own staff belong to the team already, and a hold on the cases whose baton they are about to offer. Never content.
 */
export class SupervisorsBoard1790000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The board of an organisation, longest first; one index per side, so that a page costs the same however many cases there are.
      -- They hold all that the counters ask, which so read no rows.
      create index board_to on handover (to_organisation_id, stage_started_at, id) include (from_organisation_id, from_unit_id, to_unit_id, state, owner_lost, stalled_from)
        where stalled_from is not null;
      create index board_from on handover (from_organisation_id, stage_started_at, id) include (to_organisation_id, from_unit_id, to_unit_id, state, owner_lost, stalled_from)
        where stalled_from is not null;
      create index caseload_offered on handover (initiated_by_assignment_id, created_at) where initiated_by_assignment_id is not null;

      grant select on handover_pause to samspel_definer;
      create policy definer on handover_pause for select to samspel_definer using (true);

      grant select on handover_transition to samspel_definer;
      create policy definer_reads on handover_transition for select to samspel_definer using (true);

      set local role samspel_definer;

      -- Why a handover stands on the board.
      create function app.stall_kind(state text, owner_lost boolean) returns text language sql immutable as $$
        select case when owner_lost then 'NO_OWNER' when state = 'ACCEPTED' then 'SILENT' when state = 'IN_PROGRESS' then 'OPEN_LOOP' else 'NOT_ACCEPTED' end $$;

      -- How many stand on the actor's board, per link and kind, those the actor has paused apart. Row by row through the policies this
      -- would cost more than the page itself.
      create function app.stalled_counts(at timestamptz, incoming boolean, outgoing boolean, begun_before timestamptz)
        returns table (from_unit_id uuid, to_unit_id uuid, kind text, paused boolean, n int) language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare mine uuid;
        begin
          select a.organisation_id into mine from assignment a where a.id = app.actor_id() and a.role = 'SUPERVISOR';
          return query
            with side as (
              select h.id, h.from_unit_id as f, h.to_unit_id as t, app.stall_kind(h.state, h.owner_lost) as k from handover h
                where incoming and h.to_organisation_id = mine and h.stage_started_at < begun_before and h.stalled_from <= at
              union all
              select h.id, h.from_unit_id, h.to_unit_id, app.stall_kind(h.state, h.owner_lost) from handover h
                where outgoing and h.from_organisation_id = mine and not (incoming and h.to_organisation_id = mine)
                  and h.stage_started_at < begun_before and h.stalled_from <= at)
            select s.f, s.t, s.k, p.handover_id is not null, count(*)::int from side s
            left join handover_pause p on p.handover_id = s.id and p.assignment_id = app.actor_id() and p.until > app.domain_today()
            group by 1, 2, 3, 4;
        end $$;

      -- One row for every handover that began in the period on one of the actor's own links, from its history alone: when each thing first
      -- happened, and how the alerts did. Nothing that leads to a case.
      create function app.link_journeys(begun timestamptz, ended timestamptz, at timestamptz) returns table (from_unit_id uuid, to_unit_id uuid, began_at timestamptz,
          received_at timestamptz, accepted_at timestamptz, answered_at timestamptz, decline_code text, first_contact_at timestamptz, warm boolean, closed_at timestamptz,
          lost_at timestamptz, repaired_at timestamptz, bounces int, lags float8[], alerts_duplicated int, alerts_lost int)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare mine uuid;
        begin
          select a.organisation_id into mine from assignment a where a.id = app.actor_id() and a.role = 'SUPERVISOR';
          return query
            with began as (
              select distinct on (t.handover_id) t.handover_id, t.case_id, t.scope, t.from_unit_id as f, t.to_unit_id as u, t.act, t.effective_at
              from handover_transition t where mine in (t.to_organisation_id, t.from_organisation_id) and t.act in ('offer', 'lose-owner')
                and t.effective_at >= begun and t.effective_at < ended
              order by t.handover_id, t.effective_at, t.id)
            select b.f, b.u, b.effective_at, w.received, w.accepted, w.answered, w.code, w.contact, w.warm, w.closed, w.lost, w.repaired,
              -- Once per baton: how often it came back over this link.
              case when row_number() over baton = 1 then (sum(w.back) over (partition by b.case_id, b.scope, b.f, b.u))::int end,
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
            window baton as (partition by b.case_id, b.scope, b.f, b.u order by b.effective_at, b.handover_id);
        end $$;

      create function app.handover_covered_until(handover uuid) returns date language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare h handover;
        begin
          select x.* into h from handover x where x.id = handover_covered_until.handover
            and (${supervises('x.from_organisation_id')} or ${supervises('x.to_organisation_id')});
          if not found then return null; end if;
          return (select max(k.valid_to) from consent k left join consent_recipient r on r.consent_id = k.id
            where k.case_id = h.case_id and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
            and case when h.from_organisation_id = h.to_organisation_id then h.to_organisation_id in (k.disclosing_organisation_id, r.organisation_id)
                     else k.disclosing_organisation_id = h.from_organisation_id and r.organisation_id = h.to_organisation_id end);
        end $$;

      create function app.receivers_in_team(handover uuid) returns setof uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          return query select p.assignment_id from handover x join participation p on p.case_id = x.case_id and p.organisation_id = x.to_organisation_id and p.until_at is null
            where x.id = receivers_in_team.handover and ${supervises('x.to_organisation_id')};
        end $$;

      -- Closing, a withdrawn consent and an offer follow each other. The order keeps two who offer the same caseload from waiting for each other.
      create function app.lock_caseload(assignment uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform 1 from coordination_case c where c.status = 'OPEN' and lock_caseload.assignment in (c.owner_assignment_id, c.coordinator_assignment_id)
            and exists (select 1 from assignment a where a.id = lock_caseload.assignment and (a.id = app.actor_id() or ${supervises('a.organisation_id')}))
            order by c.id for update;
        end $$;

      revoke execute on function app.stall_kind(text, boolean), app.stalled_counts(timestamptz, boolean, boolean, timestamptz),
        app.link_journeys(timestamptz, timestamptz, timestamptz), app.handover_covered_until(uuid), app.receivers_in_team(uuid), app.lock_caseload(uuid) from public;
      grant execute on function app.stalled_counts(timestamptz, boolean, boolean, timestamptz), app.link_journeys(timestamptz, timestamptz, timestamptz),
        app.handover_covered_until(uuid), app.receivers_in_team(uuid), app.lock_caseload(uuid) to samspel_app;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.lock_caseload(uuid), app.receivers_in_team(uuid), app.handover_covered_until(uuid),
        app.link_journeys(timestamptz, timestamptz, timestamptz), app.stalled_counts(timestamptz, boolean, boolean, timestamptz), app.stall_kind(text, boolean);
      drop policy definer_reads on handover_transition;
      revoke select on handover_transition from samspel_definer;
      drop policy definer on handover_pause;
      revoke select on handover_pause from samspel_definer;
      drop index caseload_offered, board_from, board_to;
    `);
  }
}
