import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED')`;

/** SQL: the actor takes part in the case of `row`, whose words belong to its organisation until that has shared them. */
const readsAsParticipant = (
  row: string,
): string => `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${row}.case_id
  and a.via = 'PARTICIPANT' and (${row}.organisation_id is null or a.organisation_id = ${row}.organisation_id or a.organisation_id = any (${row}.audience)))`;
/** SQL: the actor answers for the case of `row` or coordinates it. */
const leads = (row: string): string =>
  `exists (select 1 from coordination_case c where c.id = ${row}.case_id and app.actor_id() in (c.owner_assignment_id, c.coordinator_assignment_id))`;
const isSubject = (row: string): string =>
  `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${row}.case_id and a.via = 'SUBJECT')`;

/**
 * The joint plan. It is made of items, each private to the organisation that wrote it until shared; an activity's state and owner stand apart
 * from its words, so that what watches over owners never reads any. What was published to the person never changes.
 */
export class CarePlan1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table principal add constraint principal_with_kind unique (id, kind);

      create table care_plan (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        type text not null check (type in ('SIP', 'REHAB_TEAM_PLAN', 'RETURN_TO_WORK_PLAN')),
        -- SoL 10 kap. 8 §, item 4: only a kommun or a region can have the overall responsibility.
        responsible_principal_id uuid,
        responsible_principal_kind text check (responsible_principal_kind in ('KOMMUN', 'REGION')),
        -- Item 3 answered: nothing is needed from anybody else.
        no_other_measures boolean not null default false,
        follow_up_on date,
        follow_up_caller_assignment_id uuid references assignment,
        begun_by_assignment_id uuid not null references assignment,
        begun_at timestamptz not null default app.domain_now(),
        ended_at timestamptz,
        version int not null default 1,
        foreign key (responsible_principal_id, responsible_principal_kind) references principal (id, kind),
        constraint plan_of_case unique (id, case_id),
        constraint responsible_is_whole check ((responsible_principal_id is null) = (responsible_principal_kind is null))
      );
      create unique index one_plan_per_case on care_plan (case_id) where ended_at is null;
      create index plans_of_case on care_plan (case_id);

      create table plan_item (
        id uuid primary key default uuidv7(),
        plan_id uuid not null,
        case_id uuid not null references coordination_case,
        kind text not null check (kind in ('WHAT_MATTERS', 'STRENGTH', 'NEED', 'EARLY_SIGN', 'DISSENT', 'FOLLOW_UP', 'GOAL', 'ACTIVITY')),
        -- Null: the person's own words, which the whole team reads.
        organisation_id uuid references organisation,
        author_assignment_id uuid references assignment,
        author_person_id uuid references person,
        -- The person's words, written down by staff.
        recorded_form text check (recorded_form in ('PHONE', 'PAPER', 'IN_PERSON')),
        position int not null default 0,
        -- A sub goal's main goal, an activity's goal.
        parent_id uuid,
        goal_kind text check (goal_kind in ('MAIN', 'SUB')),
        content jsonb not null,
        -- Organisations it has been shared with, beside its own.
        audience uuid[] not null default '{}',
        shared_at timestamptz,
        removed_at timestamptz,
        created_at timestamptz not null default app.domain_now(),
        changed_at timestamptz not null default app.domain_now(),
        changed_by_assignment_id uuid references assignment,
        version int not null default 1,
        -- What stands together stands in one case: keys, so that nothing is put into another one's plan.
        constraint item_of_case unique (id, case_id),
        foreign key (plan_id, case_id) references care_plan (id, case_id),
        foreign key (parent_id, case_id) references plan_item (id, case_id),
        constraint one_author check (num_nonnulls(author_assignment_id, author_person_id) = 1),
        constraint persons_words_are_shared check ((organisation_id is null) = (author_person_id is not null) and (author_person_id is null or shared_at is not null)),
        constraint goal_has_kind check ((kind = 'GOAL') = (goal_kind is not null)),
        constraint draft_has_no_audience check (shared_at is not null or audience = '{}')
      );
      create index on plan_item (plan_id, position);
      create index on plan_item (case_id);
      create unique index one_what_matters on plan_item (plan_id) where kind = 'WHAT_MATTERS' and shared_at is not null and removed_at is null;
      create unique index one_dissent on plan_item (plan_id, organisation_id) where kind = 'DISSENT' and removed_at is null;

      create table plan_activity (
        id uuid primary key,
        plan_id uuid not null references care_plan,
        case_id uuid not null references coordination_case,
        provider text not null check (provider in ('INTERVENTION', 'OTHER_MEASURE', 'OWN_ACTION')),
        state text not null check (state in ('REQUESTED', 'DECLINED', 'PLANNED', 'IN_PROGRESS', 'BLOCKED', 'COMPLETED', 'CANCELLED')),
        -- Exactly one, always: whoever answers for it. Of one asked for, whoever asks, until the other organisation has said yes.
        owner_organisation_id uuid not null,
        owner_assignment_id uuid not null,
        owner_lost_at timestamptz,
        requested_organisation_id uuid references organisation,
        requested_assignment_id uuid references assignment,
        requested_at timestamptz,
        decline_code text check (decline_code in ('NOT_OUR_MANDATE', 'NO_CAPACITY', 'NEEDS_FORMAL_DECISION', 'MISSING_BASIS', 'PERSON_DECLINES', 'OTHER_WAY')),
        performer_contact_id uuid references case_contact,
        deputy_assignment_id uuid references assignment,
        start_on date,
        due_on date not null,
        after_activity_id uuid references plan_activity check (after_activity_id <> id),
        blocked_category text check (blocked_category in ('METHOD', 'RESOURCES', 'REGULATION', 'INFORMATION', 'UNCLEAR_RESPONSIBILITY', 'EXPECTATIONS', 'TIME',
          'PERSON_CANNOT')),
        cancel_code text check (cancel_code in ('NOT_NEEDED', 'REPLACED', 'PERSON_DECLINES', 'CONTINUES_WITH_OWNER', 'CONSENT_WITHDRAWN')),
        -- Work on it has begun: where it goes back to when what stood in the way is gone, or when it was not done after all.
        started_at timestamptz,
        completed_at timestamptz,
        -- Null when the person did so themself.
        completed_by_assignment_id uuid references assignment,
        -- Rises with every new due day: what was said of the old one is over.
        epoch int not null default 1,
        fired text[] not null default '{}',
        next_timer text check (next_timer in ('OVERDUE_OWNER', 'OVERDUE_TEAM')),
        next_timer_at timestamptz,
        foreign key (id, case_id) references plan_item (id, case_id),
        foreign key (owner_assignment_id, owner_organisation_id) references assignment (id, organisation_id),
        constraint starts_before_due check (start_on <= due_on),
        constraint request_is_whole check ((state in ('REQUESTED', 'DECLINED')) = (requested_organisation_id is not null)),
        constraint declined_has_code check ((state = 'DECLINED') = (decline_code is not null)),
        constraint blocked_has_category check ((state = 'BLOCKED') = (blocked_category is not null)),
        constraint cancelled_has_code check ((state = 'CANCELLED') = (cancel_code is not null)),
        constraint completed_has_time check ((state = 'COMPLETED') = (completed_at is not null)),
        constraint timer_is_whole check ((next_timer is null) = (next_timer_at is null)),
        constraint over_has_no_timer check (state in ${OPEN} or next_timer is null)
      );
      create index open_activities_by_owner on plan_activity (owner_assignment_id, due_on) where state in ${OPEN};
      create index activities_requested_of on plan_activity (requested_organisation_id) where state = 'REQUESTED';
      create index activities_due on plan_activity (next_timer_at) where next_timer_at is not null;
      create index activities_of_case on plan_activity (case_id);
      create index activities_without_owner on plan_activity (case_id) where owner_lost_at is not null;

      -- The words beside an activity's course. They follow its readers, but never reach the person unasked.
      create table activity_note (
        id uuid primary key default uuidv7(),
        activity_id uuid not null references plan_activity,
        case_id uuid not null references coordination_case,
        organisation_id uuid not null references organisation,
        audience uuid[] not null default '{}',
        kind text not null check (kind in ('PROGRESS', 'BLOCKED', 'DECLINED', 'CANCELLED')),
        code text,
        text text not null,
        by_assignment_id uuid not null references assignment,
        at timestamptz not null default app.domain_now()
      );
      create index on activity_note (activity_id, at desc);

      create table goal_attainment (
        id uuid primary key default uuidv7(),
        goal_id uuid not null references plan_item,
        case_id uuid not null references coordination_case,
        status text not null check (status in ('IN_PROGRESS', 'IMPROVING', 'NO_CHANGE', 'WORSENING', 'ACHIEVED', 'NOT_ACHIEVED')),
        set_by_assignment_id uuid not null references assignment,
        set_at timestamptz not null default app.domain_now()
      );
      create index on goal_attainment (goal_id, set_at desc);

      create table plan_version (
        id uuid primary key default uuidv7(),
        plan_id uuid not null,
        case_id uuid not null references coordination_case,
        number int not null check (number > 0),
        type text not null,
        reason text not null,
        organisation_id uuid not null references organisation,
        audience uuid[] not null default '{}',
        -- What stands around the items: responsible authority, coordinator, follow-up, contacts. Words as they were.
        facts jsonb not null,
        responsible_principal_id uuid references principal,
        published_by_assignment_id uuid not null references assignment,
        published_at timestamptz not null default app.domain_now(),
        unique (plan_id, number),
        constraint version_of_case unique (id, case_id),
        foreign key (plan_id, case_id) references care_plan (id, case_id),
        constraint sip_has_responsible_authority check (type <> 'SIP' or responsible_principal_id is not null)
      );
      create table plan_version_item (
        version_id uuid not null,
        item_id uuid not null,
        case_id uuid not null references coordination_case,
        organisation_id uuid references organisation,
        audience uuid[] not null default '{}',
        kind text not null,
        position int not null,
        parent_id uuid,
        item_version int not null,
        content jsonb not null,
        primary key (version_id, item_id),
        foreign key (version_id, case_id) references plan_version (id, case_id),
        foreign key (item_id, case_id) references plan_item (id, case_id)
      );
      create index on plan_version_item (item_id);
      create index on plan_version_item (case_id);

      -- Who stands behind which version, and since when. No statute asks for it.
      create table plan_agreement (
        version_id uuid not null references plan_version,
        case_id uuid not null references coordination_case,
        assignment_id uuid references assignment,
        organisation_id uuid references organisation,
        person_id uuid references person,
        stance text not null check (stance in ('AGREES', 'AGREES_WITH_DISSENT')),
        recorded_form text check (recorded_form in ('PHONE', 'PAPER', 'IN_PERSON')),
        recorded_by_assignment_id uuid references assignment,
        agreed_at timestamptz not null default app.domain_now(),
        constraint one_party check (num_nonnulls(organisation_id, person_id) = 1 and (organisation_id is null) = (assignment_id is null)),
        constraint recorded_is_whole check ((recorded_form is null) = (recorded_by_assignment_id is null) and (recorded_form is null or person_id is not null)),
        constraint once_per_party unique nulls not distinct (version_id, organisation_id, person_id)
      );

      -- Who is writing in what just now. Worth nothing after a minute, so nothing is lost with it.
      create unlogged table item_presence (
        item_id uuid not null,
        case_id uuid not null,
        assignment_id uuid not null,
        seen_at timestamptz not null default clock_timestamp(),
        primary key (item_id, assignment_id)
      );

      grant select, insert on care_plan, plan_item, plan_activity to samspel_app;
      grant update (type, responsible_principal_id, responsible_principal_kind, no_other_measures, follow_up_on, follow_up_caller_assignment_id, ended_at, version)
        on care_plan to samspel_app;
      grant update (position, parent_id, goal_kind, content, audience, shared_at, removed_at,
        changed_at, changed_by_assignment_id, version) on plan_item to samspel_app;
      grant update (provider, state, owner_organisation_id, owner_assignment_id, owner_lost_at, requested_organisation_id, requested_assignment_id, requested_at,
        decline_code, performer_contact_id, deputy_assignment_id, start_on, due_on, after_activity_id, blocked_category, cancel_code, started_at,
        completed_at, completed_by_assignment_id, epoch, fired, next_timer, next_timer_at) on plan_activity to samspel_app;
      grant select, insert on activity_note, goal_attainment, plan_version, plan_version_item, plan_agreement to samspel_app;
      grant select, insert, update, delete on item_presence to samspel_app;

      alter table care_plan enable row level security, force row level security;
      create policy members on care_plan for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = care_plan.case_id));
      create policy leaders_begin on care_plan for insert to samspel_app with check (begun_by_assignment_id = app.actor_id() and ${leads('care_plan')});
      create policy leaders_change on care_plan for update to samspel_app using (${leads('care_plan')});

      alter table plan_item enable row level security, force row level security;
      create policy readers on plan_item for select to samspel_app using (${readsAsParticipant('plan_item')}
        or (author_person_id is not null or kind = 'WHAT_MATTERS' and shared_at is not null) and ${isSubject('plan_item')});
      create policy as_oneself on plan_item for insert to samspel_app with check (
        author_assignment_id = app.actor_id() and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = plan_item.case_id
          and a.organisation_id = plan_item.organisation_id)
        or author_person_id = app.actor_id() and ${isSubject('plan_item')});
      create policy readers_change on plan_item for update to samspel_app using (${readsAsParticipant('plan_item')}
        or (author_person_id is not null or kind = 'WHAT_MATTERS' and shared_at is not null) and ${isSubject('plan_item')});

      -- Whoever reads an item may better it. Whose it is and who reads it is its organisation's alone, and the person's words are the person's.
      create function app.guard_item() returns trigger language plpgsql set search_path = public, pg_temp as $$
        declare own boolean; refusal text;
        begin
          -- What functions with the definer's sight do, they have asked about themselves.
          if current_user <> 'samspel_app' then return new; end if;
          own := coalesce(old.author_person_id = app.actor_id() or old.organisation_id = (
            select a.organisation_id from case_access a where a.actor_id = app.actor_id() and a.case_id = old.case_id), false);
          refusal := case
            when new.content is distinct from old.content and old.author_person_id <> app.actor_id() then 'the words are the person''s own'
            when new.changed_by_assignment_id is distinct from old.changed_by_assignment_id and new.changed_by_assignment_id <> app.actor_id() then 'nobody writes in another''s name'
            when (new.audience, new.shared_at) is distinct from (old.audience, old.shared_at) and not own then 'readers are its own organisation''s to decide'
            -- What the person says later takes the place of what they said before, whoever wrote that down.
            when new.removed_at is distinct from old.removed_at and not own and old.kind <> 'WHAT_MATTERS' then 'it is its own organisation''s to remove' end;
          if refusal is not null then raise exception '%', refusal using errcode = '42501'; end if;
          return new;
        end $$;
      create trigger guard_item before update on plan_item for each row execute function app.guard_item();

      alter table plan_activity enable row level security, force row level security;
      -- As its words; the person sees how it goes with what was published to them.
      create policy as_its_item on plan_activity for select to samspel_app using (exists (select 1 from plan_item i where i.id = plan_activity.id)
        or exists (select 1 from plan_version_item v where v.item_id = plan_activity.id and ${isSubject('v')}));
      create policy with_its_item on plan_activity for insert to samspel_app
        with check (exists (select 1 from plan_item i where i.id = plan_activity.id and i.case_id = plan_activity.case_id and i.plan_id = plan_activity.plan_id
          and i.kind = 'ACTIVITY' and i.author_assignment_id = app.actor_id() and i.organisation_id = owner_organisation_id));
      create policy readers_change on plan_activity for update to samspel_app using (exists (select 1 from plan_item i where i.id = plan_activity.id)
        or provider = 'OWN_ACTION' and exists (select 1 from plan_version_item v where v.item_id = plan_activity.id and ${isSubject('v')}));

      alter table activity_note enable row level security, force row level security;
      create policy readers on activity_note for select to samspel_app using (${readsAsParticipant('activity_note')});
      create policy as_oneself on activity_note for insert to samspel_app with check (by_assignment_id = app.actor_id()
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = activity_note.case_id and a.organisation_id = activity_note.organisation_id)
        and exists (select 1 from plan_activity t where t.id = activity_id and t.case_id = activity_note.case_id));

      alter table goal_attainment enable row level security, force row level security;
      create policy as_its_goal on goal_attainment for select to samspel_app using (exists (select 1 from plan_item i where i.id = goal_id)
        or exists (select 1 from plan_version_item v where v.item_id = goal_id and ${isSubject('v')}));
      create policy as_oneself on goal_attainment for insert to samspel_app with check (set_by_assignment_id = app.actor_id()
        and exists (select 1 from plan_item i where i.id = goal_id and i.case_id = goal_attainment.case_id));

      alter table plan_version enable row level security, force row level security;
      create policy readers on plan_version for select to samspel_app using (${readsAsParticipant('plan_version')} or ${isSubject('plan_version')});
      create policy as_oneself on plan_version for insert to samspel_app with check (published_by_assignment_id = app.actor_id()
        and exists (select 1 from coordination_case c where c.id = plan_version.case_id and c.coordinator_assignment_id = app.actor_id())
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = plan_version.case_id and a.organisation_id = plan_version.organisation_id));
      alter table plan_version_item enable row level security, force row level security;
      -- What organisations say to each other of the plan is not what was published to the person.
      create policy readers on plan_version_item for select to samspel_app using (${readsAsParticipant('plan_version_item')}
        or kind not in ('DISSENT', 'FOLLOW_UP') and ${isSubject('plan_version_item')});
      -- In the publication's own transaction, as shared, word for word: it stands there in the name of those who wrote it.
      create policy with_its_version on plan_version_item for insert to samspel_app with check (exists (
          select 1 from plan_version v where v.id = version_id and v.case_id = plan_version_item.case_id and v.published_by_assignment_id = app.actor_id()
            and v.published_at = app.domain_now())
        and exists (select 1 from plan_item i where i.id = item_id and i.shared_at is not null and i.content = plan_version_item.content - 'frozen'
          and i.organisation_id is not distinct from plan_version_item.organisation_id and i.audience = plan_version_item.audience));

      alter table plan_agreement enable row level security, force row level security;
      create policy as_its_version on plan_agreement for select to samspel_app using (exists (select 1 from plan_version v where v.id = version_id));
      create policy as_oneself on plan_agreement for insert to samspel_app with check (
        exists (select 1 from plan_version v where v.id = version_id and v.case_id = plan_agreement.case_id)
        and (coalesce(recorded_by_assignment_id, assignment_id, person_id) = app.actor_id())
        and (person_id is null or exists (select 1 from coordination_case c where c.id = plan_agreement.case_id and c.person_id = plan_agreement.person_id))
        and (organisation_id is null or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = plan_agreement.case_id
          and a.organisation_id = plan_agreement.organisation_id)));

      alter table item_presence enable row level security, force row level security;
      create policy as_its_item on item_presence for select to samspel_app using (exists (select 1 from plan_item i where i.id = item_id and i.shared_at is not null));
      create policy own on item_presence to samspel_app using (assignment_id = app.actor_id())
        with check (assignment_id = app.actor_id() and exists (select 1 from plan_item i where i.id = item_id and i.case_id = item_presence.case_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table item_presence, plan_agreement, plan_version_item, plan_version, goal_attainment, activity_note, plan_activity, plan_item, care_plan cascade;
      drop function app.guard_item();
      alter table principal drop constraint principal_with_kind;
    `);
  }
}
