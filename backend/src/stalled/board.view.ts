import type { StalledAction } from '@samspel/shared/stalled/stalled.ts';
import { allowed } from '../access/gate.ts';
import { availability } from '../access/availability.ts';
import { clockFacts, clockReading } from '../handover/handover.clock-view.ts';
import type { HandoverMetadata } from '../handover/handover-metadata.sql.ts';
import { workingDaysSince } from '../platform/clock/working-time.ts';
import type { LastEventView, StalledRowView } from './stalled.dto.ts';
import { mayEscalate, mayName, mayNudge } from './stalled.policy.ts';
import { stallKind, stepsOf } from './stalled.rules.ts';
import type { HandoverRung } from '@samspel/shared/alert/alert.ts';

/** As SQL hands it over (`STALLED_FACTS`). */
export interface StalledFacts extends HandoverMetadata {
  caseId: string | null;
  supervisesSender: boolean;
  supervisesReceiver: boolean;
  lastAct: { act: string; at: string };
  lastRung: { rung: HandoverRung; at: string } | null;
  lastNudgeAt: string | null;
  escalated: boolean;
  pausedUntil: string | null;
  consentUntil: string | null;
}

/** What the reader (an assignment) sees of it at `now`. Field by field, so that nothing of the stored row slips through. */
export function stalledRow(readerId: string, facts: StalledFacts, now: Date): StalledRowView {
  const { id, version, reference, caseId, scope, state, court, from, to, accountable, nominee, pausedUntil, consentUntil, clock } = facts;
  const reading = clockReading(clock, now);
  const lastNudge = facts.lastNudgeAt ? new Date(facts.lastNudgeAt) : null;
  const nominate = mayName(facts);
  return {
    ...{ id, version, reference, caseId, scope, state, court, accountable, nominee, pausedUntil, consentUntil },
    kind: stallKind(state, facts.ownerLost),
    from: { unit: from.unit, organisation: from.organisation },
    to,
    days: workingDaysSince(new Date(clock.stageStartedAt!), now),
    dueAt: reading.dueAt!,
    overdue: reading.overdue,
    lastEvent: lastEvent(facts),
    accountableIsYou: accountable.assignmentId === readerId,
    nominatable: nominate.allowed,
    nextAutomatic: clock.nextTimer ? { timer: clock.nextTimer, at: clock.nextTimerAt! } : null,
    ladder: stepsOf(clockFacts(clock)).map(({ rung, at, done }) => ({ rung, at: at.toISOString(), done })),
    ...availability<StalledAction>({
      'handover.nominate': nominate,
      'handover.nudge': mayNudge(facts, lastNudge, now),
      'handover.escalate': mayEscalate(facts, facts.escalated),
      [pausedUntil ? 'handover.unpause' : 'handover.pause']: allowed,
    }),
  };
}

function lastEvent({ lastAct, lastRung }: StalledFacts): LastEventView {
  if (lastRung && lastRung.at > lastAct.at) return { act: null, ...lastRung };
  return { rung: null, ...lastAct };
}
