import type { MessageKind } from '@samspel/shared/citizen/voice.ts';
import type { NoticeKind } from '@samspel/shared/timeline/notice.ts';
import type { Pool, PoolClient } from 'pg';
import { announceChanged } from './announcing.ts';
import { inTransaction } from './in-transaction.ts';
import { reachedInstead } from './parties.ts';
import { MESSAGES_WITHOUT_ANSWER, REASSIGN, TOLD_OF_MESSAGES } from './plan-due.sql.ts';
import { BATCH } from './sweep.ts';

interface Waiting {
  id: string;
  caseId: string;
  kind: MessageKind;
  reference: string;
  responsibleId: string;
  /** Who is to answer instead, before it is asked who can be reached in their place. */
  answersId: string;
}

/** As when it was said. */
const NOTICES: Record<MessageKind, NoticeKind> = {
  STOP: 'person.stopped',
  CALL_ME: 'person.asked',
  WANT_MEETING: 'person.asked',
  COMMENT: 'person.remarked',
  OBJECTION: 'person.remarked',
  LOG_QUESTION: 'log.asked',
};

/** Whoever is to answer the person can do so: somebody who has left or is away is replaced, and the clock runs on. Answers how many moved. */
export function reassignMessages(pool: Pool): Promise<number> {
  return inTransaction(pool, reassign);
}

async function reassign(db: PoolClient): Promise<number> {
  const { rows } = await db.query<Waiting>(MESSAGES_WITHOUT_ANSWER, [BATCH]);
  if (!rows.length) return 0;
  const people = await reachedInstead(
    db,
    rows.map(({ answersId }) => answersId),
  );
  const moved = rows
    .map((row) => ({ ...row, responsible: people.get(row.answersId)! }))
    .filter(({ responsible, responsibleId }) => responsible !== responsibleId);
  if (!moved.length) return 0;
  await db.query(REASSIGN, [JSON.stringify(moved.map(({ id, responsible }) => ({ id, responsible })))]);
  await db.query(TOLD_OF_MESSAGES, [
    JSON.stringify(moved.map(({ kind, reference, responsible }) => ({ responsible, kind: NOTICES[kind], reference }))),
  ]);
  await announceChanged(db, {
    caseIds: moved.map(({ caseId }) => caseId),
    assignmentIds: moved.flatMap(({ responsible, responsibleId }) => [responsible, responsibleId]),
    organisationIds: [],
  });
  return moved.length;
}
