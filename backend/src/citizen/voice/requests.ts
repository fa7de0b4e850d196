import type { MessageKind } from '@samspel/shared/citizen/voice.ts';
import type { Tx } from '../../platform/database/database.ts';

/** The request of the kind that waits for an answer already, if any. Ask with the case locked. */
export async function waitingRequest(tx: Tx, caseId: string, kind: MessageKind): Promise<string | undefined> {
  const [waiting] = await tx.query<{ id: string }[]>(`select id from person_message where case_id = $1 and kind = $2 and state = 'OPEN'`, [
    caseId,
    kind,
  ]);
  return waiting?.id;
}
