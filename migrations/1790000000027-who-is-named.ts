import type { MigrationInterface, QueryRunner } from 'typeorm';

/** SQL: whoever reads an item may better it, within what is theirs to decide; `more` are further refusals. */
const guard = (more: string): string => `
  create or replace function app.guard_item() returns trigger language plpgsql set search_path = public, pg_temp as $$
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
        ${more}
        -- What the person says later takes the place of what they said before, whoever wrote that down.
        when new.removed_at is distinct from old.removed_at and not own and old.kind <> 'WHAT_MATTERS' then 'it is its own organisation''s to remove' end;
      if refusal is not null then raise exception '%', refusal using errcode = '42501'; end if;
      return new;
    end $$;`;

/** Who is named to whom: an organisation's staff to the person, and to the team whoever wrote or agreed for the person. */
export class WhoIsNamed1790000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The log owes the person the organisation, unit, role and purpose; the name only where it is needed and weighs more (CJEU C-579/21).
      alter table organisation add column names_staff boolean not null default true;

      -- Null: the person themself. Else who acted for them, as far as the words stand or the agreement was given.
      alter table plan_item add column made_by_person_id uuid references person,
        add constraint made_for_the_person check (made_by_person_id is null or author_person_id is not null and made_by_person_id <> author_person_id);
      alter table plan_agreement add column made_by_person_id uuid references person,
        add constraint made_for_the_person check (made_by_person_id is null
          or person_id is not null and recorded_by_assignment_id is null and made_by_person_id <> person_id);
      grant update (made_by_person_id) on plan_item to samspel_app;
      create policy made_by_who_may on plan_item as restrictive for insert to samspel_app
        with check (made_by_person_id is null or app.represents(made_by_person_id, author_person_id));
      create policy made_by_who_may on plan_agreement as restrictive for insert to samspel_app
        with check (made_by_person_id is null or app.represents(made_by_person_id, person_id));
      -- Asked of a new hand alone: what was written stays theirs when the right has ended.
      ${guard(`when new.made_by_person_id is distinct from old.made_by_person_id and not (coalesce(old.author_person_id = app.actor_id(), false)
          and (new.made_by_person_id is null or app.represents(new.made_by_person_id, old.author_person_id))) then 'nobody writes in another''s name'`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${guard('')}
      drop policy made_by_who_may on plan_agreement; drop policy made_by_who_may on plan_item;
      alter table plan_agreement drop column made_by_person_id;
      alter table plan_item drop column made_by_person_id;
      alter table organisation drop column names_staff;
    `);
  }
}
