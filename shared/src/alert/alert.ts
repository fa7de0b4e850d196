import type { MessageTimer } from '../citizen/voice.ts';
import type { ActivityTimer } from '../plan/plan.ts';

/** The ladder of a stage, lowest rung first; working days after the limit. */
export const LADDER = [
  { rung: 'HALF_TIME', after: null },
  { rung: 'LIMIT', after: 0 },
  { rung: 'SUPERVISOR', after: 1 },
  { rung: 'BOTH_SUPERVISORS', after: 3 },
  { rung: 'JOINT_REVIEW', after: 5 },
] as const;
export type LadderRung = (typeof LADDER)[number]['rung'];

/** RECEIPT: nobody has received within the link's limit. OWNER_LOST, BOUNCED and ESCALATED are raised at once by what happened. */
export const HANDOVER_RUNGS = [
  'RECEIPT',
  'HALF_TIME',
  'LIMIT',
  'SUPERVISOR',
  'BOTH_SUPERVISORS',
  'JOINT_REVIEW',
  'OWNER_LOST',
  'BOUNCED',
  'ESCALATED',
] as const;
export type HandoverRung = (typeof HANDOVER_RUNGS)[number];

/** An activity past its day: its owner, then everybody who reads it. */
export const ACTIVITY_RUNGS = ['OVERDUE_OWNER', 'OVERDUE_TEAM'] as const satisfies readonly ActivityTimer[];
/** The person said that it stops here; the person waits for an answer. */
export const PERSON_RUNGS = ['PERSON_STOPPED', 'PERSON_WAITS', 'PERSON_WAITS_SUPERVISOR'] as const satisfies readonly (
  'PERSON_STOPPED' | MessageTimer
)[];

export const RUNGS = [...HANDOVER_RUNGS, ...ACTIVITY_RUNGS, ...PERSON_RUNGS] as const;
export type Rung = (typeof RUNGS)[number];

/** Why an alert no longer waits for anybody. */
export const RESOLUTIONS = ['OWNER_EXISTS', 'MOVED_ON', 'ENDED'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

/** Timers of a handover: the rungs that time alone climbs, a hold that wakes, and a finished handover that closes by itself. */
export const TIMERS = ['RECEIPT', 'HALF_TIME', 'LIMIT', 'SUPERVISOR', 'BOTH_SUPERVISORS', 'JOINT_REVIEW', 'WAKE', 'CLOSE'] as const;
export type Timer = (typeof TIMERS)[number];

/** Why a row stands on the supervisors' board. */
export const STALL_KINDS = ['NO_OWNER', 'NOT_ACCEPTED', 'SILENT', 'OPEN_LOOP'] as const;
export type StallKind = (typeof STALL_KINDS)[number];
