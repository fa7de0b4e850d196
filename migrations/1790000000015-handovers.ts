import type { MigrationInterface, QueryRunner } from 'typeorm';

const PENDING = `('OFFERED', 'RECEIVED', 'NEEDS_INFO')`;

/** SQL: whether `h` (a handover) waits for `me` (the actor's assignment): named, or at the receiving unit's intake. */
const WAITS_FOR_ME = `h.state in ${PENDING} and (h.nominee_assignment_id = me.id or me.unit_id = h.to_unit_id and 'intake' = any (me.functions))`;
/** SQL: the sending organisation's people in the team, the receiver while it waits, and from acceptance the receiving organisation's people in the team. */
const readsWordsOf = (handoverId: string): string => `exists (select 1 from handover h where h.id = ${handoverId} and (
    exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = h.case_id and a.via = 'PARTICIPANT'
      and (a.organisation_id = h.from_organisation_id or a.organisation_id = h.to_organisation_id and h.accepted_by_assignment_id is not null))
    or exists (select 1 from assignment me where me.id = app.actor_id() and ${WAITS_FOR_ME})))`;
const READS_CONTENT = readsWordsOf('handover_content.handover_id');
const READS_QUESTIONS = readsWordsOf('handover_question.handover_id');

/**
 * The baton between units: a handover's metadata, what its receiver may read (apart, since supervisors never read it), every move it made,
 * and the limits and checklists of each link. Who answers for an open case is found by `app.can_answer` and, when lost, by the chain of
 * `app.standing_in_for`.
 */
export class Handovers1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A link is from-unit → to-unit. The narrowest row that fits counts: units before kinds of principal, the general one (all null) last.
      create table link_template (
        id uuid primary key default uuidv7(),
        name text collate "sv-SE-x-icu" not null,
        from_unit_id uuid references unit,
        to_unit_id uuid references unit,
        from_kind text check (from_kind in ('KOMMUN', 'REGION', 'FK', 'AF')),
        to_kind text check (to_kind in ('KOMMUN', 'REGION', 'FK', 'AF')),
        -- Swedish working days.
        receipt_days int not null default 1 check (receipt_days between 1 and 30),
        owner_days int not null default 3 check (owner_days between receipt_days and 60),
        first_contact_days int not null default 5 check (first_contact_days between 1 and 60),
        loop_days int not null default 30 check (loop_days between first_contact_days and 250),
        checklist text[] not null default '{}' check (cardinality(checklist) <= 20),
        -- Rises when a limit changes, so that the sweep finds the handovers whose due times rest on older ones.
        limits_version int not null default 1,
        version int not null default 1,
        constraint one_template_per_link unique nulls not distinct (from_unit_id, to_unit_id, from_kind, to_kind),
        constraint link_by_units_or_kinds check (num_nonnulls(from_unit_id, to_unit_id) = 0 or num_nonnulls(from_kind, to_kind) = 0)
      );
      insert into link_template (name, from_kind, to_kind, checklist) values
        ('Alla länkar', null, null, '{"Personen vet om överlämningen och vad den innebär","Det är sagt vem som gör vad tills någon har tackat ja"}'),
        ('Försäkringskassan till Arbetsförmedlingen', 'FK', 'AF', '{"Personen vet att Arbetsförmedlingen får frågan och har sagt ja till den","Dag när sjukpenningen ändras eller tar slut är sagd till personen","Inskrivning hos Arbetsförmedlingen är planerad, så att SGI skyddas","Gemensam kartläggning är erbjuden","Anpassningar på arbetsplatsen är beskrivna"}'),
        ('Kommun till Arbetsförmedlingen', 'KOMMUN', 'AF', '{"Personen vet att Arbetsförmedlingen får frågan och har sagt ja till den","Försörjningen under tiden är klar","Praktik eller insats som pågår är beskriven"}'),
        ('Inom regionen', 'REGION', 'REGION', '{"Personen vet vart den ska vända sig om den blir sämre innan första besöket","Vem som följer upp medicin och intyg under tiden är sagt"}');

      alter table coordination_case
        add column owner_lost_at timestamptz,
        add column coordinator_lost_at timestamptz,
        -- lpad would cut the fifth figure off, and the ten thousandth case could not be opened.
        alter column reference set default 'S-' || to_char(nextval('case_reference'), 'FM9999999999990000');
      create index open_cases_by_coordinator on coordination_case (coordinator_assignment_id) where status = 'OPEN';
      create index cases_without_owner on coordination_case (id) where status = 'OPEN' and (owner_lost_at is not null or coordinator_lost_at is not null);

      create table handover (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        case_reference text not null,
        scope text not null check (scope in ('CASE_OWNERSHIP', 'COORDINATOR_ROLE')),
        origin text not null default 'OFFER' check (origin in ('OFFER', 'OWNER_LOST', 'CASELOAD')),
        state text not null default 'DRAFT' check (state in ('DRAFT', 'OFFERED', 'RECEIVED', 'NEEDS_INFO', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'FAILED',
          'DECLINED', 'REVOKED', 'STOPPED_BY_PERSON')),
        -- Who is to act now.
        court text not null default 'SENDER' check (court in ('SENDER', 'RECEIVER', 'NOBODY')),
        -- Who sends: answers until a named person has accepted.
        from_assignment_id uuid not null,
        from_unit_id uuid not null,
        from_organisation_id uuid not null,
        to_unit_id uuid not null,
        to_organisation_id uuid not null,
        -- Who answers now, at every moment: the sender, whoever stands in when the sender is lost, and from acceptance the new owner.
        accountable_assignment_id uuid not null references assignment,
        owner_lost boolean not null default false,
        nominee_assignment_id uuid references assignment,
        nominated_by_assignment_id uuid references assignment,
        received_by_assignment_id uuid references assignment,
        accepted_by_assignment_id uuid references assignment,
        answered_by_assignment_id uuid references assignment,
        initiated_by_assignment_id uuid references assignment,
        answer_by date,
        template_id uuid not null references link_template,
        limits_version int not null,
        -- Absolute due times (domain time), set when the state is entered.
        receipt_due_at timestamptz,
        owner_due_at timestamptz,
        first_contact_due_at timestamptz,
        loop_due_at timestamptz,
        close_at timestamptz,
        created_at timestamptz not null default app.domain_now(),
        offered_at timestamptz,
        received_at timestamptz,
        accepted_at timestamptz,
        first_contact_on date,
        first_contact_at timestamptz,
        first_contact_warm boolean,
        ended_at timestamptz,
        closed_at timestamptz,
        decline_code text check (decline_code in ('WRONG_UNIT', 'NO_CAPACITY', 'NOT_OUR_MANDATE', 'MISSING_BASIS', 'NOT_ELIGIBLE', 'PERSON_DECLINES')),
        suggested_unit_id uuid references unit,
        held_from text check (held_from in ('ACCEPTED', 'IN_PROGRESS')),
        held_at timestamptz,
        held_until date,
        holds_in_row int not null default 0 check (holds_in_row between 0 and 2),
        -- Working time spent on hold: by so much the clocks after acceptance were moved.
        held_seconds int not null default 0 check (held_seconds >= 0),
        previous_handover_id uuid references handover,
        direction text not null default 'NEW' check (direction in ('NEW', 'FORWARD', 'BACK')),
        -- How many times this baton has been declined or sent back (kedjebrev).
        bounces int not null default 0 check (bounces >= 0),
        -- The stage of the ladder, and which of its rungs have been climbed.
        epoch int not null default 1 check (epoch between 1 and 4),
        fired text[] not null default '{}',
        next_timer text check (next_timer in ('RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW', 'WAKE', 'CLOSE')),
        next_timer_at timestamptz,
        -- When the current stage began, and from when supervisors see it on their board.
        stage_started_at timestamptz,
        stalled_from timestamptz,
        version int not null default 1,
        foreign key (from_assignment_id, from_organisation_id) references assignment (id, organisation_id),
        foreign key (from_unit_id, from_organisation_id) references unit (id, organisation_id),
        foreign key (to_unit_id, to_organisation_id) references unit (id, organisation_id),
        constraint timer_is_whole check ((next_timer is null) = (next_timer_at is null)),
        constraint accepted_has_owner check (state not in ('ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'FAILED')
          or (accepted_by_assignment_id is not null and accountable_assignment_id is not null and first_contact_on is not null)),
        constraint offered_has_clock check (state not in ${PENDING} or (offered_at is not null and owner_due_at is not null and receipt_due_at is not null)),
        constraint hold_is_whole check ((state = 'ON_HOLD') = (held_until is not null and held_from is not null and held_at is not null)),
        constraint declined_has_code check ((state = 'DECLINED') = (decline_code is not null)),
        constraint closed_has_no_clock check (closed_at is null or next_timer is null),
        constraint lost_while_pending check (not owner_lost or state in ${PENDING})
      );
      -- One waiting handover of each kind in a case, and one draft of each who has answered for it; a new one begins when that has been answered.
      create unique index one_open_handover on handover (case_id, scope) where state in ${PENDING};
      create unique index one_draft_handover on handover (case_id, scope, from_assignment_id) where state = 'DRAFT';
      create index handovers_due on handover (next_timer_at) where next_timer_at is not null;
      create index handovers_of_case on handover (case_id, created_at);
      create index handovers_to_unit on handover (to_unit_id) where state in ${PENDING};
      create index handovers_of_nominee on handover (nominee_assignment_id) where state in ${PENDING};
      create index handovers_lost on handover (case_id) where owner_lost;
      create index handovers_of_accountable on handover (accountable_assignment_id) where closed_at is null;
      create index handovers_accepted_from on handover (from_unit_id, offered_at) where accepted_at is not null;
      -- A version only rises, so those whose due times rest on older limits are one range of it.
      create index handovers_by_limits on handover (template_id, limits_version) where next_timer_at is not null or stage_started_at is not null;

      -- The words: read by the sending organisation's team and by the receiver, never on a board.
      create table handover_content (
        handover_id uuid primary key references handover,
        case_id uuid not null references coordination_case,
        organisation_id uuid not null references organisation,
        author_assignment_id uuid not null references assignment,
        asked text not null default '',
        reason text not null default '',
        checklist jsonb not null default '[]',
        -- What was shown to the receiver, frozen when it was sent.
        preview jsonb,
        answers jsonb,
        decline_text text,
        hold_reason text,
        outcome text
      );
      create table handover_question (
        id uuid primary key default uuidv7(),
        handover_id uuid not null references handover,
        case_id uuid not null references coordination_case,
        question text not null,
        asked_by_assignment_id uuid not null references assignment,
        asked_at timestamptz not null default app.domain_now(),
        answer text,
        answered_by_assignment_id uuid references assignment,
        answered_at timestamptz,
        constraint answer_is_whole check (num_nonnulls(answer, answered_by_assignment_id, answered_at) in (0, 3))
      );
      create index on handover_question (handover_id);
      create unique index one_open_question on handover_question (handover_id) where answer is null;

      -- Append-only: every move and every poke, with both clocks. All measures are counted from here.
      create table handover_transition (
        id uuid primary key default uuidv7(),
        handover_id uuid not null references handover,
        case_id uuid not null references coordination_case,
        act text not null,
        from_state text not null,
        to_state text not null,
        scope text not null,
        from_unit_id uuid not null,
        to_unit_id uuid not null,
        from_organisation_id uuid not null,
        to_organisation_id uuid not null,
        effective_at timestamptz not null default app.domain_now(),
        recorded_at timestamptz not null default clock_timestamp(),
        -- Null: by itself.
        actor_assignment_id uuid references assignment,
        actor_person_id uuid references person,
        reason_code text,
        court text not null
      );
      create index on handover_transition (handover_id, effective_at);
      create index on handover_transition (to_organisation_id, effective_at);
      create index on handover_transition (from_organisation_id, effective_at);

      -- A supervisor's pause hides a row from that supervisor until a date, and from nobody else.
      create table handover_pause (
        handover_id uuid not null references handover,
        assignment_id uuid not null references assignment,
        until date not null,
        paused_at timestamptz not null default app.domain_now(),
        primary key (handover_id, assignment_id)
      );

      grant select on link_template to samspel_app, samspel_worker, samspel_definer;
      grant insert, update on link_template to samspel_app;
      grant select, insert on handover, handover_content, handover_question to samspel_app;
      grant update (state, court, to_unit_id, to_organisation_id, accountable_assignment_id, owner_lost, nominee_assignment_id, nominated_by_assignment_id,
        received_by_assignment_id, accepted_by_assignment_id, answered_by_assignment_id, answer_by, template_id, limits_version, receipt_due_at, owner_due_at,
        first_contact_due_at, loop_due_at, close_at, offered_at, received_at, accepted_at, first_contact_on, first_contact_at, first_contact_warm, ended_at, closed_at,
        decline_code, suggested_unit_id, held_from, held_at, held_until, holds_in_row, held_seconds, bounces, epoch, fired, next_timer, next_timer_at, stage_started_at,
        stalled_from, version) on handover to samspel_app;
      grant update (asked, reason, checklist, preview, answers, decline_text, hold_reason, outcome) on handover_content to samspel_app;
      grant update (answer, answered_by_assignment_id, answered_at) on handover_question to samspel_app;
      grant select, insert on handover_transition to samspel_app;
      grant select, insert, update, delete on handover_pause to samspel_app;
      grant update (owner_lost_at, coordinator_lost_at) on coordination_case to samspel_app;

      grant select, insert on handover to samspel_worker;
      grant update (state, court, accountable_assignment_id, owner_lost, limits_version, receipt_due_at, owner_due_at, first_contact_due_at, loop_due_at, close_at,
        ended_at, closed_at, held_from, held_at, held_until, held_seconds, epoch, fired, next_timer, next_timer_at, stage_started_at, stalled_from, version) on handover to samspel_worker;
      grant select, insert on handover_transition to samspel_worker;
      grant update (owner_lost_at, coordinator_lost_at, last_movement_at, version) on coordination_case to samspel_worker;
      grant select (owner_lost_at, coordinator_lost_at, version) on coordination_case to samspel_worker;
      grant insert (id, case_id, kind, occurred_at, params, shown_to_person) on timeline_event to samspel_worker;
      grant insert (id, case_id, recipient_assignment_id, kind, params) on notice to samspel_worker;
      -- Not select on the rest of staff: names and addresses are looked up by the mail composer alone.
      grant select (id, email, disabled_at) on staff_member to samspel_worker;
      grant select (staff_member_id) on assignment to samspel_worker;
      grant select on unit, organisation, leave, principal to samspel_worker;

      grant select, update on handover to samspel_definer;
      grant select on handover_content to samspel_definer;
      grant insert on handover_transition, disclosure, disclosure_recipient to samspel_definer;

      -- From here everything that sees more than its caller belongs to the definer.
      set local role samspel_definer;

      -- Works today: the assignment is valid, its holder may sign in, the unit is open, and when on leave somebody who works stands in.
      create function app.works_today(assignment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from assignment a join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id
                       where a.id = works_today.assignment and s.disabled_at is null
                       and app.domain_today() between a.valid_from and coalesce(a.valid_to, 'infinity') and coalesce(u.closed_on > app.domain_today(), true)) $$;
      create function app.is_away(assignment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select 1 from leave l where l.assignment_id = is_away.assignment and l.cancelled_at is null
                       and app.domain_today() between l.first_day and l.last_day) $$;
      create function app.can_answer(assignment uuid) returns boolean language sql stable security definer set search_path = public, pg_temp as $$
        select app.works_today(can_answer.assignment) and not exists (
          select 1 from leave l where l.assignment_id = can_answer.assignment and l.cancelled_at is null
            and app.domain_today() between l.first_day and l.last_day
            and (l.deputy_assignment_id is null or not app.works_today(l.deputy_assignment_id) or app.is_away(l.deputy_assignment_id))) $$;

      -- Who answers at once when an owner is lost: the unit's supervisor, else that supervisor's deputy, else the unit above, else the
      -- organisation's contact. Never nobody: the contact counts even when away, and once they have left anybody who works there.
      create function app.standing_in_for(lost uuid) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare here assignment; above uuid; found_id uuid;
        begin
          select * into strict here from assignment where id = lost;
          above := here.unit_id;
          while above is not null loop
            select a.id into found_id from assignment a where a.unit_id = above and a.role = 'SUPERVISOR' and a.id <> lost
              and app.works_today(a.id) and not app.is_away(a.id) order by a.valid_from, a.id limit 1;
            if found then return found_id; end if;
            select l.deputy_assignment_id into found_id from assignment a join leave l on l.assignment_id = a.id and l.cancelled_at is null
                and app.domain_today() between l.first_day and l.last_day
              where a.unit_id = above and a.role = 'SUPERVISOR' and app.works_today(a.id) and l.deputy_assignment_id <> lost
              and app.works_today(l.deputy_assignment_id) and not app.is_away(l.deputy_assignment_id) order by a.valid_from, a.id limit 1;
            if found then return found_id; end if;
            select parent_unit_id into above from unit where id = above;
          end loop;
          select contact_assignment_id into found_id from organisation where id = here.organisation_id;
          if found_id <> lost and app.works_today(found_id) then return found_id; end if;
          select a.id into found_id from assignment a where a.organisation_id = here.organisation_id and a.id <> lost and app.works_today(a.id)
            order by a.role = 'SUPERVISOR' desc, a.valid_from, a.id limit 1;
          return coalesce(found_id, lost);
        end $$;

      -- For whoever is about to answer a handover, and may not see the case: waits for the case row, so that acceptance, revocation, closing and
      -- a withdrawn consent follow each other. Nothing of the case comes back but ids, and nothing to anybody else.
      create function app.lock_case_of_handover(handover uuid) returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
        declare this_case uuid;
        begin
          select h.case_id into this_case from handover h where h.id = lock_case_of_handover.handover
            and (h.state <> 'DRAFT' or h.from_assignment_id = app.actor_id()) and (
            exists (select 1 from case_access m where m.actor_id = app.actor_id() and m.case_id = h.case_id)
            or exists (select 1 from assignment me where me.id = app.actor_id() and (
                 h.nominee_assignment_id = me.id or h.answered_by_assignment_id = me.id or h.received_by_assignment_id = me.id or h.accepted_by_assignment_id = me.id
                 or h.accountable_assignment_id = me.id
                 or me.unit_id = h.to_unit_id and 'intake' = any (me.functions)
                 or me.role = 'SUPERVISOR' and me.organisation_id in (h.from_organisation_id, h.to_organisation_id))));
          if this_case is null then return null; end if;
          perform 1 from coordination_case where id = this_case for update;
          return this_case;
        end $$;

      -- The person's name for whoever has been asked and may not see the case yet: while it waits for them, and to nobody else.
      create function app.person_of_handover(handover uuid) returns text language sql stable security definer set search_path = public, pg_temp as $$
        select n.given_name || ' ' || n.family_name from handover h join coordination_case c on c.id = h.case_id join person n on n.id = c.person_id
        join assignment me on me.id = app.actor_id()
        where h.id = person_of_handover.handover and h.state in ${PENDING}
          and (h.nominee_assignment_id = me.id or me.unit_id = h.to_unit_id and 'intake' = any (me.functions)) $$;

      -- Sharing what was handed over is the sender's act, which takes effect when the receiver accepts; the receiver may not write in the
      -- sender's name, so this does.
      create function app.disclose_handover(handover uuid, consent uuid, content jsonb) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare h handover; disclosed uuid := uuidv7();
        begin
          select * into strict h from handover x where x.id = disclose_handover.handover and x.accepted_by_assignment_id = app.actor_id() and x.state = 'ACCEPTED';
          insert into disclosure (id, case_id, from_organisation_id, consent_id, subject_kind, subject_id, subject_version, information_category, content, disclosed_by_assignment_id)
            values (disclosed, h.case_id, h.from_organisation_id, disclose_handover.consent, 'HANDOVER', h.id, 2, 'SITUATION', disclose_handover.content, h.from_assignment_id);
          insert into disclosure_recipient (disclosure_id, case_id, from_organisation_id, organisation_id) values (disclosed, h.case_id, h.from_organisation_id, h.to_organisation_id);
        end $$;

      -- A consent was taken back: what waits for, or comes from, an organisation that is no longer covered, or that is about to lose the case,
      -- stops in the same transaction. Answers which handovers stopped, who sent them and where they waited, for those to be told.
      -- Whoever stands in for a lost owner goes on within the organisation, which shares nothing; for a coordinator only where the case stays.
      create function app.stop_uncovered_handovers(changed uuid, losing uuid[]) returns table (handover_id uuid, sender_id uuid, unit_id uuid, nominee_id uuid)
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = changed) then
            raise exception 'not in this case' using errcode = '42501';
          end if;
          return query
            with covered as (
              select h.id, h.state as was from handover h where h.case_id = changed and h.state in ('DRAFT', 'OFFERED', 'RECEIVED', 'NEEDS_INFO')
              and not (h.owner_lost and h.from_organisation_id = h.to_organisation_id and (h.from_organisation_id <> all (losing)
                or h.from_assignment_id = (select c.owner_assignment_id from coordination_case c where c.id = changed)))
              and (h.from_organisation_id = any (losing) or h.to_organisation_id = any (losing) or case when h.from_organisation_id = h.to_organisation_id
                then not exists (select 1 from consent k left join consent_recipient r on r.consent_id = k.id where k.case_id = changed and k.withdrawn_at is null
                  and app.domain_today() between k.valid_from and k.valid_to and h.to_organisation_id in (k.disclosing_organisation_id, r.organisation_id))
                else app.covering_consent(changed, h.from_organisation_id, h.to_organisation_id, null) is null end)),
            stopped as (
              update handover h set state = 'STOPPED_BY_PERSON', court = 'NOBODY', owner_lost = false, ended_at = app.domain_now(), closed_at = app.domain_now(),
                next_timer = null, next_timer_at = null, stalled_from = null, version = h.version + 1
              from covered c where h.id = c.id returning h.*, c.was),
            moved as (
              insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id,
                  actor_assignment_id, actor_person_id, court)
                select s.id, s.case_id, 'stop', s.was, s.state, s.scope, s.from_unit_id, s.to_unit_id, s.from_organisation_id, s.to_organisation_id,
                  (select a.id from assignment a where a.id = app.actor_id()), (select p.id from person p where p.id = app.actor_id()), s.court from stopped s)
            select s.id, s.from_assignment_id, s.to_unit_id, s.nominee_assignment_id from stopped s where s.was <> 'DRAFT';
        end $$;

      -- As for an invited unit's intake, so for whoever has been asked to take over.
      create or replace function app.covering_consent(asked_case uuid, discloser uuid, receiver uuid, category text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select k.id from consent k join consent_recipient r on r.consent_id = k.id
          where k.case_id = asked_case and k.disclosing_organisation_id = discloser and r.organisation_id = receiver
            and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
            and (category is null or category = any (k.information_categories))
            and (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = asked_case)
              or exists (select 1 from care_team_invitation i join assignment s on s.unit_id = i.unit_id
                         where i.case_id = asked_case and i.state = 'PENDING' and s.id = app.actor_id() and 'intake' = any (s.functions))
              or exists (select 1 from handover h join assignment me on me.id = app.actor_id() where h.case_id = asked_case and ${WAITS_FOR_ME}))
          order by k.valid_to desc, k.id limit 1 $$;

      -- When each handover from the actor's own unit was sent and accepted in the last year, where there were five or more: days, and nothing else.
      create function app.link_waits() returns table (to_unit_id uuid, offered_on date, accepted_on date)
        language sql stable security definer set search_path = public, pg_temp as $$
          select w.to_unit_id, w.offered_on, w.accepted_on from (
            select h.to_unit_id, (h.offered_at at time zone 'Europe/Stockholm')::date as offered_on, (h.accepted_at at time zone 'Europe/Stockholm')::date as accepted_on,
              count(*) over (partition by h.to_unit_id) as n
            from handover h join assignment me on me.id = app.actor_id() and me.unit_id = h.from_unit_id
            where h.accepted_at is not null and h.offered_at > app.domain_now() - interval '1 year') w
          where w.n >= 5 $$;

      -- What one assignment answers for, for its supervisor's planning and for itself: references and codes, never content.
      create function app.caseload_of(assignment uuid) returns table (case_id uuid, reference text, scope text, covered boolean, pending_handover_id uuid)
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare owner assignment;
        begin
          select a.* into owner from assignment a where a.id = caseload_of.assignment and (a.id = app.actor_id() or exists (
            select 1 from assignment me where me.id = app.actor_id() and me.role = 'SUPERVISOR' and me.organisation_id = a.organisation_id));
          if not found then return; end if;
          return query
            select c.id, c.reference, s.scope, exists (select 1 from consent k left join consent_recipient r on r.consent_id = k.id
                where k.case_id = c.id and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
                and owner.organisation_id in (k.disclosing_organisation_id, r.organisation_id)),
              (select h.id from handover h where h.case_id = c.id and h.scope = s.scope and h.state in ${PENDING})
            from coordination_case c
            join lateral (values ('CASE_OWNERSHIP', c.owner_assignment_id), ('COORDINATOR_ROLE', c.coordinator_assignment_id)) s (scope, holder) on s.holder = owner.id
            where c.status = 'OPEN' and owner.id in (c.owner_assignment_id, c.coordinator_assignment_id) order by c.reference, s.scope;
        end $$;

      -- The database knows the machine's arrows too, and that only who becomes owner accepts, in their own name.
      create function app.guard_handover() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if new.state <> old.state and not (old.state || '>' || new.state) = any (array[
              'DRAFT>OFFERED', 'DRAFT>REVOKED', 'DRAFT>STOPPED_BY_PERSON', 'OFFERED>RECEIVED', 'OFFERED>NEEDS_INFO', 'OFFERED>ACCEPTED', 'OFFERED>DECLINED', 'OFFERED>REVOKED',
              'OFFERED>STOPPED_BY_PERSON', 'RECEIVED>NEEDS_INFO', 'RECEIVED>ACCEPTED', 'RECEIVED>DECLINED', 'RECEIVED>REVOKED', 'RECEIVED>STOPPED_BY_PERSON',
              'RECEIVED>OFFERED', 'NEEDS_INFO>OFFERED', 'NEEDS_INFO>RECEIVED', 'NEEDS_INFO>ACCEPTED', 'NEEDS_INFO>DECLINED', 'NEEDS_INFO>REVOKED', 'NEEDS_INFO>STOPPED_BY_PERSON',
              'ACCEPTED>IN_PROGRESS', 'ACCEPTED>ON_HOLD', 'ACCEPTED>COMPLETED', 'ACCEPTED>FAILED', 'IN_PROGRESS>ON_HOLD', 'IN_PROGRESS>COMPLETED', 'IN_PROGRESS>FAILED',
              'ON_HOLD>ACCEPTED', 'ON_HOLD>IN_PROGRESS', 'ON_HOLD>COMPLETED', 'ON_HOLD>FAILED']) then
            raise exception 'a handover does not go from % to %', old.state, new.state using errcode = '23514', constraint = 'handover_moves';
          end if;
          if new.accepted_by_assignment_id is distinct from old.accepted_by_assignment_id
              and (new.accepted_by_assignment_id is distinct from app.actor_id() or old.accepted_by_assignment_id is not null) then
            raise exception 'whoever becomes owner accepts for themself' using errcode = '23514', constraint = 'accepted_by_oneself';
          end if;
          return new;
        end $$;
      -- An open handover of a closed case would never be answered. Whoever closes waits for, or stops, those who offer. A draft ends with the
      -- case; other organisations' drafts, which whoever closes does not see, do so here.
      create function app.refuse_closing_with_handover() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if exists (select 1 from handover h where h.case_id = new.id and h.state in ${PENDING}) then
            raise exception 'a handover still waits for an answer' using errcode = '23514', constraint = 'handover_pending';
          end if;
          with ended as (
            update handover h set state = 'REVOKED', court = 'NOBODY', ended_at = app.domain_now(), closed_at = app.domain_now(), version = h.version + 1
            where h.case_id = new.id and h.state = 'DRAFT' returning h.*)
          insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id,
              actor_assignment_id, reason_code, court)
            select e.id, e.case_id, 'revoke', 'DRAFT', e.state, e.scope, e.from_unit_id, e.to_unit_id, e.from_organisation_id, e.to_organisation_id, app.actor_id(),
              'CASE_CLOSED', e.court from ended e;
          return new;
        end $$;

      revoke execute on function app.works_today(uuid), app.is_away(uuid), app.can_answer(uuid), app.standing_in_for(uuid), app.lock_case_of_handover(uuid),
        app.person_of_handover(uuid), app.disclose_handover(uuid, uuid, jsonb), app.stop_uncovered_handovers(uuid, uuid[]), app.caseload_of(uuid),
        app.link_waits(), app.guard_handover(), app.refuse_closing_with_handover() from public;
      grant execute on function app.works_today(uuid), app.is_away(uuid), app.can_answer(uuid), app.standing_in_for(uuid) to samspel_app, samspel_worker;
      grant execute on function app.lock_case_of_handover(uuid), app.person_of_handover(uuid), app.disclose_handover(uuid, uuid, jsonb),
        app.stop_uncovered_handovers(uuid, uuid[]), app.caseload_of(uuid), app.link_waits() to samspel_app;
      grant execute on function app.guard_handover(), app.refuse_closing_with_handover() to samspel_owner;
      reset role;
    `);
    await runner.query(`
      create trigger guard_handover before update on handover for each row execute function app.guard_handover();
      create trigger refuse_closing_with_handover before update of status on coordination_case
        for each row when (old.status = 'OPEN' and new.status = 'CLOSED') execute function app.refuse_closing_with_handover();
      alter table disclosure drop constraint disclosure_subject_kind_check,
        add constraint disclosure_subject_kind_check check (subject_kind in ('NOTE', 'EVENT', 'INVITATION', 'HANDOVER'));

      alter table handover enable row level security, force row level security;
      -- Metadata: the team, the person, whoever was asked or has answered, and the supervisors of both sides.
      create policy team on handover for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = handover.case_id
          and (handover.state <> 'DRAFT' or handover.from_assignment_id = app.actor_id())));
      create policy asked on handover for select to samspel_app using (
        state <> 'DRAFT' and app.actor_id() in (nominee_assignment_id, answered_by_assignment_id, received_by_assignment_id, accepted_by_assignment_id,
          accountable_assignment_id, initiated_by_assignment_id)
        or state in ${PENDING} and exists (select 1 from assignment me where me.id = app.actor_id() and me.unit_id = handover.to_unit_id and 'intake' = any (me.functions)));
      create policy supervisors on handover for select to samspel_app using (state <> 'DRAFT' and exists (
        select 1 from assignment me where me.id = app.actor_id() and me.role = 'SUPERVISOR' and me.organisation_id in (handover.from_organisation_id, handover.to_organisation_id)));
      create policy sender_drafts on handover for insert to samspel_app with check (origin = 'OFFER' and state = 'DRAFT'
        and from_assignment_id = app.actor_id() and accountable_assignment_id = app.actor_id()
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = handover.case_id and a.organisation_id = handover.from_organisation_id));
      -- A reviewed offer of somebody's whole caseload, within the organisation, by the supervisor or by themself.
      create policy caseload_offers on handover for insert to samspel_app with check (origin = 'CASELOAD' and state = 'RECEIVED' and initiated_by_assignment_id = app.actor_id()
        and accountable_assignment_id = from_assignment_id and from_organisation_id = to_organisation_id
        and exists (select 1 from app.caseload_of(from_assignment_id) l where l.case_id = handover.case_id and l.scope = handover.scope and l.covered)
        and case_reference = (select l.reference from app.caseload_of(from_assignment_id) l where l.case_id = handover.case_id limit 1));
      create policy parties_move on handover for update to samspel_app using (
        exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = handover.case_id and a.via = 'PARTICIPANT')
        or app.actor_id() in (nominee_assignment_id, accountable_assignment_id)
        or exists (select 1 from assignment me where me.id = app.actor_id() and (
          me.unit_id = handover.to_unit_id and 'intake' = any (me.functions)
          or me.role = 'SUPERVISOR' and me.organisation_id in (handover.from_organisation_id, handover.to_organisation_id)))) with check (true);
      create policy definer on handover to samspel_definer using (true) with check (true);
      create policy worker on handover to samspel_worker using (true) with check (true);

      -- The handover policies above apply inside these too, so a row is only ever as visible as its handover.
      alter table handover_content enable row level security, force row level security;
      create policy sender_and_receiver on handover_content for select to samspel_app using (${READS_CONTENT});
      create policy as_oneself on handover_content for insert to samspel_app with check (author_assignment_id = app.actor_id()
        and exists (select 1 from handover h where h.id = handover_id and h.case_id = handover_content.case_id
          and (h.from_assignment_id = app.actor_id() and h.from_organisation_id = handover_content.organisation_id
            or h.to_organisation_id = handover_content.organisation_id and (h.nominee_assignment_id = app.actor_id()
              or exists (select 1 from assignment me where me.id = app.actor_id() and me.unit_id = h.to_unit_id and 'intake' = any (me.functions))))));
      create policy sender_and_receiver_write on handover_content for update to samspel_app using (${READS_CONTENT});
      create policy definer on handover_content for select to samspel_definer using (true);

      alter table handover_question enable row level security, force row level security;
      create policy sender_and_receiver on handover_question for select to samspel_app using (${READS_QUESTIONS});
      create policy receiver_asks on handover_question for insert to samspel_app with check (asked_by_assignment_id = app.actor_id() and answer is null
        and exists (select 1 from handover h where h.id = handover_id and h.case_id = handover_question.case_id and h.state in ${PENDING}));
      create policy sender_answers on handover_question for update to samspel_app using (answer is null and ${READS_QUESTIONS}) with check (answered_by_assignment_id = app.actor_id());

      alter table handover_transition enable row level security, force row level security;
      create policy as_its_handover on handover_transition for select to samspel_app using (exists (select 1 from handover h where h.id = handover_id));
      create policy as_oneself on handover_transition for insert to samspel_app with check (coalesce(actor_assignment_id, actor_person_id) = app.actor_id()
        and exists (select 1 from handover h where h.id = handover_id and h.case_id = handover_transition.case_id));
      create policy definer on handover_transition for insert to samspel_definer with check (true);
      create policy worker on handover_transition to samspel_worker using (true) with check (actor_assignment_id is null and actor_person_id is null);

      alter table handover_pause enable row level security, force row level security;
      create policy own_pauses on handover_pause to samspel_app using (assignment_id = app.actor_id())
        with check (assignment_id = app.actor_id() and exists (select 1 from handover h where h.id = handover_id));

      create policy worker_marks on coordination_case for update to samspel_worker using (true);
      create policy worker on timeline_event for insert to samspel_worker with check (actor_assignment_id is null and actor_person_id is null and text is null);
      create policy worker on notice for insert to samspel_worker with check (recipient_assignment_id is not null);
      create policy definer_discloses on disclosure for insert to samspel_definer with check (true);
      create policy definer_discloses on disclosure_recipient for insert to samspel_definer with check (true);

      -- Admission by acceptance: oneself, on the strength of the handover that waits for oneself.
      create policy admitted_by_handover on participation for insert to samspel_app with check (assignment_id = app.actor_id() and exists (
        select 1 from handover h join assignment me on me.id = app.actor_id() where h.case_id = participation.case_id and h.state in ${PENDING}
          and h.to_organisation_id = participation.organisation_id
          and (h.nominee_assignment_id = me.id or me.unit_id = h.to_unit_id and 'intake' = any (me.functions))));
      -- Whoever declines, asks or receives writes the case's history in that very transaction, and not after.
      create policy receiver_tells on timeline_event for insert to samspel_app with check (actor_assignment_id = app.actor_id()
        and exists (select 1 from handover h where h.case_id = timeline_event.case_id and app.actor_id() in (h.received_by_assignment_id, h.answered_by_assignment_id,
          h.nominated_by_assignment_id, h.initiated_by_assignment_id)
          and exists (select 1 from handover_transition t where t.handover_id = h.id and t.actor_assignment_id = app.actor_id() and t.effective_at = app.domain_now())));
      create policy receiver_tells on notice for insert to samspel_app with check (exists (
        select 1 from handover h join handover_transition t on t.handover_id = h.id and t.actor_assignment_id = app.actor_id() and t.effective_at = app.domain_now()
        where h.case_id = notice.case_id));

      set local role samspel_definer;
      -- Only whoever is made to answer must be active: when both who answered have left, one of them is replaced before the other.
      create or replace function app.require_active_accountable() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform 1 from assignment a join staff_member s on s.id = a.staff_member_id
            where a.id in (new.owner_assignment_id, new.coordinator_assignment_id)
            order by a.id for share;
          if exists (select 1 from assignment a join staff_member s on s.id = a.staff_member_id
                     where a.id in (new.owner_assignment_id, new.coordinator_assignment_id)
                     and a.id is distinct from old.owner_assignment_id and a.id is distinct from old.coordinator_assignment_id
                     and (s.disabled_at is not null or a.valid_to < app.domain_today())) then
            raise exception 'who answers for an open case must be active' using errcode = '23514', constraint = 'accountable_is_active';
          end if;
          return new;
        end $$;

      -- Administrators count what would be left without anybody: cases, and handovers somebody stands in for.
      create or replace function app.accountable_for(assignment uuid) returns int
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select 1 from assignment a where a.id = app.actor_id() and a.role = 'ADMINISTRATOR') then
            raise exception 'only administrators count' using errcode = '42501';
          end if;
          return (select count(*) from coordination_case c
                  where c.status = 'OPEN' and accountable_for.assignment in (c.owner_assignment_id, c.coordinator_assignment_id))
            + (select count(*) from handover h where h.accountable_assignment_id = accountable_for.assignment and h.owner_lost and h.state in ${PENDING});
        end $$;
      reset role;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set local role samspel_definer;
      create or replace function app.require_active_accountable() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          perform 1 from assignment a join staff_member s on s.id = a.staff_member_id
            where a.id in (new.owner_assignment_id, new.coordinator_assignment_id)
            order by a.id for share;
          if exists (select 1 from assignment a join staff_member s on s.id = a.staff_member_id
                     where a.id in (new.owner_assignment_id, new.coordinator_assignment_id)
                     and (s.disabled_at is not null or a.valid_to < app.domain_today())) then
            raise exception 'who answers for an open case must be active' using errcode = '23514', constraint = 'accountable_is_active';
          end if;
          return new;
        end $$;
      create or replace function app.accountable_for(assignment uuid) returns int
        language plpgsql stable security definer set search_path = public, pg_temp as $$
        begin
          if not exists (select 1 from assignment a where a.id = app.actor_id() and a.role = 'ADMINISTRATOR') then
            raise exception 'only administrators count' using errcode = '42501';
          end if;
          return (select count(*) from coordination_case c
                  where c.status = 'OPEN' and accountable_for.assignment in (c.owner_assignment_id, c.coordinator_assignment_id));
        end $$;
      create or replace function app.covering_consent(asked_case uuid, discloser uuid, receiver uuid, category text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
          select k.id from consent k join consent_recipient r on r.consent_id = k.id
          where k.case_id = asked_case and k.disclosing_organisation_id = discloser and r.organisation_id = receiver
            and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
            and (category is null or category = any (k.information_categories))
            and (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = asked_case)
              or exists (select 1 from care_team_invitation i join assignment s on s.unit_id = i.unit_id
                         where i.case_id = asked_case and i.state = 'PENDING' and s.id = app.actor_id() and 'intake' = any (s.functions)))
          order by k.valid_to desc, k.id limit 1 $$;
      reset role;
      drop policy receiver_tells on notice; drop policy receiver_tells on timeline_event; drop policy admitted_by_handover on participation;
      drop policy definer_discloses on disclosure_recipient; drop policy definer_discloses on disclosure;
      drop policy worker on notice; drop policy worker on timeline_event; drop policy worker_marks on coordination_case;
      drop trigger refuse_closing_with_handover on coordination_case;
      drop table handover_pause, handover_transition, handover_question, handover_content, handover cascade;
      drop function app.refuse_closing_with_handover(), app.guard_handover(), app.link_waits(), app.caseload_of(uuid), app.stop_uncovered_handovers(uuid, uuid[]),
        app.disclose_handover(uuid, uuid, jsonb), app.person_of_handover(uuid), app.lock_case_of_handover(uuid), app.standing_in_for(uuid), app.can_answer(uuid),
        app.is_away(uuid), app.works_today(uuid);
      delete from disclosure_recipient r using disclosure d where d.id = r.disclosure_id and d.subject_kind = 'HANDOVER';
      delete from disclosure where subject_kind = 'HANDOVER';
      alter table disclosure drop constraint disclosure_subject_kind_check,
        add constraint disclosure_subject_kind_check check (subject_kind in ('NOTE', 'EVENT', 'INVITATION'));
      revoke insert on disclosure, disclosure_recipient from samspel_definer;
      revoke select on unit, organisation, leave, principal from samspel_worker;
      revoke select (staff_member_id) on assignment from samspel_worker;
      revoke select (id, email, disabled_at) on staff_member from samspel_worker;
      revoke insert (id, case_id, recipient_assignment_id, kind, params) on notice from samspel_worker;
      revoke insert (id, case_id, kind, occurred_at, params, shown_to_person) on timeline_event from samspel_worker;
      revoke update (last_movement_at, version) on coordination_case from samspel_worker;
      revoke select (version) on coordination_case from samspel_worker;
      drop index open_cases_by_coordinator;
      alter table coordination_case drop column coordinator_lost_at, drop column owner_lost_at,
        alter column reference set default 'S-' || lpad(nextval('case_reference')::text, 4, '0');
      drop table link_template;
    `);
  }
}
