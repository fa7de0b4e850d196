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
export const RUNGS = [
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
