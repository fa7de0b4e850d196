import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Persons and their dated, encrypted identifiers. Row security follows in the migration that creates case access. */
export class People1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key default uuidv7(),
        given_name text collate "sv-SE-x-icu" not null,
        family_name text collate "sv-SE-x-icu" not null,
        language text not null default 'sv',
        interpreter_language text,
        protected_level text check (protected_level in ('CONFIDENTIALITY_FLAG', 'PROTECTED_REGISTRATION', 'ASSUMED_IDENTITY')),
        created_at timestamptz not null default app.domain_now(),
        version int not null default 1
      );

      -- AES-256-GCM in the application; the keys never reach the database. A person may change from
      -- samordningsnummer to personnummer, hence dated rows (SKV 704, SKV 707).
      create table person_identifier (
        id uuid primary key default uuidv7(),
        person_id uuid not null references person,
        kind text not null check (kind in ('PERSONNUMMER', 'SAMORDNINGSNUMMER')),
        ciphertext bytea not null,
        blind_index bytea not null unique check (length(blind_index) = 32),
        valid_from date not null,
        valid_to date check (valid_to >= valid_from)
      );
      create unique index one_current_identifier on person_identifier (person_id) where valid_to is null;

      -- What one organisation has itself recorded: the only thing its look-ups may answer with.
      create table person_registration (
        person_id uuid not null references person,
        organisation_id uuid not null references organisation,
        given_name text collate "sv-SE-x-icu" not null,
        family_name text collate "sv-SE-x-icu" not null,
        registered_by_assignment_id uuid not null references assignment,
        registered_at timestamptz not null default app.domain_now(),
        primary key (person_id, organisation_id)
      );

      create table person_lookup (
        id uuid primary key default uuidv7(),
        staff_member_id uuid not null references staff_member,
        at timestamptz not null default clock_timestamp()
      );
      create index on person_lookup (staff_member_id, at);

      grant select, insert on person, person_identifier, person_registration, person_lookup to samspel_app;
      grant update (given_name, family_name, language, interpreter_language, version) on person to samspel_app;
      grant update (valid_to) on person_identifier to samspel_app;
      grant select on person, person_identifier, person_registration to samspel_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table person_lookup, person_registration, person_identifier, person;`);
  }
}
