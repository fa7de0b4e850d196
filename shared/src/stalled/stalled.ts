import { STALL_KINDS } from '../alert/alert.ts';

/** Which way the handovers on a supervisor's board go. */
export const STALLED_DIRECTIONS = ['in', 'out', 'both'] as const;
export type StalledDirection = (typeof STALLED_DIRECTIONS)[number];

/** What the board is narrowed to; PAUSED are the rows this supervisor has hidden until a date. */
export const STALLED_FILTERS = [...STALL_KINDS, 'PAUSED'] as const;
export type StalledFilter = (typeof STALLED_FILTERS)[number];

/** What a supervisor may do with a row. */
export const STALLED_ACTIONS = ['handover.nominate', 'handover.nudge', 'handover.escalate', 'handover.pause', 'handover.unpause'] as const;
export type StalledAction = (typeof STALLED_ACTIONS)[number];

/** Hours that pass before the same handover may be nudged again, by whomever. */
export const NUDGE_HOURS = 4;
/** Handovers nudged in one go. */
export const BULK_NUDGE_MAX = 100;

/** Cells built on fewer handovers than this are left empty: a small number leads to a person. */
export const SMALL_CELL = 5;
/** Days a period of measures may span. */
export const MEASURE_DAYS_MAX = 400;

/** Cases offered in one go. */
export const CASELOAD_MAX = 500;
