import type { MigrationInterface, QueryRunner } from 'typeorm';

const isParticipant = (row: string): string =>
  `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${row}.case_id and a.via = 'PARTICIPANT')`;
const isSubject = (row: string): string =>
  `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${row}.case_id and a.via = 'SUBJECT')`;
/** The alert's own handover, activity or message, whichever it has, as its policy shows it. */
const VISIBLE = `(exists (select 1 from handover h where h.id = alert.handover_id) or exists (select 1 from plan_activity t where t.id = alert.activity_id)
  or exists (select 1 from person_message m where m.id = alert.message_id))`;
const VISIBLE_BEFORE = 'exists (select 1 from handover h where h.id = alert.handover_id)';

/**
 * What the person says to the team, with somebody who answers and a clock; how much the plan helps them; short questions between two of the
 * team; and alerts that are about an activity or about the person, beside those about a handover.
 */
export class ThePersonsVoice1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person_message (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        person_id uuid not null,
        kind text not null check (kind in ('STOP', 'CALL_ME', 'WANT_MEETING', 'COMMENT', 'OBJECTION', 'LOG_QUESTION')),
        -- What of the published plan it is about, and for a stop why; for a question about the log, whose looking.
        item_id uuid,
        handover_id uuid references handover,
        reason text check (reason in ('NO_ANSWER', 'NOBODY_HAS_IT', 'TOLD_TO_ASK_ELSEWHERE', 'WAITING_TOO_LONG', 'DO_NOT_UNDERSTAND', 'OTHER')),
        organisation_id uuid references organisation,
        looked_at timestamptz,
        text text not null default '',
        made_at timestamptz not null default app.domain_now(),
        -- By the person (or somebody acting for them), or told to staff.
        made_by_person_id uuid references person,
        recorded_by_assignment_id uuid references assignment,
        recorded_form text check (recorded_form in ('PHONE', 'PAPER', 'IN_PERSON')),
        state text not null default 'OPEN' check (state in ('OPEN', 'ANSWERED', 'WITHDRAWN')),
        responsible_assignment_id uuid not null references assignment,
        due_at timestamptz not null,
        answer text,
        answered_by_assignment_id uuid references assignment,
        answered_at timestamptz,
        withdrawn_at timestamptz,
        epoch int not null default 1,
        fired text[] not null default '{}',
        next_timer text check (next_timer in ('PERSON_WAITS', 'PERSON_WAITS_SUPERVISOR')),
        next_timer_at timestamptz,
        version int not null default 1,
        foreign key (case_id, person_id) references coordination_case (id, person_id),
        foreign key (item_id, case_id) references plan_item (id, case_id),
        constraint made_by_one check (num_nonnulls(made_by_person_id, recorded_by_assignment_id) = 1
          and (recorded_by_assignment_id is null) = (recorded_form is null)),
        constraint answered_is_whole check ((state = 'ANSWERED') = (answered_at is not null and answered_by_assignment_id is not null)),
        constraint withdrawn_is_whole check ((state = 'WITHDRAWN') = (withdrawn_at is not null)),
        constraint stop_has_reason check ((kind = 'STOP') = (reason is not null)),
        constraint log_question_has_organisation check ((kind = 'LOG_QUESTION') = (organisation_id is not null)),
        constraint remark_has_item check (kind not in ('COMMENT', 'OBJECTION') or item_id is not null),
        constraint timer_is_whole check ((next_timer is null) = (next_timer_at is null)),
        constraint over_has_no_timer check (state = 'OPEN' or next_timer is null)
      );
      create index on person_message (case_id, made_at desc);
      create index open_messages_by_responsible on person_message (responsible_assignment_id, due_at) where state = 'OPEN';
      create index messages_due on person_message (next_timer_at) where next_timer_at is not null;
      -- One tap is one request, however often it is tapped.
      create unique index one_open_request on person_message (case_id, kind) where state = 'OPEN' and kind in ('CALL_ME', 'WANT_MEETING');

      -- "Hur mycket hjälper planen dig just nu?" The main measure.
      create table person_rating (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        person_id uuid not null,
        value int not null check (value between 0 and 10),
        rated_on date not null default app.domain_today(),
        made_by_person_id uuid references person,
        recorded_by_assignment_id uuid references assignment,
        recorded_form text check (recorded_form in ('PHONE', 'PAPER', 'IN_PERSON')),
        recorded_at timestamptz not null default app.domain_now(),
        foreign key (case_id, person_id) references coordination_case (id, person_id),
        constraint one_rating_a_day unique (case_id, rated_on),
        constraint made_by_one check (num_nonnulls(made_by_person_id, recorded_by_assignment_id) = 1
          and (recorded_by_assignment_id is null) = (recorded_form is null))
      );

      -- Asked for by the person themself; what is sent there says only that there is something new.
      create table person_mail (
        person_id uuid primary key references person,
        email text not null check (length(email) <= 254),
        since timestamptz not null default app.domain_now(),
        told_at timestamptz
      );

      create table team_question (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        asker_assignment_id uuid not null,
        asker_organisation_id uuid not null,
        receiver_assignment_id uuid not null,
        receiver_organisation_id uuid not null,
        text text not null,
        asked_at timestamptz not null default app.domain_now(),
        seen_at timestamptz,
        answer text,
        answered_at timestamptz,
        -- Organisations the case has been closed to since: what they had been told is their frozen copy's, also if they come back.
        closed_to uuid[] not null default '{}',
        version int not null default 1,
        foreign key (asker_assignment_id, asker_organisation_id) references assignment (id, organisation_id),
        foreign key (receiver_assignment_id, receiver_organisation_id) references assignment (id, organisation_id),
        constraint not_to_oneself check (asker_assignment_id <> receiver_assignment_id),
        constraint answer_is_whole check ((answer is null) = (answered_at is null))
      );
      create index on team_question (receiver_assignment_id) where answered_at is null;
      create index on team_question (case_id, asked_at desc);

      grant select, insert on person_message, person_rating, team_question to samspel_app;
      grant update (state, answer, answered_by_assignment_id, answered_at, withdrawn_at, next_timer, next_timer_at, version)
        on person_message to samspel_app;
      grant update (value, made_by_person_id, recorded_by_assignment_id, recorded_form, recorded_at) on person_rating to samspel_app;
      grant select, insert, update (email, since, told_at), delete on person_mail to samspel_app;
      grant update (seen_at, answer, answered_at, version) on team_question to samspel_app;
      grant select (id, case_id, kind, state, responsible_assignment_id, due_at, epoch, fired, next_timer, next_timer_at),
        update (responsible_assignment_id, epoch, fired, next_timer, next_timer_at) on person_message to samspel_worker;
      grant select, update (told_at) on person_mail to samspel_worker;
      grant select, update on person_message to samspel_definer;
      grant select, update (told_at) on person_mail to samspel_definer;
      grant select, update (closed_to) on team_question to samspel_definer;

      alter table person_message enable row level security, force row level security;
      -- The team; a remark on an item only whoever reads the item; a question about looking only the organisation that looked.
      create policy team on person_message for select to samspel_app using (responsible_assignment_id = app.actor_id() or ${isSubject('person_message')}
        or exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = person_message.case_id and a.via = 'PARTICIPANT'
          and (kind <> 'LOG_QUESTION' or a.organisation_id = person_message.organisation_id)
          and (kind not in ('COMMENT', 'OBJECTION') or exists (select 1 from plan_item i where i.id = person_message.item_id))));
      create policy as_oneself on person_message for insert to samspel_app with check (state = 'OPEN' and (
        made_by_person_id is not null and ${isSubject('person_message')} and person_id = app.actor_id()
        or recorded_by_assignment_id = app.actor_id() and ${isParticipant('person_message')}));
      create policy parties_change on person_message for update to samspel_app
        using (responsible_assignment_id = app.actor_id() or ${isSubject('person_message')} or ${isParticipant('person_message')})
        -- Taken back by whoever said it, answered in one's own name.
        with check (state = 'WITHDRAWN' and ${isSubject('person_message')} or state = 'ANSWERED' and answered_by_assignment_id = app.actor_id());
      create policy worker on person_message to samspel_worker using (true) with check (true);
      create policy definer on person_message to samspel_definer using (true) with check (true);

      alter table person_rating enable row level security, force row level security;
      create policy members on person_rating for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = person_rating.case_id));
      create policy as_oneself on person_rating for insert to samspel_app with check (
        made_by_person_id is not null and person_id = app.actor_id() and ${isSubject('person_rating')}
        or recorded_by_assignment_id = app.actor_id() and ${isParticipant('person_rating')});
      -- The person's own answer stands; staff change what staff wrote down.
      create policy as_oneself_again on person_rating for update to samspel_app
        using (${isSubject('person_rating')} or made_by_person_id is null and ${isParticipant('person_rating')})
        with check (made_by_person_id is not null and ${isSubject('person_rating')} or recorded_by_assignment_id = app.actor_id() and ${isParticipant('person_rating')});

      alter table person_mail enable row level security, force row level security;
      create policy own on person_mail to samspel_app using (person_id = app.actor_id()) with check (person_id = app.actor_id());
      create policy worker on person_mail to samspel_worker using (true) with check (true);
      create policy definer on person_mail to samspel_definer using (true) with check (true);

      alter table team_question enable row level security, force row level security;
      create policy both_sides on team_question for select to samspel_app using (${isParticipant('team_question')}
        and (app.actor_id() = asker_assignment_id and asker_organisation_id <> all (closed_to)
          or app.actor_id() = receiver_assignment_id and receiver_organisation_id <> all (closed_to)));
      create policy definer on team_question to samspel_definer using (true) with check (true);
      create policy as_oneself on team_question for insert to samspel_app with check (asker_assignment_id = app.actor_id() and num_nonnulls(seen_at, answer) = 0
        and ${isParticipant('team_question')} and exists (select 1 from participation p where p.case_id = team_question.case_id and p.assignment_id = receiver_assignment_id and p.until_at is null));
      create policy receiver_answers on team_question for update to samspel_app using (receiver_assignment_id = app.actor_id() and ${isParticipant('team_question')});

      alter table alert alter column handover_id drop not null,
        add column activity_id uuid references plan_activity,
        add column message_id uuid references person_message,
        add constraint one_subject check (num_nonnulls(handover_id, activity_id, message_id) = 1),
        drop constraint one_alert_per_rung,
        add constraint one_alert_per_rung unique nulls not distinct (handover_id, activity_id, message_id, rung, epoch),
        drop constraint alert_rung_check,
        add constraint alert_rung_check check (rung in ('RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW', 'OWNER_LOST', 'BOUNCED', 'ESCALATED',
          'OVERDUE_OWNER', 'OVERDUE_TEAM', 'PERSON_STOPPED', 'PERSON_WAITS', 'PERSON_WAITS_SUPERVISOR'));
      create index open_alerts_of_activity on alert (activity_id) where resolved_at is null and activity_id is not null;
      create index open_alerts_of_message on alert (message_id) where resolved_at is null and message_id is not null;
      drop policy as_its_handover on alert;
      drop policy act_raises on alert;
      drop policy act_resolves on alert;
      create policy as_its_subject on alert for select to samspel_app using (${VISIBLE}
        or exists (select 1 from alert_recipient r where r.alert_id = alert.id and r.assignment_id = app.actor_id()));
      create policy act_raises on alert for insert to samspel_app with check (rung in ('BOUNCED', 'ESCALATED', 'PERSON_STOPPED') and ${VISIBLE});
      create policy act_resolves on alert for update to samspel_app using (${VISIBLE});
      drop policy act_tells on alert_recipient;
      create policy act_tells on alert_recipient for insert to samspel_app with check (exists (
        select 1 from alert a where a.id = alert_id and a.rung in ('BOUNCED', 'ESCALATED', 'PERSON_STOPPED')));

      set local role samspel_definer;
      create function app.resolve_alerts_of_activity() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update alert a set resolved_at = app.domain_now(), resolution = case when new.state in ('COMPLETED', 'CANCELLED') then 'ENDED' else 'MOVED_ON' end
            where a.activity_id = new.id and a.resolved_at is null;
          return null;
        end $$;
      create function app.resolve_alerts_of_message() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update alert a set resolved_at = app.domain_now(), resolution = 'ENDED' where a.message_id = new.id and a.resolved_at is null;
          return null;
        end $$;
      -- Whoever answers for the case, or the deputy who is there today: the one whom the person's words reach.
      create function app.answers_the_person(asked_case uuid) returns uuid language plpgsql stable security definer set search_path = public, pg_temp as $$
        declare owner uuid; deputy uuid;
        begin
          if not exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = asked_case) then return null; end if;
          select coalesce((select h.accountable_assignment_id from handover h where h.case_id = c.id and h.scope = 'CASE_OWNERSHIP' and h.owner_lost limit 1), c.owner_assignment_id)
            into owner from coordination_case c where c.id = asked_case;
          if not app.is_away(owner) then return owner; end if;
          select l.deputy_assignment_id into deputy from leave l where l.assignment_id = owner and l.cancelled_at is null
            and app.domain_today() between l.first_day and l.last_day and app.works_today(l.deputy_assignment_id) and not app.is_away(l.deputy_assignment_id) limit 1;
          return coalesce(deputy, owner);
        end $$;
      -- What an alert says of its activity or message to whoever was alerted, also a stand-in outside the team: reference, day and name of an owner.
      create function app.alerted_of(told uuid) returns table (reference text, activity_id uuid, due_on date, message_id uuid, message_kind text, due_at timestamptz,
          answers_assignment_id uuid) language sql stable strict security definer set search_path = public, pg_temp as $$
        select c.reference, t.id, t.due_on, m.id, m.kind, m.due_at, coalesce(t.owner_assignment_id, m.responsible_assignment_id)
        from alert a join alert_recipient r on r.alert_id = a.id and r.assignment_id = app.actor_id() join coordination_case c on c.id = a.case_id
        left join plan_activity t on t.id = a.activity_id left join person_message m on m.id = a.message_id where a.id = told $$;
      -- Whom the person waits for may be the deputy of somebody in the team, who needs to know who waits and nothing else of the case.
      create function app.case_of_message(message uuid) returns table (id uuid, reference text, person_name text, in_team boolean)
        language sql stable strict security definer set search_path = public, pg_temp as $$
          select c.id, c.reference, n.given_name || ' ' || n.family_name,
            exists (select 1 from participation p where p.case_id = c.id and p.assignment_id = m.responsible_assignment_id and p.until_at is null)
          from person_message m join coordination_case c on c.id = m.case_id join person n on n.id = c.person_id
          where m.id = message and m.responsible_assignment_id = app.actor_id() and m.state = 'OPEN' $$;
      revoke execute on function app.alerted_of(uuid), app.case_of_message(uuid) from public;
      grant execute on function app.alerted_of(uuid), app.case_of_message(uuid) to samspel_app;
      -- Whether the person is to be told by mail that there is something new, asked by whoever has just made it so; a yes is counted as told. They
      -- have asked for it, it is once a day, and nobody writes to somebody whose data are protected.
      create function app.tells_the_person(person uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update person_mail m set told_at = app.domain_now()
            where m.person_id = tells_the_person.person and (m.told_at is null or (m.told_at at time zone 'Europe/Stockholm')::date < app.domain_today())
              and exists (select 1 from person p where p.id = m.person_id and p.protected_level is null)
              and (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.person_id = m.person_id and a.via = 'PARTICIPANT')
                or exists (select 1 from person_message q where q.person_id = m.person_id and q.answered_by_assignment_id = app.actor_id()));
          return found;
        end $$;
      -- Whoever leaves reads no more of what the person says to the team, and the person goes on waiting for somebody who does. A question about
      -- looking stays with the organisation that looked.
      create function app.release_messages_on_leaving() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update person_message m set responsible_assignment_id = c.owner_assignment_id, version = m.version + 1 from coordination_case c
            where m.case_id = new.case_id and c.id = m.case_id and m.responsible_assignment_id = new.assignment_id and m.kind <> 'LOG_QUESTION'
              and c.owner_assignment_id <> new.assignment_id;
          return null;
        end $$;
      -- What the person waits for goes with the case to its new owner. A remark stays with somebody who reads what it is about.
      create function app.pass_messages_on() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update person_message m set responsible_assignment_id = new.owner_assignment_id, version = m.version + 1
            where m.case_id = new.id and m.state = 'OPEN' and m.kind in ('STOP', 'CALL_ME', 'WANT_MEETING') and m.responsible_assignment_id = old.owner_assignment_id;
          return null;
        end $$;
      create function app.close_questions_to() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update team_question q set closed_to = q.closed_to || new.organisation_id
            where q.case_id = new.case_id and q.asker_organisation_id <> q.receiver_organisation_id
              and new.organisation_id in (q.asker_organisation_id, q.receiver_organisation_id) and new.organisation_id <> all (q.closed_to);
          return null;
        end $$;
      revoke execute on function app.release_messages_on_leaving(), app.pass_messages_on(), app.close_questions_to() from public;
      grant execute on function app.release_messages_on_leaving(), app.pass_messages_on(), app.close_questions_to() to samspel_owner;
      revoke execute on function app.resolve_alerts_of_activity(), app.resolve_alerts_of_message(), app.answers_the_person(uuid),
        app.tells_the_person(uuid) from public;
      grant execute on function app.resolve_alerts_of_activity(), app.resolve_alerts_of_message() to samspel_owner;
      grant execute on function app.answers_the_person(uuid), app.tells_the_person(uuid) to samspel_app;
      reset role;
    `);
    await runner.query(`
      create trigger resolve_alerts_of_activity after update of state, epoch on plan_activity for each row
        when (new.epoch <> old.epoch or new.state <> old.state and new.state in ('COMPLETED', 'CANCELLED')) execute function app.resolve_alerts_of_activity();
      create trigger release_messages_on_leaving after update of until_at on participation
        for each row when (old.until_at is null and new.until_at is not null) execute function app.release_messages_on_leaving();
      create trigger close_questions_to after update of ended_at on disclosure_recipient
        for each row when (old.ended_at is null and new.ended_at is not null) execute function app.close_questions_to();
      create trigger pass_messages_on after update of owner_assignment_id on coordination_case
        for each row when (new.owner_assignment_id <> old.owner_assignment_id) execute function app.pass_messages_on();
      create trigger resolve_alerts_of_message after update of state on person_message for each row
        when (old.state = 'OPEN' and new.state <> 'OPEN') execute function app.resolve_alerts_of_message();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger close_questions_to on disclosure_recipient; drop function app.close_questions_to();
      drop trigger pass_messages_on on coordination_case; drop trigger release_messages_on_leaving on participation;
      drop function app.pass_messages_on(), app.release_messages_on_leaving();
      drop trigger resolve_alerts_of_message on person_message; drop trigger resolve_alerts_of_activity on plan_activity;
      drop function app.case_of_message(uuid), app.alerted_of(uuid), app.tells_the_person(uuid), app.answers_the_person(uuid), app.resolve_alerts_of_message(), app.resolve_alerts_of_activity();
      delete from alert_recipient r using alert l where l.id = r.alert_id and l.handover_id is null;
      delete from alert where handover_id is null;
      drop policy act_tells on alert_recipient; drop policy act_resolves on alert; drop policy act_raises on alert; drop policy as_its_subject on alert;
      alter table alert drop constraint alert_rung_check,
        add constraint alert_rung_check check (rung in ('RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW', 'OWNER_LOST', 'BOUNCED', 'ESCALATED')),
        drop constraint one_alert_per_rung, drop constraint one_subject, drop column message_id, drop column activity_id,
        add constraint one_alert_per_rung unique (handover_id, rung, epoch), alter column handover_id set not null;
      create policy as_its_handover on alert for select to samspel_app using (${VISIBLE_BEFORE}
        or exists (select 1 from alert_recipient r where r.alert_id = alert.id and r.assignment_id = app.actor_id()));
      create policy act_raises on alert for insert to samspel_app with check (rung in ('BOUNCED', 'ESCALATED') and ${VISIBLE_BEFORE});
      create policy act_resolves on alert for update to samspel_app using (${VISIBLE_BEFORE});
      create policy act_tells on alert_recipient for insert to samspel_app with check (exists (
        select 1 from alert a join handover h on h.id = a.handover_id where a.id = alert_id and a.rung in ('BOUNCED', 'ESCALATED')));
      drop table team_question, person_mail, person_rating, person_message;
    `);
  }
}
