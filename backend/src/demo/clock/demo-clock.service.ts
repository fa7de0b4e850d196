import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../access/actor.ts';
import { AuditLog } from '../../audit/audit-log.ts';
import { Clock, dayIn } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { Once, type OnceKey, type Outcome } from '../../platform/http/once.ts';
import { announce } from '../../platform/live/announce.ts';
import { sameTimeAhead, workingDayAhead, workingDaysBetween } from './clock-jump.rules.ts';
import type { DemoClockView } from './demo-clock.dto.ts';

const DAY_MS = 86_400_000;

/**
 * The demo's day, which an administrator may move forward to see what waiting does. Time never goes back: what has been sent, escalated or
 * expired on a later day would then lie in the future, so there is no way to reset it.
 */
@Injectable()
export class DemoClock {
  constructor(
    private readonly once: Once,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  view(): DemoClockView {
    const [real, today] = [dayIn(new Date()), this.clock.today()];
    return {
      now: this.clock.now().toISOString(),
      today,
      shiftDays: Math.round((Date.parse(today) - Date.parse(real)) / DAY_MS),
      shiftWorkingDays: workingDaysBetween(real, today),
      nextWorkingDay: workingDayAhead(today, 1),
    };
  }

  /** Moves every process to the same time of day, so many working days ahead. Jumps at the same moment add up. */
  async jump(actor: StaffActor, key: OnceKey, workingDays: number): Promise<Outcome> {
    const outcome = await this.once.run(actor, key, async (tx, id) => {
      await moveForward(tx, workingDays);
      await this.audit.write(tx, actor, { action: 'demo.clock-moved', fieldClass: 'ORGANISATION', purpose: 'ADMINISTRATION', subjectId: id });
      await announce(tx, { type: 'clock', ref: 'all' });
    });
    // This process hears of it like every other, but whoever asked for it may read before that.
    await this.clock.load();
    return outcome;
  }
}

/** The row is locked first, so that the next jump starts where this one landed. */
async function moveForward(tx: Tx, workingDays: number): Promise<void> {
  const [row] = await tx.query<{ ms: string }[]>('select extract(epoch from shift) * 1000 as ms from demo_clock for update');
  const now = Date.now() + Number(row!.ms);
  const further = sameTimeAhead(new Date(now), workingDays).getTime() - now;
  await tx.query('update demo_clock set shift = shift + make_interval(secs => $1)', [further / 1000]);
}
