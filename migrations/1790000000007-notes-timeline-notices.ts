import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Personal and organisation notes, the append-only timeline, notices to one receiver, and server-side drafts of unsent text. */
export class NotesTimelineNotices1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_note (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        organisation_id uuid not null,
        author_assignment_id uuid not null,
        kind text not null check (kind in ('PERSONAL', 'ORGANISATION')),
        text text not null,
        created_at timestamptz not null default app.domain_now(),
        edited_at timestamptz,
        removed_at timestamptz,
        version int not null default 1,
        foreign key (author_assignment_id, organisation_id) references assignment (id, organisation_id)
      );
      create index on case_note (case_id, created_at desc);

      create table timeline_event (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        kind text not null,
        occurred_at timestamptz not null,
        recorded_at timestamptz not null default app.domain_now(),
        actor_assignment_id uuid references assignment,
        actor_person_id uuid references person,
        organisation_id uuid references organisation,
        -- Null: everybody in the team. Otherwise only these organisations.
        audience uuid[],
        shown_to_person boolean not null default true,
        params jsonb not null default '{}',
        text text
      );
      create index on timeline_event (case_id, occurred_at desc, id desc);

      create table notice (
        id uuid primary key default uuidv7(),
        case_id uuid references coordination_case,
        recipient_assignment_id uuid references assignment,
        recipient_person_id uuid references person,
        kind text not null,
        params jsonb not null default '{}',
        created_at timestamptz not null default app.domain_now(),
        read_at timestamptz,
        constraint one_receiver check (num_nonnulls(recipient_assignment_id, recipient_person_id) = 1)
      );
      create index on notice (recipient_assignment_id) where read_at is null;
      create index on notice (recipient_person_id) where read_at is null;

      create table draft (
        owner_id uuid not null,
        key text not null check (length(key) <= 120),
        text text not null,
        updated_at timestamptz not null default clock_timestamp(),
        primary key (owner_id, key)
      );

      grant select, insert, update on case_note to samspel_app;
      grant select, insert on timeline_event to samspel_app;
      grant select, insert, update (read_at) on notice to samspel_app;
      grant select, insert, update, delete on draft to samspel_app;
      grant insert on timeline_event, notice to samspel_definer;

      -- Another organisation never reads the note itself, only the disclosed version of it.
      alter table case_note enable row level security, force row level security;
      create policy author_and_own_organisation on case_note for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = case_note.case_id and a.via = 'PARTICIPANT'
          and (case_note.author_assignment_id = a.actor_id or (case_note.kind = 'ORGANISATION' and a.organisation_id = case_note.organisation_id))));
      create policy author_writes on case_note for insert to samspel_app
        with check (author_assignment_id = app.actor_id()
          and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = case_note.case_id and a.organisation_id = case_note.organisation_id));
      create policy author_edits on case_note for update to samspel_app
        using (author_assignment_id = app.actor_id()
          and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = case_note.case_id));

      alter table timeline_event enable row level security, force row level security;
      create policy audience on timeline_event for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = timeline_event.case_id
          and (a.via = 'SUBJECT' and timeline_event.shown_to_person
            or a.via = 'PARTICIPANT' and (timeline_event.audience is null or a.organisation_id = any (timeline_event.audience)))));
      -- Whoever answers an invitation writes into the case in that very transaction, and not after.
      create policy as_oneself on timeline_event for insert to samspel_app
        with check (coalesce(actor_assignment_id, actor_person_id) = app.actor_id() and (
          exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = timeline_event.case_id)
          or exists (select 1 from care_team_invitation i where i.case_id = timeline_event.case_id and i.answered_by_assignment_id = app.actor_id()
            and i.answered_at = app.domain_now())));
      create policy definer on timeline_event for insert to samspel_definer with check (true);

      alter table notice enable row level security, force row level security;
      create policy receiver on notice for select to samspel_app using (coalesce(recipient_assignment_id, recipient_person_id) = app.actor_id());
      create policy receiver_reads on notice for update to samspel_app using (coalesce(recipient_assignment_id, recipient_person_id) = app.actor_id());
      create policy actor_tells on notice for insert to samspel_app with check (app.actor_id() is not null and (case_id is null
        or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = notice.case_id)
        or exists (select 1 from care_team_invitation i where i.case_id = notice.case_id and i.answered_by_assignment_id = app.actor_id()
            and i.answered_at = app.domain_now())));
      create policy definer on notice for insert to samspel_definer with check (true);

      alter table draft enable row level security, force row level security;
      create policy own_drafts on draft to samspel_app using (owner_id = app.actor_id());
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table draft, notice, timeline_event, case_note;`);
  }
}
