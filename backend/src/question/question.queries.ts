import type { StaffActor } from '../access/actor.ts';
import { availability } from '../access/availability.ts';
import type { CaseFacts } from '../case/case-facts.ts';
import { staffRefJson } from '../organisation/refs.sql.ts';
import { instantJson } from '../platform/database/instant.sql.ts';
import type { Tx } from '../platform/database/database.ts';
import type { QuestionView } from './question.dto.ts';
import { type QuestionFacts, questionDecisions } from './question.policy.ts';

export type StoredQuestion = Omit<QuestionView, 'actions' | 'blocked' | 'mine'>;

export interface QuestionRow extends QuestionFacts {
  id: string;
  caseId: string;
  askerOrganisationId: string;
}

const MOST = 200;

/** SQL text: `reader` is one of the two, and the case has not been closed to their organisation since. */
const isPartyTo = (reader: string): string => `(${reader} = q.asker_assignment_id and q.asker_organisation_id <> all (q.closed_to)
  or ${reader} = q.receiver_assignment_id and q.receiver_organisation_id <> all (q.closed_to))`;

/** SQL text: the questions of a case that `reader` has asked or been asked, as `StoredQuestion`s. Arguments are SQL expressions written in code. */
export const questionsJson = (caseId: string, reader: string, only = 'true'): string => `
  (select coalesce(json_agg(own.question order by own.answered, own.asked_at desc, own.id desc), '[]') from (
    select q.id, q.asked_at, q.answered_at is not null as answered, json_build_object('id', q.id, 'asker', ${staffRefJson('q.asker_assignment_id')},
      'receiver', ${staffRefJson('q.receiver_assignment_id')}, 'text', q.text, 'askedAt', ${instantJson('q.asked_at')}, 'seenAt', ${instantJson('q.seen_at')},
      'answer', q.answer, 'answeredAt', ${instantJson('q.answered_at')}) as question
    from team_question q where q.case_id = ${caseId} and ${isPartyTo(reader)} and ${only}
    order by q.answered_at is not null, q.asked_at desc limit ${MOST}) own)`;

/** SQL text for `only`: those that wait for an answer. */
export const UNANSWERED = 'q.answered_at is null';

const ONE = `
  select q.id, q.case_id as "caseId", q.asker_assignment_id as "askerId", q.asker_organisation_id as "askerOrganisationId", q.receiver_assignment_id as "receiverId",
    q.seen_at is not null as seen, q.answered_at is not null as answered
  from team_question q join case_access me on me.case_id = q.case_id and me.actor_id = $2 and me.via = 'PARTICIPANT'
  where q.id = $1 and ${isPartyTo('$2::uuid')}`;

/** Undefined when there is none, or row security hides it. */
export async function questionRow(tx: Tx, actor: StaffActor, id: string): Promise<QuestionRow | undefined> {
  const [row] = await tx.query<QuestionRow[]>(ONE, [id, actor.id]);
  return row;
}

export function questionView(actor: StaffActor, facts: CaseFacts, stored: StoredQuestion): QuestionView {
  const { asker, receiver, seenAt, answeredAt } = stored;
  const standing = { askerId: asker.assignmentId, receiverId: receiver.assignmentId, seen: seenAt !== null, answered: answeredAt !== null };
  return { ...stored, mine: asker.assignmentId === actor.id, ...availability(questionDecisions(actor, facts, standing)) };
}
