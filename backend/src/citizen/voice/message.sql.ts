import { staffRefJson } from '../../organisation/refs.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';

/** SQL text: the organisation `reader` reads the item `item`. Arguments are SQL expressions written in code. */
export const readsItem = (item: string, reader: string): string =>
  `(${item}.organisation_id is null or ${item}.organisation_id = ${reader} or ${reader} = any (${item}.audience))`;

const WORDS = `coalesce(item.content->>'text', item.content->>'became', '')`;

/**
 * SQL text: one `StoredMessage` per message that a participant of the organisation `reader` may read in the case `caseId`. What is answered
 * stays in the organisation that answered.
 */
export const readableMessages = (caseId: string, reader: string): string => `
  select m.state, m.due_at, m.made_at, m.id, json_build_object('id', m.id, 'kind', m.kind, 'itemId', item.id, 'handoverId', m.handover_id,
      'about', case when item.id is not null then ${WORDS} end, 'reason', m.reason, 'text', m.text, 'madeAt', ${instantJson('m.made_at')},
      'recorded', case when m.recorded_form is not null then json_build_object('by', ${staffRefJson('m.recorded_by_assignment_id')}, 'form', m.recorded_form) end,
      'state', m.state, 'responsible', ${staffRefJson('m.responsible_assignment_id')}, 'dueAt', ${instantJson('m.due_at')},
      'answer', case when exists (select 1 from assignment by where by.id = m.answered_by_assignment_id and by.organisation_id = ${reader}) then m.answer end,
      'answeredBy', ${staffRefJson('m.answered_by_assignment_id')}, 'answeredAt', ${instantJson('m.answered_at')}, 'version', m.version) as message
  from person_message m left join plan_item item on item.id = m.item_id and item.shared_at is not null and ${readsItem('item', reader)}
  where m.case_id = ${caseId} and (m.kind <> 'LOG_QUESTION' or m.organisation_id = ${reader})
    and (m.kind not in ('COMMENT', 'OBJECTION') or item.id is not null)`;

const OPEN_MESSAGES = (caseId: string, reader: string): string => `(
  select coalesce(json_agg(waiting.message order by waiting.due_at, waiting.id), '[]')
  from (select * from (${readableMessages(caseId, reader)}) readable where readable.state = 'OPEN' order by readable.due_at, readable.id limit 100) waiting)`;

const LATEST_RATINGS = (caseId: string): string => `(
  select coalesce(json_agg(json_build_object('on', latest.rated_on, 'value', latest.value, 'recordedForm', latest.recorded_form) order by latest.rated_on), '[]')
  from (select * from person_rating r where r.case_id = ${caseId} order by r.rated_on desc limit 12) latest)`;

/** SQL text: a `StoredVoice`, for the page of the case. */
export const voiceJson = (caseId: string, reader: string): string =>
  `json_build_object('openMessages', ${OPEN_MESSAGES(caseId, reader)}, 'ratings', ${LATEST_RATINGS(caseId)})`;
