import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Somebody who acts for the person (god man, förvaltare, ombud), and a consent put before the person to give or refuse by themself. */
export class ActingForThePerson1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_representative (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        person_id uuid not null references person,
        representative_person_id uuid not null references person check (representative_person_id <> person_id),
        kind text not null check (kind in ('GOD_MAN', 'FORVALTARE', 'OMBUD')),
        -- What shows the right to act: the court's decision, a proxy and its day.
        basis text not null,
        valid_from date not null,
        valid_to date not null check (valid_to >= valid_from),
        registered_by_assignment_id uuid not null references assignment,
        registered_at timestamptz not null default app.domain_now(),
        ended_at timestamptz,
        version int not null default 1
      );
      create unique index one_registration on person_representative (person_id, representative_person_id) where ended_at is null;
      create index on person_representative (representative_person_id) where ended_at is null;
      alter table session add column represented_person_id uuid references person,
        add constraint only_citizens_represent check (represented_person_id is null or audience = 'CITIZEN');
      alter table audit_event add column representative_person_id uuid;

      create table consent_proposal (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        disclosing_organisation_id uuid not null references organisation,
        proposed_by_assignment_id uuid not null references assignment,
        proposed_at timestamptz not null default app.domain_now(),
        purpose text not null,
        information_categories text[] not null check (cardinality(information_categories) > 0),
        exclusions text not null default '',
        recipients uuid[] not null check (cardinality(recipients) > 0),
        valid_to date not null,
        text_version text not null,
        state text not null default 'PENDING' check (state in ('PENDING', 'GIVEN', 'DECLINED', 'WITHDRAWN')),
        answered_at timestamptz,
        consent_id uuid references consent,
        version int not null default 1,
        constraint answered_is_whole check ((state = 'PENDING') = (answered_at is null) and (state = 'GIVEN') = (consent_id is not null))
      );
      create index on consent_proposal (case_id) where state = 'PENDING';

      grant select, insert on person_representative, consent_proposal to samspel_app;
      grant update (ended_at, version) on person_representative to samspel_app;
      grant update (state, answered_at, version) on consent_proposal to samspel_app;
      grant select on person_representative to samspel_definer;
      grant select, update on consent_proposal to samspel_definer;
      grant insert on consent, consent_recipient to samspel_definer;
      grant select (id, person_id, represented_person_id, ended_at) on session to samspel_definer;

      alter table person_representative enable row level security, force row level security;
      create policy team_and_both on person_representative for select to samspel_app using (app.actor_id() in (person_id, representative_person_id)
        or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = person_representative.case_id));
      create policy participants_register on person_representative for insert to samspel_app with check (registered_by_assignment_id = app.actor_id()
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = person_representative.case_id and a.via = 'PARTICIPANT'
          and a.person_id = person_representative.person_id));
      -- One way only: who shall act again is registered anew.
      create policy members_end on person_representative for update to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = person_representative.case_id))
        with check (ended_at is not null);
      create policy definer on person_representative for select to samspel_definer using (true);

      alter table consent_proposal enable row level security, force row level security;
      create policy members on consent_proposal for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent_proposal.case_id));
      create policy discloser_proposes on consent_proposal for insert to samspel_app with check (proposed_by_assignment_id = app.actor_id() and state = 'PENDING'
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent_proposal.case_id
          and a.organisation_id = disclosing_organisation_id));
      create policy asker_withdraws on consent_proposal for update to samspel_app
        using (state = 'PENDING' and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent_proposal.case_id
          and (a.via = 'SUBJECT' or a.organisation_id = disclosing_organisation_id)))
        -- No is the person's to say, and taking the question back is whose question it is.
        with check (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent_proposal.case_id
          and case state when 'DECLINED' then a.via = 'SUBJECT' when 'WITHDRAWN' then a.organisation_id = disclosing_organisation_id else false end));
      create policy definer on consent_proposal to samspel_definer using (true) with check (true);
      create policy given_by_the_person on consent for insert to samspel_definer with check (form = 'DIGITALLY_SIGNED');
      create policy given_by_the_person on consent_recipient for insert to samspel_definer with check (true);

      set local role samspel_definer;
      -- Read with every request of a session that acts for somebody: a right that has ended is gone at the next one.
      create function app.represents(representative uuid, represented uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from person_representative r where r.representative_person_id = represents.representative and r.person_id = represents.represented
          and r.ended_at is null and app.domain_today() between r.valid_from and r.valid_to) $$;
      -- Whom the signed-in person may act for, before any of those persons' rows can be seen; of their own live session alone.
      create function app.represented_by(representative uuid, session uuid) returns table (person_id uuid, given_name text, family_name text, kind text, valid_to date)
        language sql stable security definer set search_path = public, pg_temp as $$
          select r.person_id, n.given_name, n.family_name, r.kind, r.valid_to from person_representative r join person n on n.id = r.person_id
          where r.representative_person_id = represented_by.representative and r.ended_at is null and app.domain_today() between r.valid_from and r.valid_to
            and exists (select 1 from session s where s.id = represented_by.session and s.person_id = represented_by.representative and s.ended_at is null)
          order by n.family_name, n.given_name $$;
      -- The representative's name for whoever sees the registration; their own person stays hidden.
      create function app.representative_name(registration uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
        select n.given_name || ' ' || n.family_name from person_representative r join person n on n.id = r.representative_person_id
        where r.id = representative_name.registration and (app.actor_id() in (r.person_id, r.representative_person_id)
          or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = r.case_id)) $$;
      -- Nobody works for somebody and represents them too.
      create function app.works_in_case(person uuid, asked_case uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from person_identifier i join staff_member m on m.personal_index = i.blind_index
          join assignment a on a.staff_member_id = m.id join participation p on p.assignment_id = a.id and p.until_at is null
          where i.person_id = works_in_case.person and p.case_id = works_in_case.asked_case
            and exists (select 1 from case_access x where x.actor_id = app.actor_id() and x.case_id = asked_case)) $$;
      -- Whom a session acts for, by name; no actor is known yet when a session is looked up.
      create function app.represented_in_session(session uuid) returns table (person_id uuid, given_name text, family_name text)
        language sql stable security definer set search_path = public, pg_temp as $$
          select n.id, n.given_name, n.family_name from session s join person n on n.id = s.represented_person_id
          where s.id = represented_in_session.session and s.ended_at is null and app.represents(s.person_id, s.represented_person_id) $$;
      -- The person's own yes becomes a consent of the organisation that asked, word for word as it was put to them.
      create function app.give_consent(proposal uuid, given_by text) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
        declare p consent_proposal; given uuid := uuidv7();
        begin
          select x.* into p from consent_proposal x where x.id = give_consent.proposal and x.state = 'PENDING'
            and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = x.case_id and a.via = 'SUBJECT') for update;
          if not found then return null; end if;
          insert into consent (id, case_id, person_id, disclosing_organisation_id, given_by, purpose, information_categories, exclusions, valid_from, valid_to, form,
              taken_by_assignment_id, text_version)
            values (given, p.case_id, app.actor_id(), p.disclosing_organisation_id, give_consent.given_by, p.purpose, p.information_categories, p.exclusions, app.domain_today(), p.valid_to,
              'DIGITALLY_SIGNED', p.proposed_by_assignment_id, p.text_version);
          insert into consent_recipient (consent_id, case_id, organisation_id) select given, p.case_id, o from unnest(p.recipients) o;
          update consent_proposal set state = 'GIVEN', answered_at = app.domain_now(), consent_id = given, version = version + 1 where id = p.id;
          return given;
        end $$;
      revoke execute on function app.represents(uuid, uuid), app.represented_by(uuid, uuid), app.representative_name(uuid), app.works_in_case(uuid, uuid), app.represented_in_session(uuid), app.give_consent(uuid, text) from public;
      grant execute on function app.represents(uuid, uuid), app.represented_by(uuid, uuid), app.representative_name(uuid), app.works_in_case(uuid, uuid), app.represented_in_session(uuid), app.give_consent(uuid, text) to samspel_app;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.give_consent(uuid, text), app.represented_in_session(uuid), app.represented_by(uuid, uuid), app.representative_name(uuid), app.works_in_case(uuid, uuid), app.represents(uuid, uuid);
      drop policy given_by_the_person on consent_recipient; drop policy given_by_the_person on consent;
      revoke insert on consent, consent_recipient from samspel_definer;
      revoke select (id, person_id, represented_person_id, ended_at) on session from samspel_definer;
      alter table audit_event drop column representative_person_id;
      alter table session drop constraint only_citizens_represent, drop column represented_person_id;
      drop table consent_proposal, person_representative;
    `);
  }
}
