import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Two acts that must reach rows the actor may not see: asking to join a case one cannot know of, and closing a case to an
 * organisation whose consent has ended. Each is one narrow function; nothing about the hidden rows comes back.
 */
export class ClosingToAnOrganisation1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The answer is the same whether a request was made now or earlier: no id, no organisations.
      create function app.ask_to_join(subject uuid, area uuid, why text, form text, asked date) returns void
        language plpgsql security definer set search_path = public as $$
        declare
          open_case coordination_case;
          asker assignment;
        begin
          select * into strict asker from assignment where id = app.actor_id();
          select * into open_case from coordination_case c where c.person_id = subject and c.area_id = area and c.status = 'OPEN';
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

      -- Who loses access is told without content. The owner stays: an open case is never ownerless, and one task is left, to close it or find consent again.
      create function app.close_case_to(closing uuid, organisation uuid) returns table (lost_assignment_id uuid)
        language plpgsql security definer set search_path = public as $$
        declare
          this_case coordination_case;
          reached boolean;
        begin
          select exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = closing) into reached;
          if not reached then raise exception 'not in this case' using errcode = '42501'; end if;
          if exists (select 1 from consent c join consent_recipient r on r.consent_id = c.id
                     where c.case_id = closing and r.organisation_id = organisation and c.withdrawn_at is null
                     and c.valid_to >= app.domain_today()) then
            raise exception 'a consent still covers this organisation' using errcode = '23514';
          end if;
          select * into strict this_case from coordination_case where id = closing for update;

          insert into frozen_copy (case_id, organisation_id, unit_id, reference, content, purge_after)
            select closing, organisation, u.unit_id, this_case.reference,
                   (select coalesce(jsonb_agg(jsonb_build_object('disclosedAt', d.disclosed_at, 'from', o.name, 'category', d.information_category,
                                                                'kind', d.subject_kind, 'content', d.content) order by d.disclosed_at), '[]')
                    from disclosure d join disclosure_recipient r on r.disclosure_id = d.id join organisation o on o.id = d.from_organisation_id
                    where d.case_id = closing and r.organisation_id = organisation and r.ended_at is null),
                   app.domain_now() + interval '30 days'
            from (select distinct a.unit_id from participation p join assignment a on a.id = p.assignment_id
                  where p.case_id = closing and p.organisation_id = organisation and p.until_at is null) u;
          update disclosure_recipient r set ended_at = app.domain_now() where r.case_id = closing and r.organisation_id = organisation and r.ended_at is null;
          update care_team_invitation i set state = 'STOPPED', preview = null, answered_at = app.domain_now(), version = version + 1
            where i.case_id = closing and i.organisation_id = organisation and i.state = 'PENDING';
          update join_request j set state = 'STOPPED', answered_at = app.domain_now(), version = version + 1
            where j.case_id = closing and j.organisation_id = organisation and j.state = 'PENDING';

          -- A coordinator without access cannot lead; the owner, who stays, leads until somebody else has said yes.
          update coordination_case c set coordinator_assignment_id = c.owner_assignment_id, version = c.version + 1
            from assignment a where c.id = closing and a.id = c.coordinator_assignment_id and a.organisation_id = organisation
            and c.coordinator_assignment_id <> c.owner_assignment_id;
          update coordinator_request q set state = 'WITHDRAWN', answered_at = app.domain_now(), version = q.version + 1
            from assignment a where q.case_id = closing and q.state = 'PENDING' and a.id = q.asked_assignment_id and a.organisation_id = organisation;

          -- now() stands still within a transaction: one that waited for the case row may have begun before the participant it finds there.
          return query
            with gone as (
              update participation p set until_at = greatest(app.domain_now(), p.from_at), end_reason = 'CONSENT_WITHDRAWN', version = p.version + 1
              where p.case_id = closing and p.organisation_id = organisation and p.until_at is null and p.assignment_id <> this_case.owner_assignment_id
              returning p.assignment_id),
            told as (
              insert into notice (recipient_assignment_id, kind, params)
              select g.assignment_id, 'case.closed-to-you', jsonb_build_object('reference', this_case.reference) from gone g)
            select g.assignment_id from gone g;
        end $$;
      -- What an organisation asked another may rest on a consent of its own that has ended, while others still cover the receiver.
      create function app.stop_uncovered_invitations(changed uuid) returns setof uuid
        language plpgsql security definer set search_path = public as $$
        begin
          if not exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = changed) then
            raise exception 'not in this case' using errcode = '42501';
          end if;
          return query
            update care_team_invitation i set state = 'STOPPED', preview = null, answered_at = app.domain_now(), version = i.version + 1
            from assignment sender
            where i.case_id = changed and i.state = 'PENDING' and sender.id = i.invited_by_assignment_id
              and app.covering_consent(changed, sender.organisation_id, i.organisation_id, null) is null
            returning i.unit_id;
        end $$;
      alter function app.stop_uncovered_invitations(uuid) owner to samspel_definer;
      revoke execute on function app.stop_uncovered_invitations(uuid) from public;
      grant execute on function app.stop_uncovered_invitations(uuid) to samspel_app;

      -- Who is told live that a case has changed: ids of actors only, for the process that holds their streams.
      create function app.case_audience(changed uuid) returns setof uuid
        language sql stable security definer set search_path = public as
        $$ select actor_id from case_access where case_id = changed $$;
      alter function app.case_audience(uuid) owner to samspel_definer;
      alter function app.ask_to_join(uuid, uuid, text, text, date) owner to samspel_definer;
      alter function app.close_case_to(uuid, uuid) owner to samspel_definer;
      revoke execute on function app.ask_to_join(uuid, uuid, text, text, date), app.close_case_to(uuid, uuid), app.case_audience(uuid) from public;
      grant execute on function app.ask_to_join(uuid, uuid, text, text, date), app.close_case_to(uuid, uuid), app.case_audience(uuid) to samspel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function app.stop_uncovered_invitations(uuid), app.case_audience(uuid), app.close_case_to(uuid, uuid), app.ask_to_join(uuid, uuid, text, text, date);`,
    );
  }
}
