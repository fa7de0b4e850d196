import { Counter, Gauge } from 'prom-client';

/** What this process's sweep has done since it started. */
export const sweepFigures = { rounds: 0, roundSeconds: 0, alerts: 0, lagSeconds: 0, ownersLost: 0, failures: 0 };

/** Rounds that stand still while the process lives, or failures that rise, mean that nobody is watching the handovers. */
export function measureSweep(): void {
  const counter = (name: string, help: string, figure: keyof typeof sweepFigures): Counter =>
    new Counter({
      name,
      help,
      collect() {
        this.reset();
        this.inc(sweepFigures[figure]);
      },
    });
  const gauge = (name: string, help: string, figure: keyof typeof sweepFigures): Gauge =>
    new Gauge({
      name,
      help,
      collect() {
        this.set(sweepFigures[figure]);
      },
    });
  counter('samspel_sweep_rounds_total', 'Looks for what is due.', 'rounds');
  counter('samspel_sweep_failures_total', 'Parts of a look that failed.', 'failures');
  counter('samspel_alerts_raised_total', 'Alerts raised by time.', 'alerts');
  counter('samspel_owners_lost_total', 'Responsibilities whose holder could not answer any more.', 'ownersLost');
  gauge('samspel_sweep_round_seconds', 'How long the last look took.', 'roundSeconds');
  gauge('samspel_alert_lag_seconds', 'Longest domain time between due and raised in the last look that raised any.', 'lagSeconds');
}
