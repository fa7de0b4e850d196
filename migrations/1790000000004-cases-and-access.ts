import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The case, its care team, and `case_access`: who reaches which case right now. Every row policy in the database asks that one
 * narrow table, which only triggers write, so no policy refers to its own table and no setting carries a verdict.
 */
export class CasesAndAccess1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create sequence case_reference;
      create table coordination_case (
        id uuid primary key default uuidv7(),
        reference text not null unique default 'S-' || lpad(nextval('case_reference')::text, 4, '0'),
        person_id uuid not null references person,
        area_id uuid not null references federation_area,
        status text not null default 'OPEN' check (status in ('OPEN', 'CLOSED')),
        reason text not null,
        asked_form text not null check (asked_form in ('ORAL', 'WRITTEN', 'DIGITALLY_SIGNED')),
        asked_on date not null,
        owner_assignment_id uuid references assignment,
        coordinator_assignment_id uuid references assignment,
        owner_since timestamptz not null default app.domain_now(),
        next_step text,
        next_step_due date,
        next_step_set_at timestamptz,
        opened_by_assignment_id uuid not null references assignment,
        opened_at timestamptz not null default app.domain_now(),
        last_movement_at timestamptz not null default app.domain_now(),
        closed_at timestamptz,
        closed_by_assignment_id uuid references assignment,
        closing_reason text check (closing_reason in ('GOALS_REACHED', 'CONSENT_WITHDRAWN', 'MOVED', 'DECEASED', 'OTHER_PLAN', 'OPENED_BY_MISTAKE')),
        remaining_work text,
        version int not null default 1,
        constraint open_case_is_owned check (status = 'CLOSED' or (owner_assignment_id is not null and coordinator_assignment_id is not null)),
        constraint closed_case_has_reason check ((status = 'CLOSED') = (closed_at is not null and closed_by_assignment_id is not null and closing_reason is not null))
      );
      create unique index one_open_case_per_person_and_area on coordination_case (person_id, area_id) where status = 'OPEN';
      create index on coordination_case (owner_assignment_id) where status = 'OPEN';

      create table case_ambition (
        case_id uuid not null references coordination_case,
        level text not null check (level in ('INFORMATION_EXCHANGE', 'COORDINATED_ACTIVITIES', 'JOINT_ACTION')),
        from_at timestamptz not null default app.domain_now(),
        set_by_assignment_id uuid not null references assignment,
        primary key (case_id, from_at)
      );

      create table participation (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        assignment_id uuid not null,
        organisation_id uuid not null,
        role text not null,
        mandate text not null check (mandate in ('MAY_DECIDE', 'MAY_PROPOSE', 'MUST_ANCHOR')),
        question_area text not null default '',
        from_at timestamptz not null default app.domain_now(),
        until_at timestamptz check (until_at >= from_at),
        end_reason text check (end_reason in ('LEFT', 'CONSENT_WITHDRAWN', 'CASE_CLOSED')),
        introduced_at timestamptz,
        version int not null default 1,
        foreign key (assignment_id, organisation_id) references assignment (id, organisation_id),
        constraint participation_ends_with_reason check ((until_at is null) = (end_reason is null)),
        constraint no_overlapping_participation exclude using gist (case_id with =, assignment_id with =, tstzrange(from_at, until_at) with &&)
      );
      create index on participation (case_id);
      create index on participation (assignment_id) where until_at is null;

      create table case_access (
        actor_id uuid not null,
        case_id uuid not null references coordination_case,
        person_id uuid not null references person,
        via text not null check (via in ('PARTICIPANT', 'SUBJECT')),
        organisation_id uuid references organisation,
        primary key (actor_id, case_id),
        check ((via = 'PARTICIPANT') = (organisation_id is not null))
      );
      create index on case_access (case_id);
      create index on case_access (actor_id, person_id);

      grant usage on sequence case_reference to samspel_app;
      grant select, insert, update on coordination_case, participation to samspel_app;
      grant select, insert on case_ambition to samspel_app;
      grant select on case_access to samspel_app;
      grant select, insert, update, delete on case_access to samspel_definer;
      grant select, update on participation, coordination_case to samspel_definer;
      grant select (id, reference, status, owner_assignment_id, coordinator_assignment_id, last_movement_at) on coordination_case to samspel_worker;

      -- The person always reaches their own case; the opener reaches it before the first participation row exists.
      create function app.grant_access_on_opening() returns trigger language plpgsql security definer set search_path = public as $$
        begin
          insert into case_access (actor_id, case_id, person_id, via) values (new.person_id, new.id, new.person_id, 'SUBJECT');
          insert into case_access (actor_id, case_id, person_id, via, organisation_id)
            select new.owner_assignment_id, new.id, new.person_id, 'PARTICIPANT', organisation_id from assignment where id = new.owner_assignment_id;
          return null;
        end $$;
      create trigger grant_access_on_opening after insert on coordination_case for each row execute function app.grant_access_on_opening();

      create function app.keep_access_true() returns trigger language plpgsql security definer set search_path = public as $$
        begin
          if exists (select 1 from coordination_case c
                     join person_identifier i on i.person_id = c.person_id
                     join assignment a on a.id = new.assignment_id
                     join staff_member s on s.id = a.staff_member_id and s.personal_index = i.blind_index
                     where c.id = new.case_id) then
            raise exception 'nobody works in their own case' using errcode = '23514', constraint = 'not_own_case';
          end if;
          delete from case_access where case_id = new.case_id and actor_id = new.assignment_id;
          insert into case_access (actor_id, case_id, person_id, via, organisation_id)
            select p.assignment_id, p.case_id, c.person_id, 'PARTICIPANT', p.organisation_id
            from participation p join coordination_case c on c.id = p.case_id
            where p.case_id = new.case_id and p.assignment_id = new.assignment_id and p.until_at is null;
          return null;
        end $$;
      create trigger keep_access_true after insert or update on participation for each row execute function app.keep_access_true();
      alter function app.grant_access_on_opening() owner to samspel_definer;
      alter function app.keep_access_true() owner to samspel_definer;

      alter table case_access enable row level security, force row level security;
      create policy own_rows on case_access for select to samspel_app using (actor_id = app.actor_id());
      create policy definer on case_access to samspel_definer using (true) with check (true);

      alter table coordination_case enable row level security, force row level security;
      create policy members on coordination_case for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = coordination_case.id));
      create policy open_as_oneself on coordination_case for insert to samspel_app
        with check (opened_by_assignment_id = app.actor_id() and owner_assignment_id = app.actor_id());
      create policy members_change on coordination_case for update to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = coordination_case.id));
      create policy definer on coordination_case to samspel_definer using (true) with check (true);
      create policy worker on coordination_case for select to samspel_worker using (true);

      alter table participation enable row level security, force row level security;
      create policy members on participation for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = participation.case_id));
      create policy members_change on participation for update to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = participation.case_id and a.via = 'PARTICIPANT'))
        with check (true);
      create policy definer on participation to samspel_definer using (true) with check (true);

      alter table case_ambition enable row level security, force row level security;
      create policy members on case_ambition to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = case_ambition.case_id));

      alter table person enable row level security, force row level security;
      create policy team_and_self on person for select to samspel_app
        using (id = app.actor_id() or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.person_id = person.id));
      create policy recorded_by_an_actor on person for insert to samspel_app with check (app.actor_id() is not null);
      create policy team_changes on person for update to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.person_id = person.id));
      create policy definer on person for select to samspel_definer using (true);

      alter table person_identifier enable row level security, force row level security;
      create policy team_and_self on person_identifier for select to samspel_app
        using (person_id = app.actor_id() or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.person_id = person_identifier.person_id));
      create policy recorded_by_an_actor on person_identifier for insert to samspel_app with check (app.actor_id() is not null);
      create policy team_changes on person_identifier for update to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.person_id = person_identifier.person_id));
      create policy definer on person_identifier for select to samspel_definer using (true);

      alter table person_registration enable row level security, force row level security;
      create policy own_organisation on person_registration to samspel_app
        using (organisation_id = (select organisation_id from assignment where id = app.actor_id()));
      create policy definer on person_registration for select to samspel_definer using (true);

      -- A number that is already known must map to the same person, without showing the asker anything about them.
      create function app.person_with_index(index bytea) returns table (person_id uuid, protected_level text)
        language sql stable security definer set search_path = public as
        $$ select p.id, p.protected_level from person_identifier i join person p on p.id = i.person_id where i.blind_index = index $$;
      create function app.registered_person(index bytea) returns table (person_id uuid, given_name text, family_name text, protected_level text)
        language sql stable security definer set search_path = public as $$
          select p.id, r.given_name, r.family_name, p.protected_level
          from person_identifier i join person p on p.id = i.person_id join person_registration r on r.person_id = p.id
          where i.blind_index = index and r.organisation_id = (select organisation_id from assignment where id = app.actor_id()) $$;
      alter function app.person_with_index(bytea) owner to samspel_definer;
      alter function app.registered_person(bytea) owner to samspel_definer;
      revoke execute on function app.person_with_index(bytea), app.registered_person(bytea) from public;
      grant execute on function app.person_with_index(bytea), app.registered_person(bytea) to samspel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.registered_person(bytea), app.person_with_index(bytea);
      drop policy team_and_self on person; drop policy recorded_by_an_actor on person; drop policy team_changes on person; drop policy definer on person;
      drop policy team_and_self on person_identifier; drop policy recorded_by_an_actor on person_identifier;
      drop policy team_changes on person_identifier; drop policy definer on person_identifier;
      drop policy own_organisation on person_registration; drop policy definer on person_registration;
      alter table person disable row level security, no force row level security;
      alter table person_identifier disable row level security, no force row level security;
      alter table person_registration disable row level security, no force row level security;
      drop table case_access, case_ambition, participation, coordination_case cascade;
      drop function app.keep_access_true(), app.grant_access_on_opening();
      drop sequence case_reference;
    `);
  }
}
