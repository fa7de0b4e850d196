import type { HandoverState } from '@samspel/shared/handover/handover.ts';
import { isPending } from '@samspel/shared/handover/handover.ts';
import { allowed, type Decision, refused } from '../access/gate.ts';
import { isWaitedFor, nudgedRecently } from './stalled.rules.ts';

/** What decides a supervisor's acts on a handover. */
export interface Supervised {
  state: HandoverState;
  supervisesSender: boolean;
  supervisesReceiver: boolean;
}

/** Supervisors of the two sides, once it is sent; for everybody else there is no such row. */
export function maySupervise({ state, supervisesSender, supervisesReceiver }: Supervised): Decision {
  return state !== 'DRAFT' && (supervisesSender || supervisesReceiver) ? allowed : refused('not_visible');
}

export function mayName({ state, supervisesReceiver }: Supervised): Decision {
  if (!supervisesReceiver) return refused('not_receiver');
  return isPending(state) ? allowed : refused('answered');
}

export function mayNudge({ state }: Supervised, lastNudge: Date | null, now: Date): Decision {
  if (!isWaitedFor(state)) return refused('nobody_waited_for');
  return nudgedRecently(lastNudge, now) ? refused('nudged_recently') : allowed;
}

/** Between organisations: within one, both sides are one's own. */
export function mayEscalate({ state, supervisesSender, supervisesReceiver }: Supervised, already: boolean): Decision {
  if (!isWaitedFor(state)) return refused('nobody_waited_for');
  if (supervisesSender && supervisesReceiver) return refused('own_organisation');
  return already ? refused('escalated') : allowed;
}
