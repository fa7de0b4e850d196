import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations with their limited preview, join requests, the question who coordinates, contacts without login, journal marks. */
export class JoiningTheTeam1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table care_team_invitation (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        organisation_id uuid not null,
        unit_id uuid not null,
        state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'STOPPED')),
        -- What the unit's intake may see before it accepts; emptied when the invitation ends without a yes.
        preview jsonb,
        invited_by_assignment_id uuid not null references assignment,
        invited_at timestamptz not null default app.domain_now(),
        answered_by_assignment_id uuid references assignment,
        answered_at timestamptz,
        answer_reason text,
        version int not null default 1,
        foreign key (unit_id, organisation_id) references unit (id, organisation_id),
        constraint preview_only_while_useful check (state in ('PENDING', 'ACCEPTED') or preview is null)
      );
      create unique index one_pending_invitation on care_team_invitation (case_id, organisation_id) where state = 'PENDING';
      create index on care_team_invitation (unit_id) where state = 'PENDING';
      create index on care_team_invitation (case_id);

      create table join_request (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        organisation_id uuid not null,
        requested_by_assignment_id uuid not null,
        reason text not null,
        asked_form text not null,
        asked_on date not null,
        state text not null default 'PENDING' check (state in ('PENDING', 'INVITED', 'REFUSED', 'STOPPED')),
        requested_at timestamptz not null default app.domain_now(),
        answered_by_assignment_id uuid references assignment,
        answered_at timestamptz,
        version int not null default 1,
        foreign key (requested_by_assignment_id, organisation_id) references assignment (id, organisation_id)
      );
      create unique index one_pending_join_request on join_request (case_id, organisation_id) where state = 'PENDING';

      create table coordinator_request (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        asked_assignment_id uuid not null references assignment,
        asked_by_assignment_id uuid not null references assignment,
        message text not null default '',
        state text not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
        asked_at timestamptz not null default app.domain_now(),
        answered_at timestamptz,
        version int not null default 1
      );
      create unique index one_pending_coordinator_request on coordinator_request (case_id) where state = 'PENDING';

      create table case_contact (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        kind text not null check (kind in ('EMPLOYER', 'UNION', 'TRAINER', 'RELATIVE', 'GUARDIAN', 'GOD_MAN', 'FORVALTARE', 'PROXY', 'OTHER')),
        name text collate "sv-SE-x-icu" not null,
        works_at text not null default '',
        phone text,
        email text,
        question_area text not null default '',
        recorded_by_assignment_id uuid not null references assignment,
        removed_at timestamptz,
        version int not null default 1
      );
      create index on case_contact (case_id);

      create table journal_mark (
        case_id uuid not null references coordination_case,
        assignment_id uuid not null references assignment,
        day date not null,
        marked_at timestamptz not null default app.domain_now(),
        primary key (case_id, assignment_id, day)
      );

      grant select, insert, update on care_team_invitation, coordinator_request, case_contact to samspel_app;
      grant select, update on join_request to samspel_app;
      grant select, insert, delete on journal_mark to samspel_app;
      grant select, update on care_team_invitation to samspel_definer;
      grant select, insert, update on join_request to samspel_definer;
      grant select, update on coordinator_request to samspel_definer;

      -- The unit's intake sees a pending invitation to its own unit; whoever answered keeps seeing the bare row, whose preview a no has emptied.
      alter table care_team_invitation enable row level security, force row level security;
      create policy members on care_team_invitation to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = care_team_invitation.case_id and a.via = 'PARTICIPANT'));
      create policy intake_reads on care_team_invitation for select to samspel_app
        using (answered_by_assignment_id = app.actor_id() or state = 'PENDING' and exists (
          select 1 from assignment s where s.id = app.actor_id() and s.unit_id = care_team_invitation.unit_id and 'intake' = any (s.functions)));
      create policy intake_answers on care_team_invitation for update to samspel_app
        using (state = 'PENDING' and exists (
          select 1 from assignment s where s.id = app.actor_id() and s.unit_id = care_team_invitation.unit_id and 'intake' = any (s.functions)))
        with check (answered_by_assignment_id = app.actor_id());
      create policy definer on care_team_invitation to samspel_definer using (true) with check (true);

      -- Admission: by a member for somebody already covered, or by the invited unit's intake for a colleague of that unit.
      create policy admitted on participation for insert to samspel_app with check (
        exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = participation.case_id and a.via = 'PARTICIPANT')
        or exists (select 1 from care_team_invitation i join assignment s on s.id = participation.assignment_id
                   where i.case_id = participation.case_id and i.state = 'PENDING' and i.unit_id = s.unit_id));

      -- For the intake that is about to answer: waits for the case row, so that an answer, a second answer and a withdrawn consent follow each
      -- other, and says where the invitation stands also when it no longer shows. Counts the answer as movement in the case, which the intake
      -- cannot write. Nothing of the case comes back, and nothing to anybody else.
      create function app.invitation_to_my_unit(invitation uuid) returns table (case_id uuid, state text, organisation_id uuid, unit_id uuid,
          invited_by_assignment_id uuid, inviting_organisation_id uuid, answered_by_assignment_id uuid)
        language plpgsql security definer set search_path = public as $$
        begin
          perform 1 from coordination_case c join care_team_invitation i on i.case_id = c.id
            join assignment s on s.unit_id = i.unit_id and s.id = app.actor_id() and 'intake' = any (s.functions)
            where i.id = invitation for update of c;
          if not found then return; end if;
          update coordination_case c set last_movement_at = app.domain_now() from care_team_invitation i
            where i.id = invitation and i.state = 'PENDING' and c.id = i.case_id;
          return query select i.case_id, i.state, i.organisation_id, i.unit_id, i.invited_by_assignment_id, b.organisation_id, i.answered_by_assignment_id
            from care_team_invitation i join assignment b on b.id = i.invited_by_assignment_id where i.id = invitation;
        end $$;
      alter function app.invitation_to_my_unit(uuid) owner to samspel_definer;
      revoke execute on function app.invitation_to_my_unit(uuid) from public;
      grant execute on function app.invitation_to_my_unit(uuid) to samspel_app;

      alter table join_request enable row level security, force row level security;
      create policy members on join_request to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = join_request.case_id and a.via = 'PARTICIPANT'));
      create policy definer on join_request to samspel_definer using (true) with check (true);

      alter table coordinator_request enable row level security, force row level security;
      create policy members on coordinator_request to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = coordinator_request.case_id and a.via = 'PARTICIPANT'));
      create policy definer on coordinator_request to samspel_definer using (true) with check (true);

      alter table case_contact enable row level security, force row level security;
      create policy members on case_contact to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = case_contact.case_id));

      alter table journal_mark enable row level security, force row level security;
      create policy own_marks on journal_mark to samspel_app using (assignment_id = app.actor_id()
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = journal_mark.case_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy admitted on participation;
      drop function app.invitation_to_my_unit(uuid);
      drop table journal_mark, case_contact, coordinator_request, join_request, care_team_invitation;
    `);
  }
}
