import type { StaffActor } from '../access/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import type { HandoverRow } from './handover.store.ts';

type ReceiversWords = { answers: string } | { decline_text: string };

/** What the receiver says. A handover that somebody's absence or a supervisor began has no words of a sender, so these may be its first. */
export async function writeReceiversWords(tx: Tx, actor: StaffActor, { id, caseId }: HandoverRow, words: ReceiversWords): Promise<void> {
  const [[column, value]] = Object.entries(words) as [[string, string]];
  await tx.query(
    `insert into handover_content (handover_id, case_id, organisation_id, author_assignment_id, ${column}) values ($1, $2, $3, $4, $5)
     on conflict (handover_id) do update set ${column} = excluded.${column}`,
    [id, caseId, actor.organisationId, actor.id, value],
  );
}
