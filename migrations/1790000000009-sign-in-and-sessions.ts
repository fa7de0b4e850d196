import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins under way, sessions (hashed tokens, re-read on every request) and idempotency keys. All on the real clock. */
export class SignInAndSessions1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table sign_in (
        state_hash bytea primary key check (length(state_hash) = 32),
        browser_hash bytea not null check (length(browser_hash) = 32),
        audience text not null check (audience in ('STAFF', 'CITIZEN')),
        nonce text not null,
        code_verifier text not null,
        return_to text not null,
        created_at timestamptz not null default clock_timestamp()
      );

      create table session (
        id uuid primary key default uuidv7(),
        token_hash bytea not null unique check (length(token_hash) = 32),
        audience text not null check (audience in ('STAFF', 'CITIZEN')),
        staff_member_id uuid references staff_member,
        assignment_id uuid references assignment,
        person_id uuid references person,
        display_name text not null,
        acr text not null,
        authenticated_at timestamptz not null,
        device text not null default '',
        created_at timestamptz not null default clock_timestamp(),
        last_seen_at timestamptz not null default clock_timestamp(),
        ended_at timestamptz,
        end_reason text check (end_reason in ('SIGNED_OUT', 'KILLED', 'IDLE', 'EXPIRED', 'ROTATED', 'DISABLED')),
        constraint audience_has_its_subject check (
          audience = 'STAFF' and staff_member_id is not null and person_id is null
          or audience = 'CITIZEN' and staff_member_id is null and assignment_id is null)
      );
      create index on session (staff_member_id) where ended_at is null;
      create index on session (person_id) where ended_at is null;

      create table idempotency_key (
        actor_id uuid not null,
        key uuid not null,
        route text not null,
        body_hash bytea not null,
        status int not null,
        resource_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        primary key (actor_id, key)
      );

      grant select, insert, delete on sign_in to samspel_app;
      grant select, insert, update on session to samspel_app;
      grant select, insert, update (status, resource_id) on idempotency_key to samspel_app;
      grant select, delete on sign_in, idempotency_key to samspel_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table idempotency_key, session, sign_in;`);
  }
}
