import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { watchOwners } from '../../alert/owner-loss.ts';
import { sweepPlans } from '../../alert/plan-sweep.ts';
import { sweep } from '../../alert/sweep.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Environment } from '../../platform/config/environment.ts';
import { Outbox } from '../../platform/outbox/outbox.ts';

/** As late as the worker's own look would have been. */
const LATE_MS = 1_000;
const NEXT = `
  select (select min(next_timer_at) from handover) as handovers,
         least((select min(next_timer_at) from plan_activity), (select min(next_timer_at) from person_message)) as plans`;

interface Next {
  handovers: Date | null;
  plans: Date | null;
}

/** What waiting did in the town's past: every rung is climbed at its own time, as if the worker had been there. */
@Injectable()
export class TownLadder {
  private opened: pg.Pool | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** As samspel_worker. */
  get pool(): pg.Pool {
    return (this.opened ??= new pg.Pool({ connectionString: this.environment.DATABASE_WORKER_URL, max: 1 }));
  }

  async close(): Promise<void> {
    await this.opened?.end();
    this.opened = undefined;
  }

  /** Everything due by `until`, each moment in turn; the clock is left at the last of them. */
  async climb(until: Date): Promise<void> {
    let before = '';
    for (;;) {
      const next = await this.next();
      const due = Object.values(next).filter((at) => at !== null && at <= until) as Date[];
      if (!due.length) return;
      const now = Math.min(...due.map((at) => at.getTime() + LATE_MS), until.getTime());
      if (JSON.stringify(next) === before) throw new Error('a clock in the town does not go on');
      before = JSON.stringify(next);
      await this.clock.moveTo(new Date(now));
      if (next.handovers && next.handovers.getTime() <= now) await this.climbHandovers();
      if (next.plans && next.plans.getTime() <= now) await sweepPlans(this.pool, this.outbox);
    }
  }

  private async climbHandovers(): Promise<void> {
    const { stuck } = await sweep(this.pool, this.outbox);
    if (stuck.length) throw new Error('the times of a handover in the town make no sense');
  }

  private async next(): Promise<Next> {
    return (await this.pool.query<Next>(NEXT)).rows[0]!;
  }

  /** Whoever cannot answer today is found today. */
  async lookForOwners(): Promise<void> {
    await watchOwners(this.pool, this.outbox);
  }
}
