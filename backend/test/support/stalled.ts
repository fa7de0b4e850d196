import type { HandoverState } from '@samspel/shared/handover/handover.ts';
import { isPending } from '@samspel/shared/handover/handover.ts';
import { type ClockFacts, dueWhenAccepted, dueWhenOffered, timing } from '../../src/handover/handover.clock.ts';
import type { RunningApp } from './app.ts';
import { behindTheLocks } from './database.ts';

const LIMITS = { receiptDays: 1, ownerDays: 3, firstContactDays: 5, loopDays: 30 };

interface Stored {
  state: HandoverState;
  ownerLost: boolean;
}

/** Sets a handover's clock as the acts would have, had its present stage begun at `began` under the general limits. `fired`: rungs already climbed. */
export async function runClock({ database }: Pick<RunningApp, 'database'>, id: string, began: Date, fired: string[] = []): Promise<void> {
  const [row] = await behindTheLocks<Stored & { epoch: number }>(
    database,
    'select state, owner_lost as "ownerLost", epoch from handover where id = $1',
    [id],
  );
  const { state, ownerLost, epoch } = row!;
  const accepted = !isPending(state);
  const facts: ClockFacts = {
    ...{ state, ownerLost, epoch, fired, heldFrom: null, heldUntil: null, heldSeconds: 0, closeAt: null, closedAt: null },
    ...{ offeredAt: began, ...dueWhenOffered(began, LIMITS, null) },
    ...{ acceptedAt: accepted ? began : null, firstContactAt: state === 'IN_PROGRESS' ? began : null },
    ...(accepted ? dueWhenAccepted(began, LIMITS) : { firstContactDueAt: null, loopDueAt: null }),
  };
  const time = timing(facts);
  await behindTheLocks(
    database,
    `update handover set offered_at = $2, receipt_due_at = $3, owner_due_at = $4, accepted_at = $5, first_contact_at = $6, first_contact_due_at = $7, loop_due_at = $8,
       fired = $9, next_timer = $10, next_timer_at = $11, stage_started_at = $12, stalled_from = $13 where id = $1`,
    [
      ...[id, began, facts.receiptDueAt, facts.ownerDueAt, facts.acceptedAt, facts.firstContactAt, facts.firstContactDueAt, facts.loopDueAt],
      ...[fired, time.nextTimer, time.nextTimerAt, time.stageStartedAt, time.stalledFrom],
    ],
  );
  await behindTheLocks(database, 'update handover_transition set effective_at = $2 where handover_id = $1', [id, began]);
}
