import { Injectable } from '@nestjs/common';
import { HOLDS_IN_ROW } from '@samspel/shared/handover/handover.ts';
import type { StaffActor } from '../access/actor.ts';
import { Clock, dayIn } from '../platform/clock/clock.ts';
import { workingTimeBetween } from '../platform/clock/working-time.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { requireVersion } from '../platform/http/version.ts';
import { conflict, unprocessable } from '../platform/problem/problem.ts';
import { momentOf } from '../timeline/telling.rules.ts';
import type { FirstContactInput, HoldInput } from './handover-acts.dto.ts';
import { HandoverActs } from './handover-acts.ts';
import { closesAt, dueWhenAccepted } from './handover.clock.ts';
import { mayAcknowledge, mayFollowUp } from './handover.policy.ts';
import { isWarm, moved } from './handover.rules.ts';
import { type HandoverChange, type HandoverRow, move, wrongState } from './handover.store.ts';
import { whyNotContacted, whyNotUntil } from './handover.words.rules.ts';

/** After acceptance: the new owner's acts, and the sender's last look. */
@Injectable()
export class HandoverFollowUp {
  constructor(
    private readonly db: Database,
    private readonly acts: HandoverActs,
    private readonly clock: Clock,
  ) {}

  /** Whether it was warm follows from who was there. */
  recordFirstContact(actor: StaffActor, id: string, version: number, { on, present }: FirstContactInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayFollowUp);
      if (!moved(row, 'record-first-contact')) throw wrongState(row.state);
      requireVersion(row, version);
      const now = this.clock.now();
      const wrong = whyNotContacted(on, this.clock.today(), dayIn(row.offeredAt!));
      if (wrong.length) throw unprocessable(wrong, 'Välj en dag från att överlämningen skickades till och med i dag.');
      const made = momentOf(on, this.clock.today(), now);
      // The stage begins with acceptance at the earliest, also when they had met before.
      const change = { firstContactOn: on, firstContactAt: made > row.acceptedAt! ? made : row.acceptedAt!, warm: isWarm(present), holdsInRow: 0 };
      const contacted = await move(tx, actor, row, 'record-first-contact', change, change.warm ? 'WARM' : 'COLD');
      const params = { warm: String(change.warm), on };
      await this.acts.end(tx, actor, contacted, { kind: 'handover.first-contact', params });
    });
  }

  /** The clocks after acceptance stop until it wakes, at the latest by itself. */
  hold(actor: StaffActor, id: string, version: number, { reason, until }: HoldInput): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayFollowUp);
      if (!moved(row, 'hold')) throw wrongState(row.state);
      requireVersion(row, version);
      const wrong = whyNotUntil(until, this.clock.today());
      if (wrong.length) throw unprocessable(wrong, 'Välj en dag efter i dag och högst 30 dagar fram.');
      if (row.holdsInRow >= HOLDS_IN_ROW)
        throw conflict(
          'handover.held_twice',
          'Redan pausad två gånger',
          'En överlämning kan pausas två gånger i rad. Gör den första kontakten eller avsluta.',
        );
      const heldFrom = row.state === 'ACCEPTED' ? 'ACCEPTED' : 'IN_PROGRESS';
      await tx.query('update handover_content set hold_reason = $2 where handover_id = $1', [id, reason]);
      const change = { heldFrom, heldAt: this.clock.now(), heldUntil: until, holdsInRow: row.holdsInRow + 1 } as const;
      const held = await move(tx, actor, row, 'hold', change);
      await this.acts.end(tx, actor, held, { kind: 'handover.held', params: { until } });
    });
  }

  resume(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayFollowUp);
      if (!moved(row, 'resume')) throw wrongState(row.state);
      requireVersion(row, version);
      // The move reads where it came from; the columns are cleared with it.
      const awake = await move(tx, actor, row, 'resume', onResume(row, this.clock.now()));
      await this.acts.end(tx, actor, awake, { kind: 'handover.resumed' });
    });
  }

  complete(actor: StaffActor, id: string, version: number, outcome: string): Promise<void> {
    return this.finish(actor, id, version, outcome, 'complete');
  }

  fail(actor: StaffActor, id: string, version: number, outcome: string): Promise<void> {
    return this.finish(actor, id, version, outcome, 'fail');
  }

  /** The sender has seen how it went: the loop is closed. */
  acknowledge(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayAcknowledge);
      if ((row.state === 'COMPLETED' || row.state === 'FAILED') && row.closedAt) return;
      if (!moved(row, 'acknowledge')) throw wrongState(row.state);
      requireVersion(row, version);
      const closed = await move(tx, actor, row, 'acknowledge', { closedAt: this.clock.now() });
      await this.acts.end(tx, actor, closed, { kind: 'handover.acknowledged' });
    });
  }

  private finish(actor: StaffActor, id: string, version: number, outcome: string, along: 'complete' | 'fail'): Promise<void> {
    return this.db.transaction(actor, async (tx) => {
      const row = await this.acts.begin(tx, actor, id, mayFollowUp);
      if (row.state === (along === 'complete' ? 'COMPLETED' : 'FAILED')) return;
      if (!moved(row, along)) throw wrongState(row.state);
      requireVersion(row, version);
      await writeOutcome(tx, row, outcome);
      const endedAt = this.clock.now();
      const ended = await move(tx, actor, row, along, { endedAt, closeAt: closesAt(endedAt, row.loopDueAt!, row.limits) });
      const kind = along === 'complete' ? 'handover.completed' : 'handover.failed';
      await this.acts.end(tx, actor, ended, { kind, notice: 'handover.outcome', params: { code: ended.state }, to: [row.fromAssignmentId] });
    });
  }
}

/** What waking changes: both clocks move by the working time that was spent on hold. */
export function onResume(row: HandoverRow, at: Date): HandoverChange {
  const heldSeconds = row.heldSeconds + Math.floor(workingTimeBetween(row.heldAt!, at) / 1000);
  return { ...dueWhenAccepted(row.acceptedAt!, row.limits, heldSeconds), heldSeconds, heldFrom: null, heldAt: null, heldUntil: null };
}

async function writeOutcome(tx: Tx, { id }: HandoverRow, outcome: string): Promise<void> {
  await tx.query('update handover_content set outcome = $2 where handover_id = $1', [id, outcome]);
}
