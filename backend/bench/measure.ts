import autocannon from 'autocannon';
import { cpuSeconds } from './cpu.ts';
import type { Arm } from './servers.ts';
import type { Target } from './targets.ts';

export interface Figures {
  requests: number;
  perSecond: number;
  p99: number;
  /** Seconds of CPU per request, server and database backends together. */
  cpu: number;
}

const ROUND_SECONDS = 4;

/** One arm under load for one round. Fails on any answer that is not 200. */
export async function measure(arm: Arm, targets: Target[], connections: number, databasePid: number): Promise<Figures> {
  const used = (): number => cpuSeconds(arm.process.pid!) + cpuSeconds(databasePid);
  const before = used();
  const result = await autocannon({
    url: arm.url,
    connections,
    duration: ROUND_SECONDS,
    requests: targets.map(({ token, actorId, caseId }) =>
      arm.name === 'bare'
        ? { path: `/${caseId}/${actorId}` }
        : { path: `/api/v1/cases/${caseId}`, headers: { cookie: `sid=${token}`, 'sec-fetch-site': 'same-origin' } },
    ),
  });
  const spent = used() - before;
  if (result.non2xx || result.errors || result.timeouts)
    throw new Error(`${arm.name}: ${result.non2xx} refusals, ${result.errors} errors, ${result.timeouts} time-outs`);
  const requests = result.requests.total;
  return { requests, perSecond: result.requests.average, p99: result.latency.p99, cpu: spent / requests };
}

export const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
