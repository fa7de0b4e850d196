import type { Actor } from '../access/actor.ts';
import type { Tx } from '../platform/database/database.ts';
import { tellOfEnded } from './stopping.ts';

/** Alone in its statement, as in `stopUncoveredHandovers`. */
const REVOKE = 'select handover_id as id, received_by as "receivedBy" from app.revoke_moot_handovers($1)';

/**
 * What waited to be taken over ends by itself once there is nothing to take over: call it, with the case locked, in the act that completed,
 * cancelled or removed the activity or made somebody else its owner, after the change. Does nothing while the sender still holds it.
 */
export async function revokeForActivity(tx: Tx, actor: Actor, activityId: string): Promise<void> {
  const revoked = await tx.query<{ id: string; receivedBy: string | null }[]>(REVOKE, [activityId]);
  await tellOfEnded(tx, actor, 'handover.revoked', revoked);
}
