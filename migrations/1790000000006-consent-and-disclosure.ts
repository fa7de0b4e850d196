import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consent per disclosing organisation, every act of sharing, and the frozen copies a receiver keeps for 30 days after losing access. */
export class ConsentAndDisclosure1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table consent (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        person_id uuid not null references person,
        disclosing_organisation_id uuid not null references organisation,
        given_by text not null check (given_by in ('SELF', 'GUARDIAN', 'REPRESENTATIVE')),
        purpose text not null,
        information_categories text[] not null check (cardinality(information_categories) > 0
          and information_categories <@ array['CONTACT', 'SITUATION', 'WORK', 'BENEFIT', 'HEALTH', 'SOCIAL_SUPPORT', 'PLAN']),
        exclusions text not null default '',
        valid_from date not null,
        valid_to date not null check (valid_to >= valid_from),
        form text not null check (form in ('ORAL', 'WRITTEN', 'DIGITALLY_SIGNED')),
        taken_by_assignment_id uuid not null references assignment,
        taken_at timestamptz not null default app.domain_now(),
        text_version text not null,
        withdrawn_at timestamptz,
        withdrawn_via text check (withdrawn_via in ('PERSON', 'STAFF')),
        withdrawn_by_assignment_id uuid references assignment,
        version int not null default 1,
        constraint withdrawal_is_whole check ((withdrawn_at is null) = (withdrawn_via is null))
      );
      create index on consent (case_id);

      create table consent_recipient (
        consent_id uuid not null references consent,
        case_id uuid not null references coordination_case,
        organisation_id uuid references organisation,
        contact_id uuid references case_contact,
        constraint one_recipient check (num_nonnulls(organisation_id, contact_id) = 1),
        constraint recipient_once unique nulls not distinct (consent_id, organisation_id, contact_id)
      );
      create index on consent_recipient (case_id, organisation_id);

      create table disclosure (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        from_organisation_id uuid not null references organisation,
        consent_id uuid not null references consent,
        subject_kind text not null check (subject_kind in ('NOTE', 'EVENT', 'INVITATION')),
        subject_id uuid not null,
        subject_version int not null,
        information_category text not null,
        content jsonb not null,
        disclosed_by_assignment_id uuid not null references assignment,
        disclosed_at timestamptz not null default app.domain_now()
      );
      create index on disclosure (case_id);
      create index on disclosure (subject_id);

      create table disclosure_recipient (
        disclosure_id uuid not null references disclosure,
        case_id uuid not null references coordination_case,
        from_organisation_id uuid not null references organisation,
        organisation_id uuid not null references organisation,
        ended_at timestamptz,
        primary key (disclosure_id, organisation_id)
      );
      create index on disclosure_recipient (case_id, organisation_id);

      create table frozen_copy (
        id uuid primary key default uuidv7(),
        case_id uuid not null references coordination_case,
        organisation_id uuid not null references organisation,
        unit_id uuid not null references unit,
        reference text not null,
        content jsonb,
        created_at timestamptz not null default app.domain_now(),
        purge_after timestamptz not null,
        purged_at timestamptz,
        constraint purged_means_empty check ((purged_at is null) = (content is not null))
      );
      create index on frozen_copy (purge_after) where purged_at is null;

      grant select, insert on consent, consent_recipient, disclosure, disclosure_recipient to samspel_app;
      grant update (withdrawn_at, withdrawn_via, withdrawn_by_assignment_id, version) on consent to samspel_app;
      grant select on frozen_copy to samspel_app;
      grant select on consent, consent_recipient, disclosure to samspel_definer;
      grant select, update on disclosure_recipient to samspel_definer;
      grant insert on frozen_copy to samspel_definer;
      grant select (id, case_id, organisation_id, purge_after, purged_at), update (content, purged_at) on frozen_copy to samspel_worker;

      alter table consent enable row level security, force row level security;
      create policy members on consent for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent.case_id));
      create policy members_withdraw on consent for update to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent.case_id));
      -- Each authority obtains consent for what it discloses itself.
      create policy discloser_records on consent for insert to samspel_app
        with check (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent.case_id
          and a.organisation_id = disclosing_organisation_id));
      create policy definer on consent for select to samspel_definer using (true);
      alter table consent_recipient enable row level security, force row level security;
      create policy members on consent_recipient to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = consent_recipient.case_id));
      create policy definer on consent_recipient for select to samspel_definer using (true);

      -- Sender, receivers that still have it, and the person. The recipient rows carry the sender so that neither policy asks the other's table back.
      alter table disclosure_recipient enable row level security, force row level security;
      create policy parties on disclosure_recipient for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = disclosure_recipient.case_id
          and (a.via = 'SUBJECT' or a.organisation_id = from_organisation_id or (a.organisation_id = disclosure_recipient.organisation_id and ended_at is null))));
      create policy sender_adds on disclosure_recipient for insert to samspel_app
        with check (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = disclosure_recipient.case_id and a.organisation_id = from_organisation_id));
      create policy definer on disclosure_recipient to samspel_definer using (true) with check (true);

      alter table disclosure enable row level security, force row level security;
      create policy parties on disclosure for select to samspel_app
        using (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = disclosure.case_id
          and (a.via = 'SUBJECT' or a.organisation_id = from_organisation_id or exists (
            select 1 from disclosure_recipient r where r.disclosure_id = disclosure.id and r.organisation_id = a.organisation_id and r.ended_at is null))));
      create policy sender_adds on disclosure for insert to samspel_app
        with check (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = disclosure.case_id and a.organisation_id = from_organisation_id));
      create policy definer on disclosure for select to samspel_definer using (true);

      -- Not through the case: whoever keeps the unit's records fetches it after the case has closed to them.
      alter table frozen_copy enable row level security, force row level security;
      create policy records_function on frozen_copy for select to samspel_app
        using (exists (select 1 from assignment s where s.id = app.actor_id() and s.unit_id = frozen_copy.unit_id and 'records' = any (s.functions)));
      create policy definer on frozen_copy for insert to samspel_definer with check (true);
      create policy worker on frozen_copy to samspel_worker using (true) with check (true);

      -- Whether the person has said yes, for the team and for an invited unit's intake, who may not read the consent itself. Anybody else gets null.
      create function app.covering_consent(asked_case uuid, discloser uuid, receiver uuid, category text) returns uuid
        language sql stable security definer set search_path = public as $$
          select k.id from consent k join consent_recipient r on r.consent_id = k.id
          where k.case_id = asked_case and k.disclosing_organisation_id = discloser and r.organisation_id = receiver
            and k.withdrawn_at is null and app.domain_today() between k.valid_from and k.valid_to
            and (category is null or category = any (k.information_categories))
            and (exists (select 1 from case_access a where a.actor_id = app.actor_id() and a.case_id = asked_case)
              or exists (select 1 from care_team_invitation i join assignment s on s.unit_id = i.unit_id
                         where i.case_id = asked_case and i.state = 'PENDING' and s.id = app.actor_id() and 'intake' = any (s.functions)))
          order by k.valid_to desc, k.id limit 1 $$;
      alter function app.covering_consent(uuid, uuid, uuid, text) owner to samspel_definer;
      revoke execute on function app.covering_consent(uuid, uuid, uuid, text) from public;
      grant execute on function app.covering_consent(uuid, uuid, uuid, text) to samspel_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function app.covering_consent(uuid, uuid, uuid, text); drop table frozen_copy, disclosure_recipient, disclosure, consent_recipient, consent;`,
    );
  }
}
