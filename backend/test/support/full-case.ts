import { withClient } from '../../src/platform/database/provision.ts';
import type { RunningApp } from './app.ts';
import { fullPlan, newPlanIds } from './full-plan.ts';
import { makeHandover } from './handover.ts';
import { makeCase, type Town, type TownCase } from './town.ts';

/** A case with at least one row in every table that can hold case data, arranged behind the locks. */
export async function fillEveryCaseTable(running: Pick<RunningApp, 'app' | 'database'>, town: Town): Promise<TownCase> {
  const made = await makeCase(running, town, { person: 'eva' });
  const { caseId, personId, consents } = made;
  const karin = town.staff['karin.fk']!;
  const lena = town.staff['lena.region']!;
  // From fk to the region, so that nobody else's supervisors see it.
  const handoverId = await makeHandover(running, town, caseId, { to: 'lena.region' });
  const rows: [sql: string, values: unknown[]][] = [
    ...fullPlan(town, made, newPlanIds()),
    [`insert into case_ambition (case_id, level, set_by_assignment_id) values ($1, 'JOINT_ACTION', $2)`, [caseId, karin.assignmentId]],
    [`insert into person_registration (person_id, organisation_id, given_name, family_name, registered_by_assignment_id) values ($1, $2, 'Eva', 'Lind', $3)`, [personId, karin.organisationId, karin.assignmentId]],
    [`insert into care_team_invitation (case_id, organisation_id, unit_id, preview, invited_by_assignment_id, state, answered_at) values ($1, $2, $3, '{}', $4, 'ACCEPTED', now())`, [caseId, town.organisation.kommun, town.unit.kommun, karin.assignmentId]],
    [`insert into join_request (case_id, organisation_id, requested_by_assignment_id, reason, asked_form, asked_on) values ($1, $2, $3, 'x', 'ORAL', '2026-11-01')`, [caseId, lena.organisationId, lena.assignmentId]],
    [`insert into coordinator_request (case_id, asked_assignment_id, asked_by_assignment_id) values ($1, $2, $3)`, [caseId, lena.assignmentId, karin.assignmentId]],
    [`insert into case_contact (case_id, kind, name, recorded_by_assignment_id) values ($1, 'EMPLOYER', 'Gunilla Rask', $2)`, [caseId, karin.assignmentId]],
    [`insert into journal_mark (case_id, assignment_id, day) values ($1, $2, '2026-11-20')`, [caseId, karin.assignmentId]],
    [`insert into frozen_copy (case_id, organisation_id, unit_id, reference, content, purge_after) values ($1, $2, $3, 'S-1', '[]', '2027-01-01')`, [caseId, lena.organisationId, lena.unitId]],
    [`insert into case_note (id, case_id, organisation_id, author_assignment_id, kind, text) values (uuidv7(), $1, $2, $3, 'ORGANISATION', 'x')`, [caseId, karin.organisationId, karin.assignmentId]],
    [`with d as (insert into disclosure (case_id, from_organisation_id, consent_id, subject_kind, subject_id, subject_version, information_category, content, disclosed_by_assignment_id)
        values ($1, $2, $3, 'NOTE', uuidv7(), 1, 'WORK', '{}', $4) returning id)
      insert into disclosure_recipient (disclosure_id, case_id, from_organisation_id, organisation_id) select id, $1, $2, $5 from d`, [caseId, karin.organisationId, consents.fk, karin.assignmentId, lena.organisationId]],
    [`insert into timeline_event (case_id, kind, occurred_at, actor_assignment_id, organisation_id) values ($1, 'case.opened', now(), $2, $3)`, [caseId, karin.assignmentId, karin.organisationId]],
    [`insert into notice (case_id, recipient_assignment_id, kind) values ($1, $2, 'note.disclosed')`, [caseId, karin.assignmentId]],
    [`insert into draft (owner_id, key, text) values ($1, 'note', 'x')`, [karin.assignmentId]],
    [`insert into audit_event (actor_kind, actor_id, purpose, action, case_id, field_class) values ('STAFF', $2, 'COORDINATION', 'case.read', $1, 'CASE')`, [caseId, karin.assignmentId]],
    [`insert into handover_question (handover_id, case_id, question, asked_by_assignment_id) values ($1, $2, 'x', $3)`, [handoverId, caseId, lena.assignmentId]],
    [`insert into handover_pause (handover_id, assignment_id, until) values ($1, $2, '2026-12-01')`, [handoverId, town.staff['maria.chef.fk']!.assignmentId]],
    [`with a as (insert into alert (handover_id, case_id, rung, epoch, due_at) values ($1, $2, 'LIMIT', 1, now()) returning id)
      insert into alert_recipient (alert_id, assignment_id) select id, $3 from a`, [handoverId, caseId, karin.assignmentId]],
    [`insert into person_message (case_id, person_id, kind, reason, made_by_person_id, responsible_assignment_id, due_at) values ($1, $2, 'STOP', 'OTHER', $2, $3, now())`, [caseId, personId, karin.assignmentId]],
    [`insert into person_rating (case_id, person_id, value, made_by_person_id) values ($1, $2, 7, $2)`, [caseId, personId]],
    [`insert into person_mail (person_id, email) values ($1, 'eva@example.com')`, [personId]],
    [`insert into team_question (case_id, asker_assignment_id, asker_organisation_id, receiver_assignment_id, receiver_organisation_id, text) values ($1, $2, $3, $4, $5, 'x')`, [caseId, karin.assignmentId, karin.organisationId, lena.assignmentId, lena.organisationId]],
    [`with r as (insert into person (given_name, family_name) values ('Bengt', 'Lind') returning id)
      insert into person_representative (case_id, person_id, representative_person_id, kind, basis, valid_from, valid_to, registered_by_assignment_id)
        select $1, $2, id, 'OMBUD', 'Fullmakt', '2026-01-01', '2099-01-01', $3 from r`, [caseId, personId, karin.assignmentId]],
    [`insert into consent_proposal (case_id, disclosing_organisation_id, proposed_by_assignment_id, purpose, information_categories, recipients, valid_to, text_version)
        values ($1, $2, $3, 'x', '{WORK}', array[$4::uuid], '2099-01-01', '2026-11')`, [caseId, karin.organisationId, karin.assignmentId, lena.organisationId]],
  ]; // prettier-ignore
  await withClient(running.database.adminUrl, async (client) => {
    for (const [sql, values] of rows) await client.query(sql, values);
  });
  return made;
}
