import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL: whether the actor is in the team of the case that `table` is about. */
const inTeam = (table: string): string =>
  `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${table}.case_id and a.via = 'PARTICIPANT')`;
const reachesCase = (table: string): string =>
  `exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = ${table}.case_id)`;

/** What an act may change of a row that stands; which case, person and organisation it is about stays as it was written. */
const CHANGEABLE = {
  coordination_case: `next_step, next_step_due, next_step_set_at, owner_assignment_id, coordinator_assignment_id, owner_since, last_movement_at, status,
    closed_at, closed_by_assignment_id, closing_reason, remaining_work, version`,
  participation: 'role, mandate, question_area, introduced_at, until_at, end_reason, version',
  care_team_invitation: 'state, preview, answered_by_assignment_id, answered_at, answer_reason, version',
  join_request: 'state, answered_by_assignment_id, answered_at, version',
  coordinator_request: 'state, answered_at, version',
  case_contact: 'kind, name, works_at, phone, email, question_area, removed_at, version',
  case_note: 'text, edited_at, removed_at, version',
};

/**
 * Being in a team opens the case, not the others' pens: rows are written in one's own name and for one's own organisation, answers are
 * given by whoever was asked, and what a row is about never changes.
 */
export class InOnesOwnName1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(CHANGEABLE)) {
      await runner.query(`revoke update on ${table} from samspel_app; grant update (${columns}) on ${table} to samspel_app;`);
    }
    await runner.query(`
      -- A recipient row names the sender of its disclosure, and a disclosure rests on the sender's own consent in the same case: keys, so
      -- that nobody addresses another organisation's disclosure to themselves.
      alter table coordination_case add constraint case_of_person unique (id, person_id);
      alter table case_contact add constraint contact_of_case unique (id, case_id);
      alter table consent
        add constraint consent_of_discloser unique (id, case_id, disclosing_organisation_id),
        add constraint consent_of_case unique (id, case_id),
        add constraint consent_by_the_person foreign key (case_id, person_id) references coordination_case (id, person_id);
      alter table consent_recipient
        add constraint recipient_of_the_consent foreign key (consent_id, case_id) references consent (id, case_id),
        add constraint contact_in_the_case foreign key (contact_id, case_id) references case_contact (id, case_id);
      alter table disclosure
        add constraint disclosure_of_sender unique (id, case_id, from_organisation_id),
        add constraint disclosed_under_own_consent foreign key (consent_id, case_id, from_organisation_id)
          references consent (id, case_id, disclosing_organisation_id);
      alter table disclosure_recipient
        add constraint sent_by_the_discloser foreign key (disclosure_id, case_id, from_organisation_id)
          references disclosure (id, case_id, from_organisation_id);
      alter table timeline_event
        add constraint told_for_own_organisation foreign key (actor_assignment_id, organisation_id) references assignment (id, organisation_id);

      drop policy open_as_oneself on coordination_case;
      create policy open_as_oneself on coordination_case for insert to samspel_app with check (
        app.actor_id() = all (array[opened_by_assignment_id, owner_assignment_id, coordinator_assignment_id]));

      drop policy members_change on participation;
      create policy members_change on participation for update to samspel_app using (${inTeam('participation')})
        with check (until_at is null or assignment_id = app.actor_id());
      -- An organisation chooses its own people: a member admits a colleague, the invited unit's intake somebody of that unit.
      drop policy admitted on participation;
      create policy admitted on participation for insert to samspel_app with check (
        exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = participation.case_id and a.via = 'PARTICIPANT'
          and a.organisation_id = participation.organisation_id)
        or exists (select 1 from care_team_invitation i join assignment s on s.id = participation.assignment_id and s.unit_id = i.unit_id
                   join assignment me on me.id = app.actor_id() and me.unit_id = i.unit_id and 'intake' = any (me.functions)
                   where i.case_id = participation.case_id and i.state = 'PENDING'));

      drop policy members on case_ambition;
      create policy members on case_ambition for select to samspel_app using (${reachesCase('case_ambition')});
      create policy as_oneself on case_ambition for insert to samspel_app
        with check (set_by_assignment_id = app.actor_id() and ${inTeam('case_ambition')});

      -- The person reads who has been asked and who has asked: it is about them, and their withdrawal stops it.
      drop policy members on care_team_invitation;
      create policy members on care_team_invitation for select to samspel_app using (${reachesCase('care_team_invitation')});
      create policy the_person on join_request for select to samspel_app using (${reachesCase('join_request')});
      create policy members_invite on care_team_invitation for insert to samspel_app
        with check (invited_by_assignment_id = app.actor_id() and ${inTeam('care_team_invitation')});
      create policy members_take_back on care_team_invitation for update to samspel_app
        using (${inTeam('care_team_invitation')}) with check (state in ('WITHDRAWN', 'STOPPED'));

      drop policy members on coordinator_request;
      create policy members on coordinator_request for select to samspel_app using (${inTeam('coordinator_request')});
      create policy members_ask on coordinator_request for insert to samspel_app
        with check (asked_by_assignment_id = app.actor_id() and ${inTeam('coordinator_request')});
      create policy asked_answers on coordinator_request for update to samspel_app
        using (${inTeam('coordinator_request')}) with check (state = 'WITHDRAWN' or asked_assignment_id = app.actor_id());

      drop policy members on case_contact;
      create policy members on case_contact for select to samspel_app using (${reachesCase('case_contact')});
      create policy members_record on case_contact for insert to samspel_app
        with check (recorded_by_assignment_id = app.actor_id() and ${inTeam('case_contact')});
      create policy members_change on case_contact for update to samspel_app using (${inTeam('case_contact')});

      drop policy discloser_records on consent;
      create policy discloser_records on consent for insert to samspel_app with check (taken_by_assignment_id = app.actor_id()
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent.case_id and a.organisation_id = disclosing_organisation_id));
      -- One way only: a consent that was taken back is never revived, the person gives a new one.
      drop policy members_withdraw on consent;
      create policy members_withdraw on consent for update to samspel_app using (withdrawn_at is null and ${reachesCase('consent')})
        with check (withdrawn_at is not null and app.actor_id() = case withdrawn_via when 'PERSON' then person_id else withdrawn_by_assignment_id end);
      drop policy members on consent_recipient;
      create policy members on consent_recipient for select to samspel_app using (${reachesCase('consent_recipient')});
      create policy taker_names on consent_recipient for insert to samspel_app with check (exists (
        select 1 from consent k where k.id = consent_id and k.taken_by_assignment_id = app.actor_id() and k.withdrawn_at is null));

      -- A look-up names a person and no case: "Vem har tittat" shows it all the same.
      create policy the_person on audit_event for select to samspel_app using (person_id = app.actor_id());

      drop policy sender_adds on disclosure;
      create policy sender_adds on disclosure for insert to samspel_app with check (disclosed_by_assignment_id = app.actor_id()
        and exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = disclosure.case_id and a.organisation_id = from_organisation_id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy the_person on audit_event; drop policy the_person on join_request;
      drop policy sender_adds on disclosure;
      create policy sender_adds on disclosure for insert to samspel_app
        with check (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = disclosure.case_id and a.organisation_id = from_organisation_id));
      drop policy taker_names on consent_recipient;
      drop policy members on consent_recipient;
      create policy members on consent_recipient to samspel_app using (${reachesCase('consent_recipient')});
      drop policy members_withdraw on consent;
      create policy members_withdraw on consent for update to samspel_app using (${reachesCase('consent')});
      drop policy discloser_records on consent;
      create policy discloser_records on consent for insert to samspel_app
        with check (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent.case_id
          and a.organisation_id = disclosing_organisation_id));
      drop policy members_change on case_contact; drop policy members_record on case_contact;
      drop policy members on case_contact;
      create policy members on case_contact to samspel_app using (${reachesCase('case_contact')});
      drop policy asked_answers on coordinator_request; drop policy members_ask on coordinator_request;
      drop policy members on coordinator_request;
      create policy members on coordinator_request to samspel_app using (${inTeam('coordinator_request')});
      drop policy members_take_back on care_team_invitation; drop policy members_invite on care_team_invitation;
      drop policy members on care_team_invitation;
      create policy members on care_team_invitation to samspel_app using (${inTeam('care_team_invitation')});
      drop policy as_oneself on case_ambition;
      drop policy members on case_ambition;
      create policy members on case_ambition to samspel_app using (${reachesCase('case_ambition')});
      drop policy admitted on participation;
      create policy admitted on participation for insert to samspel_app with check (
        ${inTeam('participation')}
        or exists (select 1 from care_team_invitation i join assignment s on s.id = participation.assignment_id
                   where i.case_id = participation.case_id and i.state = 'PENDING' and i.unit_id = s.unit_id));
      drop policy members_change on participation;
      create policy members_change on participation for update to samspel_app using (${inTeam('participation')}) with check (true);
      drop policy open_as_oneself on coordination_case;
      create policy open_as_oneself on coordination_case for insert to samspel_app
        with check (opened_by_assignment_id = app.actor_id() and owner_assignment_id = app.actor_id());

      alter table timeline_event drop constraint told_for_own_organisation;
      alter table disclosure_recipient drop constraint sent_by_the_discloser;
      alter table disclosure drop constraint disclosed_under_own_consent, drop constraint disclosure_of_sender;
      alter table consent_recipient drop constraint contact_in_the_case, drop constraint recipient_of_the_consent;
      alter table consent drop constraint consent_by_the_person, drop constraint consent_of_case, drop constraint consent_of_discloser;
      alter table case_contact drop constraint contact_of_case;
      alter table coordination_case drop constraint case_of_person;
    `);
    for (const [table, columns] of Object.entries(CHANGEABLE)) {
      await runner.query(`revoke update (${columns}) on ${table} from samspel_app; grant update on ${table} to samspel_app;`);
    }
  }
}
