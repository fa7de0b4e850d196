import { PENDING_STATES } from '@samspel/shared/handover/handover.ts';
import { staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import { readsItem } from './handed-over-activity.ts';
import { metadataPairs } from './handover-metadata.sql.ts';
import { previewJson } from './preview.sql.ts';

/** SQL text. */
export const PENDING = `(${PENDING_STATES.map((state) => `'${state}'`).join(', ')})`;

/** SQL text: what `me` (the reader's assignment) is to the handover `h`. Found here, through the actor, and not trusted from row security. */
const RELATION = `lateral (select
    exists (select 1 from participation p where p.case_id = h.case_id and p.assignment_id = me.id and p.until_at is null) as in_team,
    me.unit_id = h.to_unit_id and 'intake' = any (me.functions) as at_intake,
    h.from_organisation_id = h.to_organisation_id or app.covering_consent(h.case_id, h.from_organisation_id, h.to_organisation_id, null) is not null as covered) rel`;

/** SQL text over `h`, `me` and `rel`: whether the reader may read the words (`mayReadWords`). */
const READS_WORDS = `(rel.in_team and (me.organisation_id = h.from_organisation_id
    or me.organisation_id = h.to_organisation_id and h.accepted_by_assignment_id is not null)
  or h.state in ${PENDING} and rel.covered and (h.nominee_assignment_id = me.id or rel.at_intake))`;

/** SQL text: the facts of `handover.policy.ts`, and what every read needs to log. */
const FACTS = `json_build_object('state', h.state, 'heldFrom', h.held_from, 'closedAt', ${instantJson('h.closed_at')}, 'ownerLost', h.owner_lost, 'origin', h.origin,
  'fromAssignmentId', h.from_assignment_id, 'fromOrganisationId', h.from_organisation_id, 'toOrganisationId', h.to_organisation_id,
  'accountableId', h.accountable_assignment_id, 'nomineeId', h.nominee_assignment_id, 'receivedBy', h.received_by_assignment_id,
  'acceptedBy', h.accepted_by_assignment_id, 'answeredBy', h.answered_by_assignment_id, 'inTeam', rel.in_team, 'atIntake', rel.at_intake,
  'supervisesSender', me.role = 'SUPERVISOR' and me.organisation_id = h.from_organisation_id,
  'supervisesReceiver', me.role = 'SUPERVISOR' and me.organisation_id = h.to_organisation_id)`;

const TEAM_NAME = `(select n.given_name || ' ' || n.family_name from coordination_case c join person n on n.id = c.person_id where c.id = h.case_id)`;

/** SQL text: the activity's words for those in the team who read them, and for nobody else. */
const ACTIVITY = `case when h.activity_id is not null then json_build_object('id', h.activity_id,
  'text', (select i.content->>'text' from plan_item i where i.id = h.activity_id and rel.in_team and ${readsItem('me', 'i')})) end`;

/** SQL text: one `StoredRow` of the handover `h`, read by `me`. */
const ROW = `json_build_object(${metadataPairs('h')}, 'activity', ${ACTIVITY}, 'facts', ${FACTS}, 'loggedCaseId', h.case_id, 'caseId', case when rel.in_team then h.case_id end,
  'personName', case when rel.in_team then ${TEAM_NAME} end)`;

/** SQL text: a JSON array of `StoredRow`. `where` speaks of `h`, `me` and `rel`; `order` of `h`. Expressions written in code. */
export const handoverRowsJson = (reader: string, where: string, order: string, limit = 1000): string => `
  (select coalesce(json_agg(picked.item order by picked.place), '[]') from (
     select ${ROW} as item, row_number() over (order by ${order}) as place
     from assignment me join handover h on true cross join ${RELATION} where me.id = ${reader} and ${where} order by ${order} limit ${limit}) picked)`;

/** The baton's history in one case: what was sent, and the reader's own drafts. */
export const ofCase = (caseId: string): string => `h.case_id = ${caseId} and rel.in_team and (h.state <> 'DRAFT' or h.from_assignment_id = me.id)`;

/** Waits for an answer, or for its loop to close: what the case itself is about, not its activities. */
export const openInCase = (caseId: string): string => `h.case_id = ${caseId} and rel.in_team and h.scope <> 'ACTIVITY'
  and h.state <> 'DRAFT' and h.closed_at is null`;

/** Waits for the reader's intake or for the reader by name, and its consent stands. Each half has an index of its own. */
export const waitsForReader = (reader: string): string => `rel.covered and h.id = any (array(
    select named.id from handover named where named.nominee_assignment_id = ${reader} and named.state in ${PENDING}
    union all
    select queued.id from assignment serving join handover queued on queued.to_unit_id = serving.unit_id and queued.state in ${PENDING}
    where serving.id = ${reader} and 'intake' = any (serving.functions)))`;

/** Waits on the reader as sender (a question, an outcome to see) or as new owner (a first contact to make). */
export const waitsOnSender = (reader: string): string => `rel.in_team and h.closed_at is null
  and h.case_id = any (array(select mine.case_id from participation mine where mine.assignment_id = ${reader} and mine.until_at is null))
  and (h.from_assignment_id = me.id and h.state in ('NEEDS_INFO', 'COMPLETED', 'FAILED')
    or h.accepted_by_assignment_id = me.id and h.state = 'ACCEPTED')`;

const QUESTIONS = `(select coalesce(json_agg(json_build_object('id', q.id, 'question', q.question, 'askedBy', ${staffRefJson('q.asked_by_assignment_id')},
    'askedAt', ${instantJson('q.asked_at')}, 'answer', q.answer, 'answeredBy', ${staffRefJson('q.answered_by_assignment_id')},
    'answeredAt', ${instantJson('q.answered_at')}) order by q.asked_at, q.id), '[]') from handover_question q where q.handover_id = h.id)`;

const HISTORY = `(select coalesce(json_agg(json_build_object('act', t.act, 'at', ${instantJson('t.effective_at')}, 'by', ${staffRefJson('t.actor_assignment_id')},
    'fromState', t.from_state, 'toState', t.to_state, 'reasonCode', t.reason_code, 'court', t.court) order by t.effective_at, t.id), '[]')
  from handover_transition t where t.handover_id = h.id)`;

const CONTENT = `(select json_build_object('asked', w.asked, 'reason', w.reason, 'checklist', w.checklist, 'preview', coalesce(w.preview::json, (${previewJson('h', 'w')})),
    'answers', w.answers, 'declineText', w.decline_text, 'holdReason', w.hold_reason, 'outcome', w.outcome)
  from handover_content w where w.handover_id = h.id)`;

/** One handover as a `StoredHandover`: $1 the handover, $2 the reader. Nothing for readers without any relation; the policy says the rest. */
export const HANDOVER = `
  select json_build_object('row', ${ROW}, 'ownerDays', template.owner_days, 'previousId', h.previous_handover_id,
    'personName', case when rel.in_team then ${TEAM_NAME} when ${READS_WORDS} then app.person_of_handover(h.id) end,
    'nominatedBy', ${staffRefJson('h.nominated_by_assignment_id')}, 'acceptedBy', ${staffRefJson('h.accepted_by_assignment_id')},
    'receivedAt', ${instantJson('h.received_at')}, 'acceptedAt', ${instantJson('h.accepted_at')}, 'firstContactOn', h.first_contact_on,
    'firstContactAt', ${instantJson('h.first_contact_at')}, 'warm', h.first_contact_warm, 'endedAt', ${instantJson('h.ended_at')},
    'closedAt', ${instantJson('h.closed_at')}, 'declineCode', h.decline_code,
    'suggestedUnit', (select json_build_object('id', s.id, 'name', s.name) from unit s where s.id = h.suggested_unit_id),
    'content', case when ${READS_WORDS} then ${CONTENT} end, 'questions', case when ${READS_WORDS} then ${QUESTIONS} else '[]' end,
    'history', ${HISTORY}) as stored
  from assignment me join handover h on h.id = $1::uuid join link_template template on template.id = h.template_id cross join ${RELATION}
  where me.id = $2::uuid and (h.state <> 'DRAFT' or rel.in_team and h.from_assignment_id = me.id)`;
