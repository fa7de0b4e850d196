import type { StaffActor } from '../access/actor.ts';
import type { Gate } from '../access/gate.ts';
import { handoverForUpdate, type HandoverRow, wrongState } from '../handover/handover.store.ts';
import type { Tx } from '../platform/database/database.ts';
import { isWaitedFor } from './stalled.rules.ts';
import { maySupervise } from './stalled.policy.ts';

/** The handover a supervisor acts on, locked; 404 for everybody but the supervisors of its two sides. */
export async function supervised(tx: Tx, gate: Gate, actor: StaffActor, id: string): Promise<HandoverRow> {
  const handover = await handoverForUpdate(tx, actor, id);
  gate.requireVisible(maySupervise(handover));
  return handover;
}

/** 409 `handover.state` when nobody is waited for any more. */
export function requireWaitedFor({ state }: HandoverRow): void {
  if (!isWaitedFor(state)) throw wrongState(state);
}
