import { Injectable } from '@nestjs/common';
import pg from 'pg';
import { watchOwners } from '../../alert/owner-loss.ts';
import { sweep } from '../../alert/sweep.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Environment } from '../../platform/config/environment.ts';
import { Outbox } from '../../platform/outbox/outbox.ts';

/** As late as the worker's own look would have been. */
const LATE_MS = 1_000;
const NEXT = 'select min(next_timer_at) as at from handover';

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
    for (;;) {
      const { rows } = await this.pool.query<{ at: Date | null }>(NEXT);
      const at = rows[0]!.at;
      if (!at || at > until) return;
      await this.clock.moveTo(new Date(Math.min(at.getTime() + LATE_MS, until.getTime())));
      const { handovers, stuck } = await sweep(this.pool, this.outbox);
      if (!handovers || stuck.length) throw new Error('the clock of a handover in the town does not go on');
    }
  }

  /** Whoever cannot answer today is found today. */
  async lookForOwners(): Promise<void> {
    await watchOwners(this.pool, this.outbox);
  }
}
