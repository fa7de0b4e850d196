import type { HandoverScope, HandoverState } from '@samspel/shared/handover/handover.ts';
import { isPending } from '@samspel/shared/handover/handover.ts';
import type { RunningApp } from './app.ts';
import { behindTheLocks } from './database.ts';
import type { Town } from './town.ts';

export interface HandoverWish {
  scope?: HandoverScope;
  state?: Extract<HandoverState, 'DRAFT' | 'OFFERED' | 'RECEIVED' | 'NEEDS_INFO' | 'ACCEPTED' | 'IN_PROGRESS' | 'COMPLETED'>;
  /** Accounts. From acceptance `to` is the new owner; before it `nominee` has been asked by name. */
  from?: string;
  to?: string;
  nominee?: string;
  /** Who stands in, because the sender is lost. */
  standIn?: string;
}

const COURTS: Partial<Record<HandoverState, string>> = { DRAFT: 'SENDER', NEEDS_INFO: 'SENDER', COMPLETED: 'SENDER' };
const EPOCHS: Partial<Record<HandoverState, number>> = { ACCEPTED: 2, IN_PROGRESS: 3, COMPLETED: 4 };

const INSERT = `
  with made as (
    insert into handover (case_id, case_reference, scope, state, court, origin, owner_lost, from_assignment_id, from_unit_id, from_organisation_id, to_unit_id, to_organisation_id,
        accountable_assignment_id, nominee_assignment_id, accepted_by_assignment_id, answer_by, template_id, limits_version, offered_at, receipt_due_at, owner_due_at,
        accepted_at, first_contact_on, first_contact_at, first_contact_warm, first_contact_due_at, loop_due_at, ended_at, close_at, epoch, stage_started_at)
      select c.id, c.reference, $2, $3, $4, case when $10::uuid is null then 'OFFER' else 'OWNER_LOST' end, $10::uuid is not null, f.id, f.unit_id, f.organisation_id,
        t.unit_id, t.organisation_id, coalesce($10::uuid, case when $8 then t.id else f.id end), $7::uuid, case when $8 then t.id end, app.domain_today() + 5,
        l.id, l.limits_version, case when $3 <> 'DRAFT' then n end, case when $3 <> 'DRAFT' then n + interval '1 day' end, case when $3 <> 'DRAFT' then n + interval '3 days' end,
        case when $8 then n end, case when $8 then app.domain_today() + 2 end, case when $3 in ('IN_PROGRESS', 'COMPLETED') then n end,
        case when $3 in ('IN_PROGRESS', 'COMPLETED') then false end, case when $8 then n + interval '5 days' end,
        case when $8 then n + interval '30 days' end, case when $3 = 'COMPLETED' then n end, case when $3 = 'COMPLETED' then n + interval '30 days' end, $9, n
      from coordination_case c, assignment f, assignment t, app.domain_now() n, link_template l
      where c.id = $1 and f.id = $5 and t.id = $6 and num_nonnulls(l.from_kind, l.to_kind, l.from_unit_id, l.to_unit_id) = 0
      returning *),
  words as (
    insert into handover_content (handover_id, case_id, organisation_id, author_assignment_id, asked, reason, preview)
      select id, case_id, from_organisation_id, from_assignment_id, 'Uppdragstext', 'Skältext', case when state <> 'DRAFT' then jsonb_build_object('personName', 'Eva Lind', 'scope', scope,
          'asked', 'Uppdragstext', 'why', 'Skältext', 'answerBy', answer_by, 'date', app.domain_today(), 'checklist', '[]'::jsonb, 'sender', jsonb_build_object('name', 'Karin Berg',
          'title', 'Handläggare', 'unit', 'Försäkringskassan Sjöstad', 'organisation', 'Försäkringskassan', 'phone', null, 'email', null)) end from made),
  moved as (
    insert into handover_transition (handover_id, case_id, act, from_state, to_state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id, actor_assignment_id, court)
      select id, case_id, 'offer', 'DRAFT', state, scope, from_unit_id, to_unit_id, from_organisation_id, to_organisation_id, from_assignment_id, court from made where state <> 'DRAFT')
  select id from made`;

/** A handover in a case, arranged behind the locks, with words that are told apart ("Uppdragstext", "Skältext"); answers its id. No timers run on it. */
export async function makeHandover({ database }: Pick<RunningApp, 'database'>, town: Town, caseId: string, wish: HandoverWish = {}): Promise<string> {
  const { scope = 'CASE_OWNERSHIP', state = 'OFFERED', from = 'karin.fk', to = 'ahmed.af', nominee, standIn } = wish;
  const id = (hint: string | undefined): string | null => (hint ? town.staff[hint]!.assignmentId : null);
  const accepted = state !== 'DRAFT' && !isPending(state);
  const values = [caseId, scope, state, COURTS[state] ?? 'RECEIVER', id(from), id(to), id(nominee), accepted, EPOCHS[state] ?? 1, id(standIn)];
  const [made] = await behindTheLocks<{ id: string }>(database, INSERT, values);
  return made!.id;
}
