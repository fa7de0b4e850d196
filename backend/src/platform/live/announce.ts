import type { Tx } from '../database/database.ts';

export const LIVE_CHANNEL = 'samspel_live';

/**
 * Something changed: a type, an id and perhaps a version, never content. `to`: only these actors, who may just have lost access.
 * `clock`: the demo's day moved, for everybody; a process that hears it has loaded the new day before it passes it on.
 */
export interface LiveEvent {
  type: 'case' | 'my-day' | 'invitations' | 'stalled' | 'session' | 'clock';
  ref: string;
  version?: number;
  to?: string[];
  /** The receiver's stream ends after this event, so that what they may see is decided anew. */
  gone?: boolean;
}

/** Sent when the transaction commits, to every process; nothing is sent when it rolls back. */
export async function announce(tx: Tx, event: LiveEvent): Promise<void> {
  await tx.query('select pg_notify($1, $2)', [LIVE_CHANNEL, JSON.stringify(event)]);
}
