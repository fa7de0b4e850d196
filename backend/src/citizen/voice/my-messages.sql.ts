import { organisationRefById } from '../../organisation/refs.sql.ts';
import { instantJson } from '../../platform/database/instant.sql.ts';
import { myWords, SHOWN_KINDS } from './my-items.ts';

/** As it was last published to the person; before that, their own words as they stand. */
const ABOUT = `(
  select case when about.words is not null then json_build_object('words', about.words) end from (select coalesce(
    (select ${myWords('v.content')} from plan_version_item v join plan_version published on published.id = v.version_id
      where v.item_id = m.item_id and v.kind in ${SHOWN_KINDS} order by published.number desc limit 1),
    (select ${myWords('i.content')} from plan_item i where i.id = m.item_id
      and (i.author_person_id = me.actor_id or i.kind = 'WHAT_MATTERS' and i.shared_at is not null))) as words) about)`;

const colleague = (assignmentId: string, more = ''): string => `(
  select json_build_object('givenName', s.given_name, 'organisation', ${organisationRefById('a.organisation_id')}${more})
  from assignment a join staff_member s on s.id = a.staff_member_id join unit u on u.id = a.unit_id where a.id = ${assignmentId})`;

/** All that $1 has said over their cases, newest first. */
export const MY_MESSAGES = `
  select json_build_object('id', m.id, 'kind', m.kind, 'about', ${ABOUT}, 'reason', m.reason, 'text', m.text, 'madeAt', ${instantJson('m.made_at')},
    'recordedForm', m.recorded_form, 'state', m.state, 'responsible', ${colleague('m.responsible_assignment_id', `, 'phone', coalesce(s.phone, u.phone)`)},
    'dueAt', ${instantJson('m.due_at')}, 'answer', m.answer, 'answeredBy', ${colleague('m.answered_by_assignment_id')},
    'answeredAt', ${instantJson('m.answered_at')}) as message
  from case_access me join person_message m on m.case_id = me.case_id and m.person_id = me.actor_id
  where me.actor_id = $1 and me.via = 'SUBJECT' order by m.made_at desc, m.id desc limit 500`;

/** One of them, locked: an answer that comes at the same moment is first or second, never both. */
export const MINE = `
  select m.case_id as "caseId", m.state, m.responsible_assignment_id as "responsibleId"
  from person_message m join case_access me on me.case_id = m.case_id and me.actor_id = m.person_id and me.via = 'SUBJECT'
  where m.id = $1 and m.person_id = $2 for update of m`;
