import type { CaseScope, HandoverMove } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import { conflict, type Problem } from '../platform/problem/problem.ts';
import { PENDING } from './handover.queries.ts';
import { moved } from './handover.rules.ts';
import { handoverRow, type HandoverRow, move } from './handover.store.ts';

/** 409 while somebody has been asked to take over and has not answered. Ask with the case locked. `scope` absent: of any kind. */
export async function requireNothingPending(tx: Tx, caseId: string, scope: CaseScope | null = null): Promise<void> {
  const pending = await tx.query<unknown[]>(
    `select 1 from handover h where h.case_id = $1 and h.state in ${PENDING} and ($2::text is null or h.scope = $2)`,
    [caseId, scope],
  );
  if (pending.length) throw handoverPending();
}

export const handoverPending = (): Problem =>
  conflict(
    'handover.pending',
    'En överlämning väntar på svar',
    'Någon har fått frågan att ta över. Ångra överlämningen först, eller vänta på svaret.',
  );

/** Which arrow ends a handover whose case is closed, by what it waits for. */
const ENDING: readonly HandoverMove[] = ['complete', 'fail', 'hand-on', 'close', 'revoke'];

/** No clock runs on in a closed case: loops that are open close with it, and the actor's own draft is thrown away. `now`: domain time. */
export async function endHandoversWithCase(tx: Tx, actor: StaffActor, caseId: string, now: Date): Promise<void> {
  const open = await tx.query<{ id: string }[]>(
    `select id from handover where case_id = $1 and closed_at is null and (state <> 'DRAFT' or from_assignment_id = $2) order by id`,
    [caseId, actor.id],
  );
  for (const { id } of open) {
    const row = await handoverRow(tx, actor, id);
    if (row) await end(tx, actor, row, now);
  }
}

async function end(tx: Tx, actor: StaffActor, row: HandoverRow, now: Date): Promise<void> {
  const along = ENDING.find((each) => moved(row, each));
  const ended = along === 'close' ? {} : { endedAt: now };
  const awake = { heldFrom: null, heldAt: null, heldUntil: null };
  if (along) await move(tx, actor, row, along, { ...awake, ...ended, closedAt: now }, 'CASE_CLOSED');
}
