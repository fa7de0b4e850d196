import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Principals, organisations (one secrecy area each, OSL 8:1–2), units, staff, assignments, leave. No case data lives here. */
export class Organisations1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table federation_area (
        id uuid primary key default uuidv7(),
        name text collate "sv-SE-x-icu" not null unique
      );

      create table principal (
        id uuid primary key default uuidv7(),
        kind text not null check (kind in ('KOMMUN', 'REGION', 'FK', 'AF', 'FEDERATION')),
        name text collate "sv-SE-x-icu" not null unique
      );

      create table organisation (
        id uuid primary key default uuidv7(),
        principal_id uuid not null references principal,
        name text collate "sv-SE-x-icu" not null unique,
        short_name text collate "sv-SE-x-icu" not null,
        letters text not null check (length(letters) between 1 and 3),
        mission text not null default '',
        can_decide text not null default '',
        cannot_decide text not null default '',
        time_limits text not null default '',
        contact_ways text not null default '',
        words jsonb not null default '[]',
        contact_assignment_id uuid,
        version int not null default 1
      );

      create table unit (
        id uuid primary key default uuidv7(),
        organisation_id uuid not null references organisation,
        parent_unit_id uuid references unit,
        name text collate "sv-SE-x-icu" not null,
        function_address text,
        phone text,
        takes_intake boolean not null default true,
        closed_on date,
        version int not null default 1,
        unique (organisation_id, name),
        unique (id, organisation_id)
      );

      create table staff_member (
        id uuid primary key default uuidv7(),
        given_name text collate "sv-SE-x-icu" not null,
        family_name text collate "sv-SE-x-icu" not null,
        email text,
        phone text,
        hsa_id text unique check (hsa_id ~ '^SE[0-9]{10}-[A-Za-z0-9]{1,18}$'),
        org_affiliation text unique,
        -- The same keyed index as person_identifier.blind_index, so that nobody reaches their own case as staff.
        personal_index bytea,
        disabled_at timestamptz,
        version int not null default 1,
        check (hsa_id is not null or org_affiliation is not null)
      );

      create table assignment (
        id uuid primary key default uuidv7(),
        staff_member_id uuid not null references staff_member,
        unit_id uuid not null,
        organisation_id uuid not null,
        title text not null,
        role text not null check (role in ('CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR', 'FEDERATION_MANAGER')),
        functions text[] not null default '{}' check (functions <@ array['intake', 'records']),
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        version int not null default 1,
        foreign key (unit_id, organisation_id) references unit (id, organisation_id),
        unique (id, organisation_id)
      );
      create index on assignment (staff_member_id);
      create index on assignment (unit_id);
      create index on assignment (organisation_id);

      alter table organisation add foreign key (contact_assignment_id, id) references assignment (id, organisation_id);

      create table leave (
        id uuid primary key default uuidv7(),
        assignment_id uuid not null references assignment,
        first_day date not null,
        last_day date not null check (last_day >= first_day),
        deputy_assignment_id uuid references assignment check (deputy_assignment_id <> assignment_id),
        cancelled_at timestamptz,
        exclude using gist (assignment_id with =, daterange(first_day, last_day, '[]') with &&) where (cancelled_at is null)
      );

      grant select on federation_area, principal, organisation, unit, staff_member, assignment, leave to samspel_app, samspel_definer;
      grant insert, update on federation_area, principal, organisation, unit, staff_member, assignment, leave to samspel_app;
      grant select (id, unit_id, organisation_id, role, functions, valid_from, valid_to) on assignment to samspel_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table leave;
      alter table organisation drop constraint organisation_contact_assignment_id_id_fkey;
      drop table assignment, staff_member, unit, organisation, principal, federation_area;
    `);
  }
}
