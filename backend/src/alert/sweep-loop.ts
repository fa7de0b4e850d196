import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Outbox } from '../platform/outbox/outbox.ts';
import { digest } from './digest.ts';
import { recomputeLimits } from './limits.ts';
import { watchOwners } from './owner-loss.ts';
import { sweepPlans } from './plan-sweep.ts';
import { reassignMessages } from './reassigning.ts';
import { sweep } from './sweep.ts';
import { sweepFigures } from './sweep-figures.ts';

const ROUND_MS = 1_000;
/** No statement of a round may outlive many rounds: whoever hangs holds rows that others wait for. */
const LIMITS = { connectionTimeoutMillis: 5_000, statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000, keepAlive: true } as const;

export interface SweepLoop {
  /** Ends after the round that is going on. */
  stop(): Promise<void>;
}

export interface SweepLoopOptions {
  /** Connection of samspel_worker. */
  databaseUrl: string;
  /** Where one line a trouble goes; ids at most. */
  say: (line: string) => void;
  roundMs?: number;
}

/**
 * Looks every second for what is due. Never two rounds at once in a process; several processes share the work. A round that fails is told and
 * counted, and the next one tries again: what is due stays due.
 */
export function startSweepLoop({ databaseUrl, say, roundMs = ROUND_MS }: SweepLoopOptions): SweepLoop {
  const pool = new pg.Pool({ connectionString: databaseUrl, application_name: 'samspel sweep', max: 1, ...LIMITS });
  pool.on('error', (error) => say(`sweep: ${plainly(error)}`));
  const ending = new AbortController();
  const going = (async () => {
    while (!ending.signal.aborted) {
      await round(pool, say);
      await pause(roundMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: async () => {
      ending.abort();
      await going;
      await pool.end();
    },
  };
}

/** Each part for itself, so that trouble in one does not keep the others from their work. Owners first: whoever stands in is told by the ladder. */
async function round(pool: pg.Pool, say: (line: string) => void): Promise<void> {
  const started = performance.now();
  const outbox = new Outbox();
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      sweepFigures.failures += 1;
      say(`sweep: ${what}: ${plainly(error)}`);
    }
  };
  await attempt('owners', async () => {
    const { lost, returned, rerouted } = await watchOwners(pool, outbox);
    sweepFigures.ownersLost += lost;
    if (lost + returned + rerouted > 0) say(`sweep: owners lost ${lost}, returned ${returned}, stand-ins replaced ${rerouted}`);
  });
  await attempt('limits', async () => void (await recomputeLimits(pool)));
  await attempt('timers', async () => {
    const { alerts, lagSeconds, stuck } = await sweep(pool, outbox);
    sweepFigures.alerts += alerts;
    if (alerts) sweepFigures.lagSeconds = lagSeconds;
    sweepFigures.failures += stuck.length;
    for (const id of stuck) say(`sweep: the times of handover ${id} make no sense`);
  });
  await attempt('messages', async () => {
    const moved = await reassignMessages(pool);
    if (moved) say(`sweep: ${moved} messages have somebody else who answers`);
  });
  await attempt('plans', async () => {
    const { alerts, lagSeconds } = await sweepPlans(pool, outbox);
    sweepFigures.alerts += alerts;
    if (alerts) sweepFigures.lagSeconds = Math.max(lagSeconds, sweepFigures.lagSeconds);
  });
  await attempt('digest', async () => void (await digest(pool, outbox)));
  sweepFigures.rounds += 1;
  sweepFigures.roundSeconds = (performance.now() - started) / 1000;
}

/** The database's own messages may quote values; its codes never do. */
function plainly(error: unknown): string {
  if (error instanceof pg.DatabaseError) return `database error ${error.code ?? ''}`;
  return error instanceof Error ? error.message : 'unknown error';
}
